"""Pages of bootprint (bootprint-openapi): a panel an operation, a panel a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import KINDS_LOST
from specpress.lift.base import Page
from specpress.lift.bootprint.cover import read_cover, read_schemes
from specpress.lift.bootprint.operation import read_operation
from specpress.lift.bootprint.schema import Schemas
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.references import closed
from specpress.readers.element import Element
from specpress.readers.raw import PLAIN
from specpress.tree import Node

_LOST: Final = (
    "the host, the names of operations, whether a body is required, the type of what a"
    " description of OpenAPI 3 says in a schema, exclusive limits, and whether two"
    " security schemes are needed together"
)
_REPEATED: Final = ("sw-response-definitions", "table-parameter-definitions")
"""What is written out where it is used as well."""


class Bootprint:
    """The lifter of bootprint's pages."""

    name = "bootprint"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has the tool's panels."""
        if "panel-operation" not in page.source.text:
            return False
        root = page.root(PLAIN)
        return root is not None and any(_panels(root, ()))

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows."""
        root = page.root(PLAIN)
        if root is None:
            return None
        body = next((each for each in root.walk() if each.tag == "body"), root)
        draft = Draft(page.source, report)
        account = Account(report)
        schemas = Schemas(account, report)
        read_cover(body, draft, account, report)
        draft.schemes.update(read_schemes(body, account, report))
        for panel, trail in _panels(body, ()):
            found = read_operation(panel, trail, schemas, account, report)
            if found is not None:
                draft.add(*found)
        for panel in body.all("panel-definition"):
            if name := _model_name(panel):
                draft.schemas[name] = _model(panel, name, schemas, account)
        _ignore(body, account)
        account.settle(body)
        return closed(draft.node(), draft.schemas, report)

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report.add(KINDS_LOST.at(tool="bootprint", lost=_LOST))
        return document


def _panels(
    element: Element, trail: Sequence[Element]
) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    """Yield the panels of operations, each with the elements around it."""
    for child in element.children:
        names = [each for each in child.classes if "panel-operation-" in each]
        if names:
            yield child, (*trail, element)
        else:
            yield from _panels(child, (*trail, element))


def _title(panel: Element) -> Element | None:
    head = next((e for e in panel.children if e.has("panel-heading")), None)
    return head.first("panel-title") if head else None


def _model_name(panel: Element) -> str:
    """Return the name of the model in *panel*; empty when it is part of something."""
    title = _title(panel)
    for each in title.walk() if title else ():
        anchor = each.attributes.get("name", "")
        if anchor.startswith("/definitions/"):
            return anchor.removeprefix("/definitions/")
    return ""


def _model(panel: Element, name: str, schemas: Schemas, account: Account) -> Node:
    title = _title(panel)
    account.take(title)
    body = next((e for e in panel.children if e.has("panel-body")), None)
    schema = schemas.of(title, body, name)
    place = title.span if title else panel.span
    return Node(schema.value, panel.span, place)


def _ignore(body: Element, account: Account) -> None:
    """Leave out headings and what is written out elsewhere."""
    titles = ("Paths", "Security", "Schema definitions")
    also = ("Parameter definitions", "Response definitions")
    for each in body.walk():
        if (
            each.tag == "h2" and each.text.text.strip() in (*titles, *also)
        ) or each.attributes.get("id", "") in _REPEATED:
            account.take(each)
