"""The line that begins an operation: its method and its path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import BAD_TARGET, UNKNOWN_METHOD
from specpress.readers import slices
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

METHODS: Final = frozenset("get put post delete options head patch trace".split())
ALL_METHODS: Final = METHODS | {"any", "connect", "copy"}
"""The methods that httpdomain has a directive for."""
_VARIABLE: Final = re.compile(
    r"\((?:(?P<a>[^():/]+):\s*)?(?P<b>[\w.-]+)\)"
    r"|<(?:(?P<c>[^<>:]+):)?(?P<d>[\w.-]+)>"
    r"|\{(?P<e>[^{}:]+)(?::[^{}]*)?\}"
)
"""A variable in a path as web frameworks write it, with or without its type."""
_TYPES: Final[dict[str, dict[str, object]]] = {
    "int": {"type": "integer"},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "uuid": {"type": "string", "format": "uuid"},
    "bool": {"type": "boolean"},
}


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of a path or query: its name, its type as far as told, its place."""

    name: str
    type: Node
    span: Span


@dataclass(frozen=True, slots=True)
class Signature:
    """Method and path of an operation, and the variables in them."""

    method: Node
    path: str
    span: Span
    in_path: tuple[Variable, ...]
    in_query: tuple[Variable, ...]


def is_signature(element: Element) -> bool:
    """Return whether *element* is a ``dl`` that describes an operation."""
    terms = [each for each in element.children if each.tag == "dt"]
    if element.tag != "dl" or not terms:
        return False
    name = terms[0].first("descname")
    word = name.text.text.strip() if name is not None else ""
    return word.isupper() and word.lower() in ALL_METHODS


def read_signature(
    term: Element, report: Report, callback: bool = False
) -> Signature | None:
    """Return what the ``dt`` *term* says, or None with the reason reported.

    The path of a *callback* is a runtime expression (OpenAPI 3.0.3, Callback Object),
    kept as it stands.
    """
    text = slices.decoded(term.source, term.inner.start, without_link(term))
    whole, span = text.trimmed()
    word, _, path = whole.partition(" ")
    path = " ".join(path.split())
    method = Node(word.lower(), Span(span.file, span.start, span.end))
    if word.lower() not in METHODS:
        report.add(UNKNOWN_METHOD.at(span, method=word))
        return None
    if callback:
        return Signature(method, path, span, (), ())
    path, _, query = path.partition("?")
    in_path = _variables(path, span)
    target = _VARIABLE.sub(lambda found: f"{{{_name(found)}}}", path)
    if not target.startswith("/") or re.search(
        r"[{}]", re.sub(r"\{[^{}]+\}", "", target)
    ):
        reason = "it is not a path with variables in it"
        report.add(BAD_TARGET.at(span, target=whole, reason=reason))
        return None
    names = [part.partition("=")[0] for part in query.split("&") if part]
    given = {each.name: each for each in _variables(query, span)}
    in_query = (
        given.get(name) or Variable(name, Node.of({"type": "string"}), span)
        for name in (_VARIABLE.sub(_name, each) for each in names)
    )
    return Signature(method, target, span, in_path, tuple(in_query))


def without_link(element: Element) -> int:
    """Return where the text of *element* ends, before the link to itself behind it."""
    link = element.first("headerlink")
    last = element.children[-1] if element.children else None
    if link is None and last is not None and last.tag == "a":
        link = last if last.attributes.get("href", "").startswith("#") else None
    return link.span.start if link is not None else element.inner.end


def _variables(part: str, span: Span) -> tuple[Variable, ...]:
    return tuple(
        Variable(_name(found), Node.of(_type(found), span, origin="template"), span)
        for found in _VARIABLE.finditer(part)
    )


def _name(found: re.Match[str]) -> str:
    return str(found["b"] or found["d"] or found["e"])


def _type(found: re.Match[str]) -> dict[str, object]:
    word = (found["a"] or found["c"] or "").partition("(")[0].strip().lower()
    return dict(_TYPES.get(word, {"type": "string"}))
