"""Several descriptions to one: what they have in common once, the rest side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import (
    OTHER_SERVER,
    TWO_DESCRIPTIONS,
    TWO_ITEMS,
)
from specpress.document.agree import Agreement
from specpress.document.combine_items import (
    OF_ALL,
    OPERATIONS,
    Members,
    first_url,
    handed_down,
    said,
    same,
)
from specpress.document.combine_names import own_names
from specpress.document.combine_used import without_idle
from specpress.document.repair import repair
from specpress.document.upgrade import upgrade
from specpress.source import Source, Span
from specpress.tree import Node, split

_LONGEST: Final = 20  # a chain of references
_BY_NAME: Final = ("webhooks", "paths")
_MOVED: Final = ("servers", "security")  # said by an operation where not all agree


def combine(
    documents: Sequence[tuple[str, Node]],
    sources: Mapping[str, Source],
    report: Report,
    shown: AbstractSet[str] | None = None,
) -> Node:
    """Return one document of OpenAPI 3.2 with all that *documents*, by file, describe.

    Components of one name that differ get names made from their files. The servers and
    the security that most name hold for all, the others' stand at their operations. Of
    two descriptions of one operation the first counts. With *shown* they are put
    together: these are the names of the documents that only say what pages show, so
    that a server or a need for security may be left out.
    """
    upgraded = [
        (name, upgrade(repair(document, report), report))
        for name, document in documents
    ]
    renamed = own_names(upgraded, report)
    usual = {
        key: _usual([e for e in renamed if e[0] not in (shown or ())] or renamed, key)
        for key in _MOVED
    }
    merger = _Merger(sources, report, agree=shown is not None)
    for name, document in renamed:
        silent = name in (shown or ())
        merger.add(name, document, usual, silent=silent)
    first = renamed[0][1]
    whole = {
        key: node for key, node in first.items() if key not in (*_BY_NAME, *_MOVED)
    }
    whole |= {key: node for key, node in usual.items() if node is not None}
    document = Node({**whole, **merger.members()}, first.span)
    return document if shown is None else without_idle(document, first)


class _Merger:
    """Collects path items, components and tags, each once."""

    def __init__(
        self, sources: Mapping[str, Source], report: Report, *, agree: bool
    ) -> None:
        self._sources = sources
        self._agree = agree
        self._report = report
        self._items: dict[str, dict[str, Members]] = {key: {} for key in _BY_NAME}
        self._components: dict[str, Members] = {}
        self._tags: dict[str | None, Node] = {}
        self._order = 0

    def add(
        self,
        name: str,
        document: Node,
        usual: Mapping[str, Node | None],
        *,
        silent: bool,
    ) -> None:
        """Add what *document*, the file *name*, describes.

        One that is *silent* on what it does not say says nothing else with that.
        """
        moved = {
            key: document.get(key) or Node([])
            for key in _MOVED
            if not (silent and not document.get(key))
            if not same(document.get(key), usual[key])
        }
        if "servers" in moved and document.get("servers"):
            values = {"name": name, "usual": first_url(usual["servers"])}
            server = moved["servers"]
            self._report.add(
                OTHER_SERVER.at(server.span, url=first_url(server), **values)
            )
        for section, node in (document.get("components") or Node({})).items():
            known = self._components.setdefault(section, {})
            known.update({k: v for k, v in node.items() if k not in known})
        for key in _BY_NAME:
            for path, item in (document.get(key) or Node({})).items():
                self._add_item(self._items[key], path, item, moved)
        for tag in (document.get("tags") or Node([])).list:
            self._tags.setdefault(tag.get_text("name"), tag)

    def members(self) -> Members:
        """Return what was collected, as members of a document."""
        sections = {key: Node(value) for key, value in self._components.items()}
        found = {
            key: Node({path: Node(item) for path, item in items.items()})
            for key, items in self._items.items()
        }
        found["components"] = Node(sections)
        found["tags"] = Node(list(self._tags.values()))
        keep = ("paths",)
        return {k: v for k, v in found.items() if k in keep or v.map or v.list}

    def _add_item(
        self,
        known: dict[str, Members],
        path: str,
        item: Node,
        moved: Mapping[str, Node],
    ) -> None:
        """Add the path item *item*, with what is *moved* to its operations."""
        members = {
            key: said(node, moved) if key in OPERATIONS else node
            for key, node in item.items()
        }
        there = known.setdefault(path, members)
        if there is members:
            return
        if any(not same(there.get(key), members.get(key)) for key in OF_ALL):
            there = known[path] = handed_down(there)
            members = handed_down(members)
        for key, node in members.items():
            if key not in there:
                there[key] = node
            elif same(there[key], node):
                continue
            elif self._agree and key in OPERATIONS:
                there[key] = self._agreed(key, path, there[key], node)
            else:
                first = self._show(there[key])
                code = TWO_DESCRIPTIONS if key in OPERATIONS else TWO_ITEMS
                told = {"method": key.upper(), "key": key, "path": path}
                self._report.add(code.at(node.key_span, first=first, **told))

    def _agreed(self, key: str, path: str, first: Node, second: Node) -> Node:
        """Return what the operations *first* and *second* say together."""
        method = key.upper()
        follow = self._follow
        both = Agreement(method, path, follow, follow, self._place, self._report)
        return both.operation(first, second)

    def _follow(self, node: Node) -> Node:
        """Return what *node*, a reference to a component, stands for, or *node*."""
        for _ in range(_LONGEST):
            ref = node.get_text("$ref") or ""
            tokens = split(ref[1:]) if ref.startswith("#/components/") else ()
            if len(tokens) != 3:
                return node
            known = self._components.get(str(tokens[1]), {}).get(str(tokens[2]))
            if known is None:
                return node
            node = known
        return node

    def _show(self, node: Node) -> str:
        """Return where *node* is, as ``file:line:column``."""
        return self._place(node.key_span)

    def _place(self, span: Span) -> str:
        source = self._sources.get(span.file)
        if source is None:
            return span.file
        line, column = source.line_col(span.start)
        return f"{span.file}:{line}:{column}"


def _usual(documents: Sequence[tuple[str, Node]], key: str) -> Node | None:
    """Return the member *key* that most documents have; the first of equals."""
    nodes = [document.get(key) for _, document in documents]
    shown = [str(None if node is None else node.plain()) for node in nodes]
    counted = Counter(shown)
    return max(zip(nodes, shown, strict=True), key=lambda each: counted[each[1]])[0]
