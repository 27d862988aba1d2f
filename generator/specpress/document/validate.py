"""Checks an OpenAPI document against the official JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

import jsonschema_rs

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import INVALID
from specpress.source import NOWHERE, Span
from specpress.tree import Node, join

_SCHEMAS: Final = {"3.0": "openapi-3.0.json"}
_Kind: Final = jsonschema_rs.ValidationErrorKind
_CUT: Final = 160  # a message may quote the whole value


def validate(document: Node, report: Report) -> None:
    """Report each place where *document* is not valid OpenAPI.

    A document of a version whose schema is not shipped is left unchecked.
    """
    version = document.get_text("openapi") or "3.0"
    name = _SCHEMAS.get(".".join(version.split(".")[:2]))
    if name is None:
        return
    for error in _validator(name).iter_errors(document.plain()):
        for cause in _causes(error):
            place = tuple(cause.instance_path)
            reason = cause.message
            if len(reason) > _CUT:
                reason = f"{reason[:60]} ... {reason[-(_CUT - 60):]}"
            span = _nearest(document, place)
            report.add(INVALID.at(span, pointer=join(place), reason=reason))


@lru_cache(maxsize=4)
def _validator(name: str) -> jsonschema_rs.Draft4Validator:
    text = (files("specpress.document") / "schemas" / name).read_text("utf-8")
    # formats off: a pattern that only another engine knows is no invalid document
    return jsonschema_rs.Draft4Validator(json.loads(text), validate_formats=False)


def _causes(
    error: jsonschema_rs.ValidationError,
) -> Iterator[jsonschema_rs.ValidationError]:
    """Yield what made *error*: of alternatives that all fail, the one that got far.

    The schema allows a reference nearly everywhere, so that a mistake deep inside
    first appears as "neither a value nor a reference" at every level above it.
    """
    kind = error.kind
    if not isinstance(kind, _Kind.OneOfNotValid):
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
    misnamed = any(isinstance(cause.kind, _Kind.Enum) for cause in causes)
    return not misnamed, max(len(cause.instance_path) for cause in causes)


def _nearest(document: Node, place: Sequence[str | int]) -> Span:
    """Return the span of the node at *place*, or of the nearest one around it."""
    node, span = document, document.span
    for token in place:
        child = (
            node.get(token)
            if isinstance(token, str)
            else node.list[token] if token < len(node.list) else None
        )
        if child is None:
            break
        node = child
        if node.span != NOWHERE:
            span = node.span
    return span
