"""The dynamic-html generator: a page a group of operations, a page a model."""

from __future__ import annotations

import posixpath
import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import KINDS_LOST, NO_HEADING
from specpress.lift.base import Page
from specpress.lift.openapi_generator.base_path import based
from specpress.lift.openapi_generator.leaves import Leaf, read_leaf
from specpress.lift.openapi_generator.model_pages import Models
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.references import closed
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.tree import Node

_SECTIONS: Final = ("url", "http method", "response type", "parameters")
_MODEL: Final = re.compile(r"<li class=\"param-required-(?:true|false)\"")
_INDEX: Final = re.compile(r"<a href=\"#!/\w+")
_LOST: Final = (
    "responses but the type of the success, media types, formats and limits, the items"
    " of lists, whether parameters are required, security, and the title"
)


class DynamicHtml:
    """The lifter of pages of OpenAPI Generator's ``dynamic-html``."""

    name = "openapi-generator-dynamic-html"

    def __init__(self) -> None:
        self._models = Models()

    def accepts(self, page: Page) -> bool:
        """Return whether *page* is one of the tool's: operations, a model, the index."""
        text = page.source.text
        if "param-required-" not in text and 'class="section' not in text:
            return False
        root = page.root(PLAIN)
        if root is None:
            return False
        words = {e.text.text.strip().lower() for e in root.all("section")}
        return {"url", "http method"} <= words or bool(
            _MODEL.search(text) or (_INDEX.search(text) and root.all("section-header"))
        )

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, with the models that it refers to.

        Those have pages of their own beside it. The index, and a model that no
        operation refers to, say nothing of what can be called.
        """
        root = page.root(PLAIN)
        if root is None:
            return None
        draft = Draft(page.source, report)
        account = Account(report)
        if root.all("section-header") or _MODEL.search(page.source.text):
            return None
        for leaf in _leaves(root, account):
            found = read_leaf(leaf, account, report)
            if found is None:
                said = {"what": f"the operation {leaf.name}", "lacks": "URL and method"}
                report.add(NO_HEADING.at(leaf.span, **said))
                continue
            method, url, operation = found
            draft.add(method, url.path, operation)
            if url.server and not draft.servers:
                draft.servers.append(Node.of({"url": url.server}, url.span))
        account.settle(root)
        folder = posixpath.dirname(page.name)
        draft.schemas.update(
            self._models.of(draft.operations, folder, page.store, report)
        )
        return closed(draft.node(), draft.schemas, report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*, its base path in the server; report what pages leave out."""
        report.add(KINDS_LOST.at(tool="OpenAPI Generator's dynamic HTML", lost=_LOST))
        return based(document, report)


def _leaves(root: Element, account: Account) -> list[Leaf]:
    """Return the operations on the page: a heading with an anchor, and what follows."""
    holder = next((e for e in root.walk() if e.has("main-content")), None)
    if holder is None:
        return []
    heads = [i for i, each in enumerate(holder.children) if each.tag == "h2"]
    leaves: list[Leaf] = []
    tag = ""
    for number, at in enumerate(heads):
        until = heads[number + 1] if number + 1 < len(heads) else None
        parts = holder.children[at + 1 : until]
        head = holder.children[at]
        account.take(head)
        words = [e.text.text.strip().lower() for e in parts if e.has("section")]
        text = head.text.text.strip()
        if words:
            leaves.append(Leaf(text, tag, head.span, parts))
            continue
        tag = text.removesuffix("Api")
        account.take(*(e for e in parts if _is_about(e)))
    return leaves


def _is_about(element: Element) -> bool:
    """Return whether *element* is the sentence below the heading of a group."""
    words = element.text.text.split()
    return (
        element.tag == "p" and words[:3] == ["This", "is", "the"] and words[-1] == "API"
    )
