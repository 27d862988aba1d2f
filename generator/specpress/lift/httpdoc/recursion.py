"""Recursive schemas, which the pages cut off with a reference to nowhere.

The tool writes schemas out in place. Where a schema comes up again inside itself it
writes ``{"$ref": "#/components/schemas/NAME"}``, so one of the enclosing schemas is
what the reference means. That one becomes a component, and a reference itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import CUT_REFERENCE, LOST_REFERENCE
from specpress.lift.httpdoc.cuts import Around, Cut, choose
from specpress.lift.httpdoc.fold import agreed
from specpress.lift.httpdoc.subschemas import rebuilt, subschemas
from specpress.lift.operations import operations
from specpress.tree import Node, escape, join, split

_PREFIX: Final = "#/components/schemas/"


def close_references(document: Node, report: Report) -> Node:
    """Return *document* with a component for each schema that refers back to itself."""
    roots = {id(root): root for root in _roots(document)}
    cuts = [cut for root in roots.values() for cut in _cuts(root, ())]
    if not cuts:
        return document
    chosen = choose(cuts)
    _tell(cuts, chosen, report)
    found: dict[str, list[Node]] = {}
    closed = {key: _closed(root, chosen, found, report) for key, root in roots.items()}
    schemas = agreed(found)
    whole = _replaced(document, closed)
    if not schemas:
        return whole
    components = Node({"schemas": Node(dict(schemas))})
    return Node({**whole.map, "components": components}, whole.span, whole.key_span)


def _roots(document: Node) -> Iterator[Node]:
    """Yield the schemas of all request bodies."""
    for each in operations(document):
        body = each.operation.get("requestBody")
        content = body.get("content") if body else None
        for media in content.map.values() if content else ():
            if schema := media.get("schema"):
                yield schema


def _cuts(
    node: Node, around: tuple[Around, ...], place: tuple[str, ...] = ()
) -> Iterator[Cut]:
    if (ref := node.get_text("$ref")) is not None:
        if ref.startswith(_PREFIX):
            yield Cut(_short(ref), node, around)
        return
    inside = (Around(node, place), *around)
    for tokens, child in subschemas(node):
        yield from _cuts(child, inside, (*place, *tokens))


def _tell(cuts: list[Cut], chosen: Mapping[int, str], report: Report) -> None:
    """Report, once a name, which schema was taken for its definition."""
    told = set[str]()
    for cut in cuts:
        for around in cut.around:
            if chosen.get(id(around.node)) == cut.name and cut.name not in told:
                told.add(cut.name)
                place = join(around.place) or "/"
                span = cut.node.span
                report.add(CUT_REFERENCE.at(span, ref=cut.name, place=place))


def _short(ref: str) -> str:
    """Return the name of the component that *ref* points at."""
    return "/".join(split(f"/{ref.removeprefix(_PREFIX)}"))


def _closed(
    node: Node, chosen: Mapping[int, str], found: dict[str, list[Node]], report: Report
) -> Node:
    """Return *node* with each chosen schema moved to *found* and referred to."""
    if (ref := node.get_text("$ref")) is not None:
        if ref.startswith(_PREFIX) and _short(ref) in chosen.values():
            return node
        report.add(LOST_REFERENCE.at(node.span, ref=ref))
        return Node({}, node.span, node.key_span, "default")
    new = rebuilt(node, lambda child: _closed(child, chosen, found, report))
    if id(node) not in chosen:
        return new
    name = chosen[id(node)]
    found.setdefault(name, []).append(new)
    target = Node(f"{_PREFIX}{escape(name)}", node.span, origin="default")
    return Node({"$ref": target}, node.span, node.key_span, "default")


def _replaced(node: Node, closed: Mapping[int, Node]) -> Node:
    """Return *node* with the schemas in *closed* put in place of the old ones."""
    if id(node) in closed:
        return closed[id(node)]
    match node.value:
        case dict():
            members = {key: _replaced(each, closed) for key, each in node.items()}
            return Node(members, node.span, node.key_span, node.origin)
        case list():
            items = [_replaced(each, closed) for each in node.list]
            return Node(items, node.span, node.key_span, node.origin)
        case _:
            return node
