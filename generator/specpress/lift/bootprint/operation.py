"""An operation: a panel with a method and a path, and sections."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_METHOD
from specpress.diagnostics.codes.rendering import BROKEN_ROW, NO_HEADING
from specpress.lift.bootprint.parameters import read_parameters
from specpress.lift.bootprint.responses import read_responses
from specpress.lift.bootprint.schema import Schemas
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import METHODS
from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.tree import Node

_FORM: Final = "application/x-www-form-urlencoded"
_FILES: Final = "multipart/form-data"
_JSON: Final = "application/json"

Operation = tuple[str, str, Node]


def read_operation(
    panel: Element,
    trail: Sequence[Element],
    schemas: Schemas,
    account: Account,
    report: Report,
) -> Operation | None:
    """Return the method, the path and the operation (OpenAPI 3.0.3, 4.7.10).

    None, with the reason reported, when *panel* shows none.
    """
    head = panel.first("panel-heading")
    title = panel.first("panel-title")
    verb = panel.first("operation-name")
    path_ = (
        next((e for e in title.walk() if e.tag == "strong"), None) if title else None
    )
    if head is None or verb is None or path_ is None or not path_.text.text.strip():
        said = {"what": "an operation", "lacks": "method and path"}
        report.add(NO_HEADING.at(panel.span, **said))
        account.take(panel)
        return None
    account.take(title, *_tag_links(head))
    _take_words(head, account)
    method, span = verb.text.trimmed()
    if method.lower() not in METHODS:
        report.add(UNKNOWN_METHOD.at(span, method=method))
        account.take(panel)
        return None
    path, path_span = path_.text.trimmed()
    members = _names(panel, head, account)
    listed, form = read_parameters(panel, (*trail, panel), account, report)
    if listed:
        members["parameters"] = Node(listed, listed[0].span)
    body = _body(panel, form, schemas, account)
    if body is not None:
        members["requestBody"] = body
    members["responses"] = read_responses(panel, schemas, account, report)
    if (needed := _security(panel, account, report)) is not None:
        members["security"] = needed
    return method.lower(), path, Node(members, panel.span, path_span)


def _names(panel: Element, head: Element, account: Account) -> dict[str, Node]:
    members: dict[str, Node] = {}
    summary = head.first("operation-summary")
    account.take(summary)
    if summary is not None and (text := markdown(summary).strip()):
        members["summary"] = Node(text, summary.inner)
    told = panel.first("sw-operation-description")
    account.take(told)
    if told is not None and (text := markdown(told).strip()):
        members["description"] = Node(text, told.inner)
    more = panel.first("sw-operation-external-docs")
    account.take(more)
    link = next((e for e in more.walk() if e.tag == "a"), None) if more else None
    if link is not None:
        docs = {"url": link.attributes.get("href", ""), "description": link.text.text}
        members["externalDocs"] = Node.of(docs, link.span)
    tags = _tag_links(head)
    if tags:
        made = [Node(each.text.text.strip(), each.inner) for each in tags]
        members["tags"] = Node(list(made), tags[0].span)
    return members


def _tag_links(head: Element) -> list[Element]:
    """Return the links to tags in *head*."""
    return [e for e in head.walk() if e.attributes.get("href", "").startswith("#tag-")]


def _take_words(head: Element, account: Account) -> None:
    """Count the word before the tags as understood."""
    for gap in head.gaps():
        text, span = gap.trimmed()
        if text in ("Tags:", ","):
            account.take(span)


def labels(section: Element, account: Account) -> list[str]:
    """Return the media types that stand in labels at the top of *section*."""
    found: list[str] = []
    for child in section.children:
        if child.tag == "p" and child.all("label"):
            account.take(child)
            found.extend(each.text.text.strip() for each in child.all("label"))
    return found


def _body(
    panel: Element, form: Node | None, schemas: Schemas, account: Account
) -> Node | None:
    """Return the request body (OpenAPI 3.0.3, 4.7.13), or None when there is none."""
    section = panel.first("sw-request-body")
    media = labels(section, account) if section else []
    row = section.first("row") if section else None
    members: dict[str, Node] = {}
    span = section.span if section else form.span if form else panel.span
    if row is not None:
        model = row.first("sw-request-model")
        told = next((e for e in row.children if e is not model), None)
        account.take(told)
        if told is not None and (text := markdown(told).strip()):
            members["description"] = Node(text, told.inner)
        schema = schemas.of(None, model, "the request body")
        usual = _JSON
    elif form is not None:
        schema = form
        files = "binary" in str(form.plain())
        usual = _FILES if files else _FORM
        if form.get("required"):
            members["required"] = Node(True, form.span, origin="default")
    else:
        return None
    content = {name: Node({"schema": schema}, span) for name in media or [usual]}
    return Node({**members, "content": Node(content, span)}, span, span)


def _security(panel: Element, account: Account, report: Report) -> Node | None:
    """Return what the operation needs (OpenAPI 3.0.3, 4.7.30).

    Rows are alternatives: whether two belong together is not shown.
    """
    section = panel.first("sw-request-security")
    if section is None:
        return None
    account.take(section)
    requirements: list[dict[str, list[str]]] = []
    for row in (each for each in section.walk() if each.tag == "tr"):
        cells = [each for each in row.children if each.tag == "td"]
        if cells and not cells[0].text.text.strip():
            text = " ".join(row.text.text.split())[:60]
            report.add(BROKEN_ROW.at(row.span, text=text, path=section.path))
        elif cells:
            scopes = cells[1].text.text.split(",") if len(cells) > 1 else []
            kept = [scope.strip() for scope in scopes if scope.strip()]
            requirements.append({cells[0].text.text.strip(): kept})
    return Node.of(requirements, section.span)
