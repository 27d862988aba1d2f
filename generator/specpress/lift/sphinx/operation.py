"""One operation, as httpdomain describes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.sphinx import SWAPPED_FIELDS, UNKNOWN_FIELDS
from specpress.lift.rendering.markdown import markdown
from specpress.lift.sphinx.answers import Answers
from specpress.lift.sphinx.asks import read_body, read_parameters
from specpress.lift.sphinx.labels import SWAPPED
from specpress.lift.sphinx.parts import Parts, parts_of
from specpress.lift.sphinx.rows import without
from specpress.lift.sphinx.signature import Signature, is_signature, read_signature
from specpress.readers.element import Element
from specpress.tree import Node

Turn = Callable[[Parts], Parts]


def read_operation(
    element: Element, turn: Turn, report: Report, callback: bool = False
) -> tuple[Signature, Node] | None:
    """Return the operation in the ``dl`` *element*, or None with the reason reported.

    *turn* puts right what the whole page has the wrong way round.
    """
    term = next(each for each in element.children if each.tag == "dt")
    signature = read_signature(term, report, callback)
    if signature is None:
        return None
    body = next((each for each in element.children if each.tag == "dd"), None)
    body = body or replace(
        term, children=(), inner=term.source.span(term.span.end, term.span.end)
    )
    parts = turn(parts_of(body))
    for group in parts.unknown:
        if group.is_table:
            label = " ".join(group.label.split())
            report.add(UNKNOWN_FIELDS.at(group.body.span, label=label))
    span = signature.method.span
    members: dict[str, Node] = {}
    if parts.summary is not None:
        text, place = parts.summary.text.trimmed()
        members["summary"] = Node(" ".join(text.split()), place)
    if described := _description(body, parts):
        members["description"] = described
    if parameters := read_parameters(parts, signature, report):
        members["parameters"] = Node(parameters)
    if request := read_body(parts, report):
        members["requestBody"] = request
    members["responses"] = Answers(span, report).read(parts)
    if callbacks := _callbacks(parts, turn, report):
        members["callbacks"] = callbacks
    return signature, Node(members, span, span)


def turned(parts: Parts, report: Report) -> Parts:
    """Return *parts* with the fields of request and response taken for one another."""
    for kind, group in parts.groups:
        if kind in SWAPPED:
            meant = SWAPPED[kind].partition("-")[0]
            label = " ".join(group.label.split())
            report.add(SWAPPED_FIELDS.at(group.span, label=label, meant=meant))
    groups = [(SWAPPED.get(kind, kind), group) for kind, group in parts.groups]
    return replace(parts, groups=groups)


def _description(body: Element, parts: Parts) -> Node | None:
    """Return the prose: what is neither list nor message, and fields that are prose."""
    described = without(body, parts.taken)
    told = [
        f"**{' '.join(group.label.split())}** {markdown(group.body)}"
        for group in parts.unknown
        if not group.is_table
    ]
    if not told:
        return described
    texts = [str(described.text)] if described else []
    return Node("\n\n".join((*texts, *told)), body.inner)


def _callbacks(parts: Parts, turn: Turn, report: Report) -> Node | None:
    """Return the callbacks (OpenAPI 3.0.3, 4.7.18): admonitions that hold operations."""
    found: dict[str, Node] = {}
    for each in parts.nested:
        title = each.first("admonition-title")
        words = " ".join(title.text.text.split()) if title else "callback"
        items: dict[str, dict[str, Node]] = {}
        for inner in each.walk():
            if is_signature(inner) and (
                read := read_operation(inner, turn, report, callback=True)
            ):
                signature, operation = read
                methods = items.setdefault(signature.path, {})
                methods[str(signature.method.text)] = operation
        made = {path: Node(dict(methods)) for path, methods in items.items()}
        found[words.partition(":")[2].strip() or words] = Node(made, each.span)
    return Node(found) if found else None
