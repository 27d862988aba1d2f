"""The tables of parameters of the html2 generator."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BROKEN_ROW, UNKNOWN_COLUMN
from specpress.lift.openapi_generator.fields import Entry
from specpress.lift.openapi_generator.wrapped import wrapper_of
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.tree import Node

_COLUMNS: Final = ("name", "description")


def _rows(
    table: Element, path: str, account: Account, report: Report
) -> list[tuple[Element, Element]]:
    """Return the name and the description of each row; report what is none."""
    found: list[tuple[Element, Element]] = []
    for row in (each for each in table.walk() if each.tag == "tr"):
        heads = [each for each in row.children if each.tag == "th"]
        for number, head in enumerate(heads):
            account.take(head)
            word = head.text.text.strip()
            expected = _COLUMNS[number] if number < len(_COLUMNS) else ""
            if word.lower() != expected:
                report.add(UNKNOWN_COLUMN.at(head.span, column=word, path=path))
        cells = [each for each in row.children if each.tag == "td"]
        if not cells:
            continue
        if len(cells) < 2 or not _name(cells[0]):
            text = row.text.text.strip()[:60]
            report.add(BROKEN_ROW.at(row.span, text=text, path=path))
            account.take(row)
        else:
            account.take(cells[0])
            found.append((cells[0], cells[1]))
    return found


def _name(cell: Element) -> str:
    return cell.text.text.strip().removesuffix("*").strip()


def entries_of(
    table: Element, path: str, account: Account, report: Report
) -> list[Entry]:
    """Return the parameters that *table* lists."""
    found: list[Entry] = []
    for first, second in _rows(table, path, account, report):
        starred = first.text.text.strip().endswith("*")
        required = second.first("required")
        account.take(required)
        mark = "required" if starred or required else "optional"
        entry = Entry(_name(first), first.inner, mark)
        kind, format_ = second.first("type"), second.first("format")
        told, listed = second.first("description"), second.first("enums")
        account.take(kind, format_, told, listed)
        if kind is not None:
            entry.kind, entry.kind_span = kind.text.trimmed()
        if format_ is not None:
            entry.format = format_.text.text.strip().strip("()")
        if told is not None:
            text = markdown(told) if told.children else told.text.text
            entry.text, entry.text_span = text.strip(), told.inner
        if listed is not None:
            codes = [each for each in listed.walk() if each.tag == "code"]
            entry.values = [each.text.text.strip() for each in codes]
        found.append(entry)
    return found


def body_of(table: Element, path: str, account: Account, report: Report) -> Node | None:
    """Return the request body (OpenAPI 3.0.3, 4.7.13), JSON in a script; or None."""
    for first, second in _rows(table, path, account, report):
        starred = first.text.text.strip().endswith("*")
        told = second.first("marked")
        account.take(told)
        node = wrapper_of(second, "the request body", path, report)
        if node is None:
            continue
        members = dict(node.map)
        if "content" not in members:
            schema = members.get("schema", node)
            content = {"application/json": Node({"schema": schema}, node.span)}
            members = {"content": Node(content, node.span)}
        text = told.text.text.strip() if told else ""
        if told is not None and text and "description" not in members:
            members["description"] = Node(text, told.inner)
        if starred and "required" not in members:
            members["required"] = Node(True, first.span)
        return Node(members, node.span, first.span)
    return None
