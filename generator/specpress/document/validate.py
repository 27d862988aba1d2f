"""Checks an OpenAPI document against the official JSON Schema of its version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import jsonschema_rs

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import INVALID, MORE_INVALID, ODD
from specpress.document.places import nearest
from specpress.document.schemas import validator
from specpress.document.version import version_of
from specpress.source import Span
from specpress.tree import Node, join

_Kind: Final = jsonschema_rs.ValidationErrorKind
_CUT: Final = 160  # a message may quote the whole value
_RULE: Final = 3  # tokens of a path in the schema that tell a rule
_TELLING: Final = (["in"], ["type"])  # what tells an alternative from the others
_MOST: Final = 10  # findings of one rule that are told one by one


def validate(document: Node, report: Report, *, as_warnings: bool = False) -> None:
    """Report each place where *document* is not valid OpenAPI, as errors or *as_warnings*.

    Of many that break one rule, the first ones are told and the others counted. A
    document of a version whose schema is not shipped is left unchecked.
    """
    check = validator(version_of(document)[0] or "3.0")
    if check is None:
        return
    code = ODD if as_warnings else INVALID
    told: Counter[str] = Counter()
    last: dict[str, Span] = {}
    for error in check.iter_errors(document.plain()):
        for cause in _causes(error):
            rule = _rule(cause)
            told[rule] += 1
            if told[rule] > _MOST:
                continue
            place = tuple(cause.instance_path)
            last[rule] = nearest(document, place)
            reason = _brief(cause.message)
            report.add(code.at(last[rule], pointer=join(place), reason=reason))
    for rule, count in told.items():
        if count > _MOST:
            report.add(MORE_INVALID.at(last[rule], count=count - _MOST))


def _rule(cause: jsonschema_rs.ValidationError) -> str:
    """Return the rule that *cause* breaks: the end of its path in the schema, which is
    the same however deep the place is that breaks it."""
    return "/".join(str(token) for token in cause.schema_path[-_RULE:])


def _brief(message: str) -> str:
    if len(message) <= _CUT:
        return message
    return f"{message[:60]} ... {message[-(_CUT - 60):]}"


def _causes(
    error: jsonschema_rs.ValidationError,
) -> list[jsonschema_rs.ValidationError]:
    """Return what made *error*: of alternatives that all fail, the one that came near.

    The schema allows a reference nearly everywhere, so that a mistake deep inside
    first appears as "neither a value nor a reference" at every level above it.
    """
    kind = error.kind
    if not isinstance(kind, _Kind.OneOfNotValid | _Kind.AnyOf):
        return [error]
    here = len(error.instance_path)
    branches = [
        [cause for inner in branch for cause in _causes(inner)]
        for branch in kind.context
        if branch and not _is_no_reference(branch)
    ]
    return max(branches, key=lambda causes: _nearness(causes, here), default=[error])


def _is_no_reference(branch: Sequence[jsonschema_rs.ValidationError]) -> bool:
    return any("'$ref'" in e.message or '"$ref"' in e.message[:8] for e in branch)


def _nearness(
    causes: Sequence[jsonschema_rs.ValidationError], here: int
) -> tuple[bool, bool, int]:
    """Return how near an alternative came that fails by *causes*: best one whose own
    names fit, then one of the value's JSON type, then the deepest.

    A parameter in the path is an alternative to one in the query by the word below
    ``in``; if that word fits, what else is wrong is what is wrong. *here* is how deep
    the value stands for which there are alternatives.
    """
    misnamed = any(
        isinstance(cause.kind, _Kind.Enum | _Kind.Constant)
        and cause.instance_path[-1:] in _TELLING
        and len(cause.instance_path) > here
        for cause in causes
    )
    other_type = any(
        isinstance(cause.kind, _Kind.Type) and len(cause.instance_path) == here
        for cause in causes
    )
    deepest = max(len(cause.instance_path) for cause in causes)
    return not misnamed, not other_type, deepest
