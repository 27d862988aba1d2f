"""One block of an operation."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NO_TARGET, UNKNOWN_METHOD
from specpress.diagnostics.codes.swaggerui import FOLDED_OPERATION
from specpress.lift.rendering.draft import METHODS
from specpress.lift.swaggerui.answers import Answers
from specpress.lift.swaggerui.contents import Contents, media_of
from specpress.lift.swaggerui.dom import own, prose, words
from specpress.lift.swaggerui.parameters import Rows
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_FORM: Final = "application/x-www-form-urlencoded"
_UPLOAD: Final = "multipart/form-data"
_NOT_NAME: Final = re.compile(r"[^A-Za-z0-9]+")


class Operations:
    """Reads blocks of operations."""

    def __init__(self, contents: Contents, report: Report) -> None:
        self._contents = contents
        self._rows = Rows(contents, report)
        self._answers = Answers(contents, report)
        self._report = report

    def read(self, block: Element, tag: Node | None) -> tuple[str, str, Node] | None:
        """Return method, path and operation of *block*; None, reported, without them."""
        mark = block.first("opblock-summary-method")
        target = block.first("opblock-summary-path") or block.first(
            "opblock-summary-path__deprecated"
        )
        method = words(mark)[0].lower() if mark else ""
        if mark is None or target is None:
            what = "path" if mark else "method"
            self._report.add(NO_TARGET.at(block.span, what=what))
            return None
        if method not in METHODS:
            self._report.add(UNKNOWN_METHOD.at(mark.span, method=method))
            return None
        path = target.attributes.get("data-path") or "".join(words(target)[0].split())
        members: dict[str, Node] = {}
        if tag is not None:
            members["tags"] = Node([tag], tag.span)
        if name := _operation_id(block, method, path, tag):
            members["operationId"] = name
        summary = block.first("opblock-summary-description")
        if summary is not None and words(summary)[0]:
            members["summary"] = Node(*words(summary))
        if told := prose(block.first("opblock-description")):
            members["description"] = told
        if block.has("opblock-deprecated"):
            members["deprecated"] = Node(True, block.span)
        if block.first("opblock-body") is None:
            said = {"method": method.upper(), "path": path}
            self._report.add(FOLDED_OPERATION.at(block.span, **said))
        self._inputs(block, members)
        members["responses"] = self._answers.read(block)
        return method, path, Node(members, mark.span, mark.span)

    def _inputs(self, block: Element, members: dict[str, Node]) -> None:
        """Add parameters and body; OpenAPI 2.0 has its bodies among the parameters."""
        parameters: list[Node] = []
        fields: list[tuple[Node, Node, bool]] = []
        for row in _rows(block):
            place = (row.attributes.get("data-param-in") or _place(row)).lower()
            if place == "body":
                members["requestBody"] = self._old_body(row)
            elif place == "formdata":
                fields.append(self._rows.field(row))
            elif (parameter := self._rows.parameter(row)) is not None:
                parameters.append(parameter)
        if parameters:
            members["parameters"] = Node(parameters)
        if fields:
            upload = any(
                schema.get_text("format") == "binary" for _, schema, _ in fields
            )
            media = Node(_UPLOAD if upload else _FORM, origin="default")
            members["requestBody"] = _form(fields, [media], block.span)
        section = _body_section(block)
        if section is not None:
            members["requestBody"] = self._body(section)

    def _body(self, section: Element) -> Node:
        """Return the request body (OpenAPI 3.0.3, 4.7.13) of *section*."""
        media = media_of(section)
        rows = [each for each in section.all("parameters") if each.tag == "tr"]
        if rows:
            fields = [self._rows.field(row) for row in rows]
            body = dict(_form(fields, media, section.span).map)
        else:
            content = self._contents.content(section, media, request=True)
            body = {"content": content or Node({}, section.span)}
        title = section.first("parameter__name")
        if title is not None and title.has("required") and title.has("opblock-title"):
            body["required"] = Node(True, title.span)
        wrapper = section.first("opblock-description-wrapper")
        boxes = own(wrapper, "model-example", "table-container") if wrapper else ()
        told = next(
            (
                t
                for each in boxes
                if each.has("renderedmarkdown") and (t := prose(each))
            ),
            None,
        )
        if told is not None and not rows:
            body = {"description": told, **body}
        return Node(body, section.span)

    def _old_body(self, row: Element) -> Node:
        """Return the body that a parameter of OpenAPI 2.0 stands for."""
        media = media_of(row) or [Node("application/json", row.span, origin="default")]
        content = self._contents.content(row, media, request=True)
        members = {"content": content or Node({}, row.span)}
        parameter = self._rows.parameter(row)
        if parameter is not None:
            for key in ("description", "required"):
                if key in parameter.map:
                    members[key] = parameter.map[key]
        return Node(members, row.span)


def _body_section(block: Element) -> Element | None:
    """Return the section of the request body, which older versions give no class."""
    if (section := block.first("opblock-section-request-body")) is not None:
        return section
    for section in block.all("opblock-section"):
        for each in own(section, "opblock-section"):
            if each.has("opblock-title") and each.has("parameter__name"):
                return section
    return None


def _rows(block: Element) -> list[Element]:
    """Return the rows of parameters, not those of the fields of a form."""
    rows = [each for each in block.walk() if each.tag == "tr"]
    named = [each for each in rows if "data-param-name" in each.attributes]
    if named:
        return named
    return [
        each
        for each in rows
        if each.first("parameter__name") and each.first("parameter__in")
    ]


def _place(row: Element) -> str:
    found = row.first("parameter__in")
    return words(found)[0].strip("()") if found else ""


def _form(fields: list[tuple[Node, Node, bool]], media: list[Node], span: Span) -> Node:
    properties = {str(name.text): schema for name, schema, _ in fields}
    schema = {"type": Node("object", span), "properties": Node(properties, span)}
    if needed := [name for name, _, required in fields if required]:
        schema["required"] = Node(needed, span)
    held = Node({"schema": Node(schema, span)}, span)
    content = {str(each.text): held for each in media[:1]}
    content |= {str(each.text): Node({}, each.span) for each in media[1:]}
    return Node({"content": Node(content, span)}, span)


def _operation_id(
    block: Element, method: str, path: str, tag: Node | None
) -> Node | None:
    """Return the operationId, which is the end of the block's id.

    Without an operationId the tool makes one of method and path; that is left out.
    """
    prefix = "operations-"
    whole = block.attributes.get("id", "")
    if not whole.startswith(prefix):
        return None
    rest = whole.removeprefix(prefix)
    words_ = str(tag.text) if tag is not None else "default"
    for spelled in (words_, re.sub(r"\s", "_", words_), words_.replace(" ", "%20")):
        if rest.startswith(f"{spelled}-"):
            rest = rest.removeprefix(f"{spelled}-")
            break
    else:
        rest = rest.partition("-")[2]
    made = _NOT_NAME.sub("", f"{method}{path}").lower()
    if not rest or _NOT_NAME.sub("", rest).lower() == made:
        return None
    return Node(rest, block.span)
