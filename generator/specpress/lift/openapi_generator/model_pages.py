"""The pages of models of the dynamic-html generator, beside those of operations."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.openapi_generator.properties import read_properties
from specpress.lift.rendering.account import Account
from specpress.readers.element import Element
from specpress.readers.html import MAX_BYTES, read_html
from specpress.readers.text import read_source
from specpress.store import Store
from specpress.tree import Node

_POINTER: Final = re.compile(r"#/components/schemas/(.+)")


class Models:
    """Reads the pages of models, each once."""

    def __init__(self) -> None:
        self._read: dict[str, dict[str, Node]] = {}

    def of(
        self, nodes: Iterable[Node], folder: str, store: Store, report: Report
    ) -> dict[str, Node]:
        """Return the models that *nodes*, and those models, refer to.

        They are looked for beside *folder*, and in it.
        """
        found: dict[str, Node] = {}
        open_ = [name for node in nodes for name in _names(node)]
        while open_:
            name = open_.pop()
            if name in found:
                continue
            for uri in _places(folder, name):
                page = self._page(uri, store, report)
                if name in page:
                    found[name] = page[name]
                    open_.extend(_names(page[name]))
                    break
        return found

    def _page(self, uri: str, store: Store, report: Report) -> dict[str, Node]:
        """Return the models on the page *uri*; none when there is no such page."""
        if uri not in self._read:
            tried = Report()
            source = read_source(store.read, uri, tried, MAX_BYTES)
            root = read_html(source, report) if source is not None else None
            self._read[uri] = _models(root, report) if root is not None else {}
        return self._read[uri]


def _places(folder: str, name: str) -> tuple[str, ...]:
    """Return where the page of the model *name* may be."""
    beside = posixpath.normpath(posixpath.join(folder, "..", "models", f"{name}.html"))
    return beside, posixpath.join(folder, f"{name}.html")


def _names(node: Node) -> Iterator[str]:
    """Yield the names of the models that *node* refers to."""
    pointer = node.get_text("$ref")
    if pointer and (found := _POINTER.fullmatch(pointer)):
        yield found[1]
    for each in (*node.map.values(), *node.list):
        yield from _names(each)


def _models(root: Element, report: Report) -> dict[str, Node]:
    """Return the models on the page: a heading, and a list for each property."""
    account = Account(report)
    found: dict[str, Node] = {}
    name: Node | None = None
    lists: list[Element] = []
    for each in (*(e for e in root.walk() if e.tag in ("h2", "ul")), None):
        if each is not None and each.tag == "ul":
            if each.has("parameter"):
                lists.append(each)
            continue
        if name is not None and name.text is not None:
            schema = read_properties(lists, account, report)
            found[name.text] = Node(schema.value, schema.span, name.span)
        lists = []
        if each is not None:
            account.take(each)
            text, span = each.text.trimmed()
            name = Node(text, span)
    account.settle(root)
    return found
