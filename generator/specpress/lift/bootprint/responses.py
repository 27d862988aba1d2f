"""The responses of an operation: a definition list."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.diagnostics.codes.rendering import BROKEN_ROW, MEDIA_UNKNOWN
from specpress.lift.bootprint.datatype import read_datatype
from specpress.lift.bootprint.schema import Schemas
from specpress.lift.bootprint.sections import pairs
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.tree import Node

_STATUS: Final = re.compile(r"\s*([1-5](?:[0-9]{2}|XX)|default)\b", re.IGNORECASE)
_JSON: Final = "application/json"


def read_responses(
    panel: Element, schemas: Schemas, account: Account, report: Report
) -> Node:
    """Return the responses (OpenAPI 3.0.3, 4.7.16) that *panel* shows."""
    section = panel.first("sw-responses")
    media = _labels(section, account) if section else []
    responses: dict[str, Node] = {}
    for term, detail in pairs(section) if section else ():
        account.take(term)
        text, span = term.text.trimmed()
        found = _STATUS.match(text)
        if found is None:
            report.add(UNKNOWN_STATUS.at(span, status=text[:20]))
            account.take(detail)
            continue
        status = found[1].lower() if found[1].lower() == "default" else found[1].upper()
        if status in responses:
            report.add(REPEATED_STATUS.at(span, status=status))
            account.take(detail)
            continue
        members = _response(detail, status, media, schemas, account, report)
        responses[status] = Node(members, span, span)
    if not responses:
        report.add(NO_RESPONSES.at(panel.span))
        text_ = {"description": ""}
        responses["default"] = Node.of(text_, panel.span, origin="default")
    return Node(responses, section.span if section else panel.span)


def _labels(section: Element, account: Account) -> list[str]:
    found: list[str] = []
    for child in section.children:
        if child.tag == "p" and child.all("label"):
            account.take(child)
            found.extend(each.text.text.strip() for each in child.all("label"))
    return found


def _response(
    detail: Element | None,
    status: str,
    media: list[str],
    schemas: Schemas,
    account: Account,
    report: Report,
) -> dict[str, Node]:
    if detail is None:
        return {"description": Node("")}
    rows = [each for each in detail.children if each.has("row")]
    told = rows[0] if rows else None
    account.take(told)
    text = markdown(told).strip() if told else ""
    span = told.inner if told else detail.span
    members = {"description": Node(text, span)}
    account.take(*detail.all("sw-response-examples"))
    if headers := _headers(detail, account, report):
        members["headers"] = Node(headers, detail.span)
    model = detail.first("sw-response-model")
    if model is not None and model.first("panel-definition") is not None:
        what = f"the response {status}"
        schema = schemas.of(None, model, what)
        if not media:
            report.add(MEDIA_UNKNOWN.at(detail.span, what=what, media=_JSON))
        content = {
            name: Node({"schema": schema}, model.span) for name in media or [_JSON]
        }
        members["content"] = Node(content, model.span)
    return members


def _headers(detail: Element, account: Account, report: Report) -> dict[str, Node]:
    """Return the headers (OpenAPI 3.0.3, 4.7.21) that a table lists."""
    section = detail.first("sw-response-headers")
    if section is None:
        return {}
    account.take(section)
    found: dict[str, Node] = {}
    for row in (each for each in section.walk() if each.tag == "tr"):
        cells = [each for each in row.children if each.tag == "td"]
        name, span = cells[0].text.trimmed() if cells else ("", row.span)
        if len(cells) < 3 or not name:
            text = " ".join(row.text.text.split())[:60]
            if text:
                report.add(BROKEN_ROW.at(row.span, text=text, path=section.path))
            continue
        members = {"schema": read_datatype(cells[2], name, report)}
        if text := markdown(cells[1]).strip():
            members["description"] = Node(text, cells[1].inner)
        found[name] = Node(members, span, span)
    return found
