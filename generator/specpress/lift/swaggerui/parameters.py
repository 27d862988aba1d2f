"""The rows of the table of parameters, and of the fields of a form."""

from __future__ import annotations

import json
import re
from typing import Final, cast

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import INCOMPLETE_PARAMETER, UNKNOWN_LOCATION
from specpress.diagnostics.codes.rendering import UNKNOWN_SCHEMA_TYPE
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.words import typed, value
from specpress.lift.swaggerui.contents import Contents
from specpress.lift.swaggerui.dom import own, tagged, words
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PLACES: Final = ("path", "query", "header", "cookie", "body", "formdata")
_LIST: Final = re.compile(r"array\s*[\[<](.*)[\]>]", re.DOTALL)
_NOTE: Final = re.compile(
    r"(?P<what>Available values|Default value|Examples?)\s*:\s*(?P<value>.*)", re.DOTALL
)
_LIMIT: Final = re.compile(r"(?P<key>[A-Za-z]+)\s*:\s*(?P<value>.*)", re.DOTALL)
_LIMITS: Final = frozenset(
    "minimum maximum minLength maxLength minItems maxItems".split()
)


class Rows:
    """Reads rows: name, place, type, description, values, default."""

    def __init__(self, contents: Contents, report: Report) -> None:
        self._contents = contents
        self._report = report

    def parameter(self, row: Element) -> Node | None:
        """Return the parameter (OpenAPI 3.0.3, 4.7.12) of *row*, or None, reported.

        Parameters of OpenAPI 2.0 in the body or a form have these places.
        """
        name, span = _name(row)
        place, at = _place(row)
        if not name or not place:
            what = "place" if name else "name"
            self._report.add(INCOMPLETE_PARAMETER.at(row.span, what=what))
            return None
        if place.lower() not in _PLACES:
            self._report.add(UNKNOWN_LOCATION.at(at, location=place, name=name))
            return None
        members = {"name": Node(name, span), "in": Node(place, at)}
        told = self._description(row)
        if told is not None:
            members["description"] = told
        required = place == "path" or _required(row)
        members["required"] = Node(required, span)
        if (mark := _text(row, "parameter__deprecated"))[0] == "deprecated":
            members["deprecated"] = Node(True, mark[1])
        members["schema"] = self._schema(row, name)
        return Node(members, span, span)

    def field(self, row: Element) -> tuple[Node, Node, bool]:
        """Return name and schema of the field of a form, and whether it is required."""
        name, span = _name(row)
        schema = self._schema(row, name)
        told = self._description(row)
        members = dict(schema.map)
        if told is not None and "$ref" not in members:
            members["description"] = told
        return Node(name, span), Node(members, schema.span, span), _required(row)

    def _schema(self, row: Element, name: str) -> Node:
        cell = _beside(row)
        if cell is not None and (drawn := self._contents.schema(cell)) is not None:
            return drawn
        word, span = _type(row)
        plain = self._type(word, name, span)
        shown = _text(row, "prop-format")
        if shown[0] and "type" in plain:
            _innermost(plain)["format"] = Node(
                shown[0].strip("()").removeprefix("$"), shown[1]
            )
        for each in (*row.all("parameter__extension"),):
            found = _LIMIT.fullmatch(words(each)[0])
            if found and (found["key"] in _LIMITS or found["key"] == "pattern"):
                kind: dict[str, object] = {
                    "type": "number" if found["key"] in _LIMITS else "string"
                }
                plain[found["key"]] = Node.of(value(found["value"], kind), each.inner)
        self._notes(row, plain)
        return Node.of(plain, span)

    def _type(self, word: str, name: str, span: Span) -> dict[str, object]:
        """Return the schema of the type *word*: ``integer``, ``array<string>``."""
        if word in ("", "any", "undefined"):
            return {}
        if found := _LIST.fullmatch(word):
            return {"type": "array", "items": self._type(found[1], name, span)}
        parts = [part.strip() for part in word.strip("()").split("|")]
        known = [typed(part) for part in parts if part != "null"]
        plain: dict[str, object] = {}
        if not known or any(each is None for each in known):
            self._report.add(UNKNOWN_SCHEMA_TYPE.at(span, type=word, name=name))
        elif len(known) > 1:
            plain = {"anyOf": known}
        else:
            plain = dict(known[0] or {})
            if plain.get("type") == "array":
                plain["items"] = {}
        if "null" in parts and plain:
            plain["nullable"] = True
        return plain

    def _notes(self, row: Element, plain: dict[str, object]) -> None:
        """Add the values and the default that stand below the description."""
        target = _innermost(plain)
        for box in (*row.all("parameter__enum"), *row.all("parameter__default")):
            text, span = words(box)
            found = _NOTE.fullmatch(text)
            if found is None:
                continue
            if found["what"] == "Available values":
                shown = [each.strip() for each in found["value"].split(",")]
                target["enum"] = Node.of([value(v, target) for v in shown], span)
            elif found["what"] == "Default value":
                plain["default"] = Node.of(_default(found["value"], plain), span)

    def _description(self, row: Element) -> Node | None:
        cell = _beside(row)
        for box in own(cell, "model-example", "model-box") if cell is not None else ():
            if not (box.has("renderedmarkdown") or box.has("markdown")):
                continue
            if box.has("parameter__enum") or box.has("parameter__default"):
                continue
            text = markdown(box)
            if text and not _is_note(box):
                return Node(text, box.inner)
        return None


def _innermost(plain: dict[str, object]) -> dict[str, object]:
    """Return the schema of the items of a list, else *plain* itself."""
    items = plain.get("items")
    return cast("dict[str, object]", items) if isinstance(items, dict) else plain


def _beside(row: Element) -> Element | None:
    """Return the cell beside the name, with the description."""
    if (cell := row.first("parameters-col_description")) is not None:
        return cell
    cells = [each for each in row.children if each.tag == "td"]
    return cells[-1] if len(cells) > 1 else None


def _is_note(box: Element) -> bool:
    italic = tagged(box, "i")
    return bool(italic) and _NOTE.match(words(box)[0]) is not None


def _default(text: str, plain: dict[str, object]) -> object:
    if plain.get("type") in ("array", "object"):
        try:
            return json.loads(text)
        except ValueError:
            if plain.get("type") == "array":
                return [each.strip() for each in text.split(",")]
    return value(text, plain)


def _name(row: Element) -> tuple[str, Span]:
    cell = row.first("parameter__name")
    for key in ("data-param-name", "data-property-name"):
        if name := row.attributes.get(key):
            return name, cell.span if cell else row.span
    if cell is None:
        return "", row.span
    text, span = next(cell.gaps()).trimmed()
    if not text:
        text, span = words(cell)
    return text.removesuffix("*").strip(), span


def _place(row: Element) -> tuple[str, Span]:
    text, span = _text(row, "parameter__in")
    return row.attributes.get("data-param-in") or text.strip("()"), span


def _required(row: Element) -> bool:
    cell = row.first("parameter__name")
    marked = cell is not None and words(cell)[0].endswith("*")
    return cell is not None and (cell.has("required") or marked)


def _type(row: Element) -> tuple[str, Span]:
    """Return the type, without the format that stands in the same cell."""
    cell = row.first("parameter__type")
    if cell is None:
        return "", row.span
    text = " ".join(" ".join(gap.text for gap in cell.gaps()).split())
    return text, cell.inner


def _text(row: Element, name: str) -> tuple[str, Span]:
    found = row.first(name)
    return words(found) if found is not None else ("", row.span)
