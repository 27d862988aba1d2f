"""Checks an OpenAPI document against the official JSON Schema of its version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
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
    """Return the rule that *cause* breaks: where it stands in the schema."""
    return "/".join(str(token) for token in cause.schema_path)


def _brief(message: str) -> str:
    if len(message) <= _CUT:
        return message
    return f"{message[:60]} ... {message[-(_CUT - 60):]}"


def _causes(
    error: jsonschema_rs.ValidationError,
) -> Iterator[jsonschema_rs.ValidationError]:
    """Yield what made *error*: of alternatives that all fail, the one that got far.

    The schema allows a reference nearly everywhere, so that a mistake deep inside
    first appears as "neither a value nor a reference" at every level above it.
    """
    kind = error.kind
    if not isinstance(kind, _Kind.OneOfNotValid | _Kind.AnyOf):
        yield error
        return
    branches = [
        branch for branch in kind.context if branch and not _is_no_reference(branch)
    ]
    deepest = max(branches, key=_nearness, default=None)
    if deepest is None:
        yield error
        return
    for inner in deepest:
        yield from _causes(inner)


def _is_no_reference(branch: Sequence[jsonschema_rs.ValidationError]) -> bool:
    return any("'$ref'" in e.message or '"$ref"' in e.message[:8] for e in branch)


def _nearness(branch: Sequence[jsonschema_rs.ValidationError]) -> tuple[bool, int]:
    """Return how near *branch* came: best one whose own names fit, then the deepest.

    A parameter in the path is an alternative to one in the query by the word below
    ``in``; if that word fits, what else is wrong is what is wrong.
    """
    causes = [cause for error in branch for cause in _causes(error)]
    misnamed = any(
        isinstance(cause.kind, _Kind.Enum | _Kind.Constant)
        and cause.instance_path[-1:] in _TELLING
        for cause in causes
    )
    return not misnamed, max(len(cause.instance_path) for cause in causes)
