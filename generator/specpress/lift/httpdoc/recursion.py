"""Recursive schemas, which the pages cut off with a reference to nowhere.

The tool writes schemas out in place. Where a schema comes up again inside itself it
writes ``{"$ref": "#/components/schemas/NAME"}``, so one of the enclosing schemas is
what the reference means. That one becomes a component, and a reference itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import CUT_REFERENCE, LOST_REFERENCE
from specpress.lift.httpdoc.fold import agreed
from specpress.lift.httpdoc.subschemas import rebuilt, subschemas
from specpress.lift.operations import operations
from specpress.tree import Node, join, split

_PREFIX: Final = "#/components/schemas/"
_NOT_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Around:
    """A schema around a reference: where it stands below the root, and its key."""

    node: Node
    place: tuple[str, ...]

    @property
    def key(self) -> str:
        """The name of the property that has the schema, or that has it as items."""
        names = [name for name in self.place if name not in ("items", "properties")]
        return names[-1] if names else ""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A reference that cuts recursion off, and the schemas around it, inner first."""

    name: str
    node: Node
    around: tuple[_Around, ...]


def close_references(document: Node, report: Report) -> Node:
    """Return *document* with a component for each schema that refers back to itself."""
    roots = {id(root): root for root in _roots(document)}
    cuts = [cut for root in roots.values() for cut in _cuts(root, ())]
    if not cuts:
        return document
    chosen: dict[int, str] = {}
    for name in dict.fromkeys(cut.name for cut in cuts):
        _choose(name, [cut for cut in cuts if cut.name == name], chosen, report)
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
    node: Node, around: tuple[_Around, ...], place: tuple[str, ...] = ()
) -> Iterator[_Cut]:
    if (ref := node.get_text("$ref")) is not None:
        yield _Cut(ref, node, around)
        return
    inside = (_Around(node, place), *around)
    for tokens, child in subschemas(node):
        yield from _cuts(child, inside, (*place, *tokens))


def _choose(
    name: str, cuts: list[_Cut], chosen: dict[int, str], report: Report
) -> None:
    """Choose for each of *cuts* the schema around it that is called *name*."""
    short = _short(name)
    common = set[str]()
    for index, cut in enumerate(cuts):
        prints = {_print(each.node) for each in cut.around}
        common = prints if index == 0 else common & prints
    for cut in cuts:
        if not (around := _best(cut, short, common)) or not short:
            continue
        chosen[id(around.node)] = name
        place = join(around.place) or "the schema"
        if cut is cuts[0]:
            report.add(CUT_REFERENCE.at(cut.node.span, ref=name, place=place))


def _best(cut: _Cut, short: str, common: set[str]) -> _Around | None:
    """Return the schema around *cut* that its name fits best.

    A title or the name of a property tells; else it is one that stands around every
    such reference, on all pages; of several the innermost that is no mere list.
    """
    word = _word(short)
    solid = [each for each in cut.around if not _is_list(each.node)]
    signs: tuple[Callable[[_Around], bool], ...] = (
        lambda each: each.node.get_text("title") == short,
        lambda each: _word(each.key) == word,
        lambda each: _print(each.node) in common,
        lambda each: True,
    )
    for fits in signs:
        if found := next(filter(fits, solid), None):
            return found
    return cut.around[0] if cut.around else None


def _is_list(node: Node) -> bool:
    return "items" in node.map and "properties" not in node.map


def _print(node: Node) -> str:
    return repr(node.plain())


def _short(ref: str) -> str:
    """Return the component's name, or nothing for a reference to something else."""
    if not ref.startswith(_PREFIX):
        return ""
    return "/".join(split(f"/{ref.removeprefix(_PREFIX)}"))


def _word(name: str) -> str:
    return _NOT_WORD.sub("", name).lower()


def _closed(
    node: Node, chosen: Mapping[int, str], found: dict[str, list[Node]], report: Report
) -> Node:
    """Return *node* with each chosen schema moved to *found* and referred to."""
    if (ref := node.get_text("$ref")) is not None:
        if ref in chosen.values():
            return node
        report.add(LOST_REFERENCE.at(node.span, ref=ref))
        return Node({}, node.span, node.key_span, "default")
    new = rebuilt(node, lambda child: _closed(child, chosen, found, report))
    if id(node) not in chosen:
        return new
    ref = chosen[id(node)]
    found.setdefault(_short(ref), []).append(new)
    target = Node(ref, node.span, origin="default")
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
