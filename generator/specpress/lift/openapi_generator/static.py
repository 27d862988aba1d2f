"""The html generator: one page, a box an operation, a box a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import KINDS_LOST, PARAMETER_TYPE_UNSTATED
from specpress.lift.base import Page
from specpress.lift.openapi_generator.access import any_of, read_access
from specpress.lift.openapi_generator.cover import read_cover
from specpress.lift.openapi_generator.methods import read_method
from specpress.lift.openapi_generator.models import model_name, read_model
from specpress.lift.openapi_generator.types import Types
from specpress.lift.operations import operations
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import Draft
from specpress.readers.element import Element
from specpress.readers.raw import Markup
from specpress.source import NOWHERE
from specpress.tree import Node

MARKUP: Final = Markup(("example",), ("method", "field-label", "model", "method-path"))
"""Examples stand on the page as they are, XML unescaped."""
_LOST: Final = (
    "types and values of parameters, limits of values, what a model combines, which"
    " operation needs which security scheme, and headers"
)


class StaticHtml:
    """The lifter of pages of OpenAPI Generator's ``html``."""

    name = "openapi-generator-html"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* has the tool's boxes."""
        if "method-path" not in page.source.text:
            return False
        root = page.root(MARKUP)
        return root is not None and any(
            box.first("nickname") and box.first("method-path")
            for box in root.all("method")
        )

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows."""
        root = page.root(MARKUP)
        if root is None:
            return None
        body = next((each for each in root.walk() if each.tag == "body"), root)
        draft = Draft(page.source, report)
        account = Account(report)
        boxes = [each for each in body.all("model") if model_name(each)]
        types = Types({model_name(each) for each in boxes}, report)
        read_cover(body, draft, account)
        listed = _access(body, account)
        draft.schemes.update(read_access(listed, report))
        draft.security = any_of(draft.schemes)
        _methods(body, draft, types, account, report)
        for box in boxes:
            name = model_name(box)
            draft.schemas[name] = read_model(box, types, account, report)
        _navigation(body, account)
        account.settle(body)
        return draft.node()

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        every = [
            each
            for found in operations(document)
            for each in (found.operation.get("parameters") or Node([])).list
        ]
        untyped = [each for each in every if not _is_typed(each)]
        if untyped:
            said = {"count": len(untyped), "all": len(every)}
            report.add(PARAMETER_TYPE_UNSTATED.at(NOWHERE, **said))
        report.add(KINDS_LOST.at(tool="OpenAPI Generator's html", lost=_LOST))
        return document


def _is_typed(parameter: Node) -> bool:
    """Return whether the page tells the type of *parameter*."""
    schema = parameter.get("schema") or Node({})
    return bool(schema.map.keys() & {"type", "$ref", "anyOf"})


def _access(body: Element, account: Account) -> Sequence[Element]:
    """Return the items below the heading Access."""
    found: list[Element] = []
    inside = False
    for child in body.children:
        if child.tag == "h2":
            inside = child.text.text.strip() == "Access"
            if inside:
                account.take(child)
        elif inside and child.tag == "ol":
            account.take(child)
            found.extend(each for each in child.children if each.tag == "li")
    return found


def _methods(
    body: Element, draft: Draft, types: Types, account: Account, report: Report
) -> None:
    """Add the operations, each with the tag whose heading stands above it."""
    tag: Node | None = None
    for child in body.children:
        if child.tag == "h1" and any(each.tag == "a" for each in child.children):
            account.take(child)
            text, span = child.text.trimmed()
            tag = Node(text, span)
            draft.tags.setdefault(text, Node({"name": tag}, span))
        elif child.has("method"):
            found = read_method(child, (body,), types, account, report)
            if found is None:
                continue
            method, path, operation = found
            members = dict(operation.map)
            if tag is not None:
                members["tags"] = Node([tag], tag.span)
            draft.add(method, path, Node(members, operation.span, operation.key_span))


def _navigation(body: Element, account: Account) -> None:
    """Leave out the tables of contents, which say nothing new."""
    inside = False
    for child in body.children:
        if child.tag == "h2":
            inside = child.text.text.strip() in ("Methods", "Models")
            if inside:
                account.take(child)
        elif child.tag == "h1" or child.has("method") or child.has("model"):
            inside = False
        elif inside and child.tag in ("h3", "h4", "ul", "ol"):
            account.take(child)
    for gap in body.gaps():
        text, span = gap.trimmed()
        if text in ("[ Jump to", "]", "[", "Jump to"):
            account.take(span)
    for child in body.children:
        if child.tag == "a" and child.attributes.get("href", "") in (
            "#__Models",
            "#__Methods",
        ):
            account.take(child)
