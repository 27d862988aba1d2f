"""Pages of Sphinx with httpdomain: written by hand, or from a description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.httpdoc.account import is_whole
from specpress.lift.httpdoc.gaps import report_gaps
from specpress.lift.httpdoc.message import Message
from specpress.lift.httpdoc.server import read_server
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.markdown import markdown
from specpress.lift.sphinx.labels import SWAPPED
from specpress.lift.sphinx.operation import read_operation, turned
from specpress.lift.sphinx.parts import Parts, parts_of
from specpress.lift.sphinx.scope import Section, sections
from specpress.lift.sphinx.signature import is_signature
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.tree import Node

__all__ = ["Sphinx"]

_ANY_HOST: Final = re.compile(
    r"(?:^|\.)(?:example|test|invalid|example\.(?:com|net|org))$"
)


class Sphinx:
    """The lifter of Sphinx's pages (sphinxcontrib-httpdomain, sphinxcontrib-openapi)."""

    name = "sphinx"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* describes an operation the way httpdomain does."""
        root = page.root(PLAIN)
        return root is not None and any(is_signature(each) for each in root.walk())

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, or None with the reason reported."""
        root = page.root(PLAIN)
        if root is None:
            return None
        found = sections(root)
        if not all(
            is_whole(each, report) for section in found for each in section.operations
        ):
            return None
        draft = Draft(page.source, report)
        _overview(found, draft)
        shown = [_parts(each) for section in found for each in section.operations]
        draft.servers.extend(_servers(shown, report))
        swapped = is_swapped(shown)

        def turn(parts: Parts) -> Parts:
            return turned(parts, report) if swapped else parts

        for section in found:
            for element in section.operations:
                if (read := read_operation(element, turn, report)) is None:
                    continue
                signature, operation = read
                if section.depth and section.title:
                    name = Node(section.title.text, section.title.span)
                    members = {"tags": Node([name], name.span), **operation.map}
                    operation = Node(members, operation.span, operation.key_span)
                draft.add(str(signature.method.text), signature.path, operation)
        return draft.node() if draft.operations else None

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report_gaps(document, report)
        return document


def is_swapped(shown: Sequence[Parts]) -> bool:
    """Return whether the page has the labels of request and response exchanged.

    That is so where fields of requests come behind the status codes only, those of
    responses before them only: the order in which the tool writes the opposite.
    """
    before, after = set[str](), set[str]()
    for parts in shown:
        kinds = [kind for kind, _ in parts.groups]
        at = kinds.index("status") if "status" in kinds else len(kinds)
        before.update(kind for kind in kinds[:at] if kind in SWAPPED)
        after.update(kind for kind in kinds[at:] if kind in SWAPPED)
    requests = {kind for kind in after if kind.startswith("request")}
    responses = {kind for kind in before if kind.startswith("response")}
    return bool(after and before) and requests == after and responses == before


def _parts(element: Element) -> Parts:
    body = next((each for each in element.children if each.tag == "dd"), element)
    return parts_of(body)


def _servers(shown: Sequence[Parts], report: Report) -> list[Node]:
    """Return the server that the requests name, unless it stands for any (RFC 2606)."""
    hosts: dict[str, Message] = {}
    for parts in shown:
        for each in parts.messages:
            host = each.message.header("host")
            if host and not _ANY_HOST.search(host.value.partition(":")[0]):
                hosts.setdefault(host.value, each.message)
    found = [read_server(message, report) for message in hosts.values()]
    return [server for each in found if each is not None for server in each.list]


def _overview(found: Sequence[Section], draft: Draft) -> None:
    """Take title and description of the whole, and the texts of the groups."""
    for section in found:
        text = markdown(section.prose)
        prose = Node(text, section.prose.inner) if text else None
        if section.depth == 0:
            if section.title is not None:
                draft.info["title"] = section.title
            if prose is not None:
                draft.info["description"] = prose
        elif section.title is not None and section.operations:
            members = {"name": section.title}
            if prose is not None:
                members["description"] = prose
            name = str(section.title.text)
            draft.tags.setdefault(name, Node(members, section.title.span))
