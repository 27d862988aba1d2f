"""Models: the trees that Swagger UI draws of schemas of OpenAPI 2.0 and 3.0."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_SECTION
from specpress.diagnostics.codes.swaggerui import EMPTIED_ROW, FOLDED_VALUES
from specpress.lift.rendering.words import typed
from specpress.lift.swaggerui.dom import prose, words
from specpress.lift.swaggerui.keywords import item_of, value_of
from specpress.lift.swaggerui.names import Names, folded
from specpress.lift.swaggerui.trees import (
    begins_a_line,
    cells_of,
    is_model,
    naming,
    outer_models,
    own_parts,
    own_text,
    rows_of,
)
from specpress.readers.element import Element
from specpress.tree import Node

_VALUE: Final = re.compile(r"\s*([\w$-]+)\s*:\s*(.*)", re.DOTALL)
_IGNORED: Final = frozenset("example examples xml $$ref externaldocs title".split())
_COMPOSED: Final = {"oneOf ->": "oneOf", "anyOf ->": "anyOf", "allOf ->": "allOf"}
_OTHER_ROWS: Final = ("extension", "external-docs", "property", "false")
_OTHER_LABELS: Final = ("externalDocs:", "externalDocs", "")
"""Rows that say nothing about the values of an object."""
_ANY: Final = "< * >:"


class Models:
    """Reads trees of models, and keeps those that have a name."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names = names
        self._report = report

    def read(self, box: Element) -> Node:
        """Return the schema (OpenAPI 3.0.3, 4.7.24) drawn in *box*."""
        model = box if is_model(box) else next(filter(is_model, box.walk()), None)
        return self._model(model) if model else Node({}, box.span)

    def _model(self, model: Element) -> Node:
        parts = list(own_parts(model))
        name, title = naming(parts)
        members = self._members(model, parts)
        if members is None:  # folded
            if name is not None:
                return self._names.refer(name, model.span)
            return folded(model.span)
        if title is not None and (name is None or title.text != name.text):
            members = {"title": title, **members}
        schema = Node(members, model.span)
        return schema if name is None else self._names.see(name, schema)

    def _members(self, model: Element, parts: list[Element]) -> dict[str, Node] | None:
        """Return the keywords of a model; None when it is folded."""
        prop = next((each for each in parts if each.has("prop-type")), None)
        table = next((each for each in parts if each.tag == "table"), None)
        if prop is not None:
            return self._scalar(prop, parts)
        if table is not None:
            return self._object(table, parts)
        inner = next(filter(is_model, parts), None)
        if inner is not None and "[" in own_text(model):
            return self._list(inner, parts, model)
        closed = any(each.has("collapsed") for each in parts)
        return None if closed else {}

    def _scalar(self, prop: Element, parts: list[Element]) -> dict[str, Node]:
        word, span = words(prop)
        plain = typed(word) or ({} if word == "any" else {"type": word})
        members = {key: Node.of(value, span) for key, value in plain.items()}
        shown = next((each for each in parts if each.has("prop-format")), None)
        if shown is not None:
            text, place = words(shown)
            members["format"] = Node(text.strip("()").removeprefix("$"), place)
        self._keywords(parts, members)
        values = next((each for each in parts if each.has("prop-enum")), None)
        if values is not None:
            self._enum(values, members)
        return members

    def _object(self, table: Element, parts: list[Element]) -> dict[str, Node]:
        members: dict[str, Node] = {"type": Node("object", table.span)}
        properties: dict[str, Node] = {}
        required: list[Node] = []
        for row in rows_of(table):
            head, value = cells_of(row)
            label, span = words(head)
            if row.has("property-row") or _is_plain_row(row, label):
                name = label.removesuffix("*").strip()
                if not name:
                    shown = words(row)[0][:60]
                    self._report.add(EMPTIED_ROW.at(row.span, text=shown))
                    continue
                if row.has("required") or label.endswith("*"):
                    required.append(Node(name, span))
                schema = self.read(value)
                properties[name] = Node(schema.value, schema.span, span, schema.origin)
            elif row.has("description"):
                if told := prose(value):
                    members["description"] = told
            elif label == _ANY:
                members["additionalProperties"] = self.read(value)
            elif label in _COMPOSED:
                each = [self._model(one) for one in outer_models(value)]
                members[_COMPOSED[label]] = Node(each, value.span)
            elif label == "not ->":
                members["not"] = self.read(value)
            elif label == "deprecated:":
                members["deprecated"] = Node(True, span)
            elif not any(map(row.has, _OTHER_ROWS)) and label not in _OTHER_LABELS:
                shown = words(row)[0][:60]
                path = f"{row.path} > {head.path}"
                self._report.add(UNKNOWN_SECTION.at(row.span, path=path, text=shown))
        if properties:
            members["properties"] = Node(properties, table.span)
        elif any(key in members for key in _COMPOSED.values()):
            del members["type"]
        if required:
            members["required"] = Node(required, table.span)
        self._keywords(parts, members)
        return members

    def _list(
        self, inner: Element, parts: list[Element], model: Element
    ) -> dict[str, Node]:
        members = {"type": Node("array", model.span), "items": self._model(inner)}
        self._keywords(parts, members)
        return members

    def _keywords(self, parts: list[Element], members: dict[str, Node]) -> None:
        """Add the description and the keywords that are written out ``key: value``."""
        for each in parts:
            if each.has("renderedmarkdown") or each.has("markdown"):
                if told := prose(each):
                    members.setdefault("description", told)
            elif each.has("property") or begins_a_line(each):
                found = _VALUE.fullmatch(each.text.text)
                if found is None or found[1].lower() in _IGNORED:
                    continue
                value = value_of(found[1], found[2].strip())
                if value is not None:
                    members.setdefault(found[1], Node.of(value, each.inner))

    def _enum(self, values: Element, members: dict[str, Node]) -> None:
        text, span = words(values)
        shown = text.partition("[")[2].rpartition("]")[0].strip()
        if text.count("Array [") or not shown:
            self._report.add(FOLDED_VALUES.at(span))
            return
        kind = members.get("type")
        items = [part.strip() for part in shown.split(",")]
        read = [item_of(item, kind.text if kind else None) for item in items]
        members["enum"] = Node([Node.of(item, span) for item in read], span)


def _is_plain_row(row: Element, label: str) -> bool:
    """Return whether *row* is that of a field, which older versions give no class."""
    return (
        not set(row.classes) - {"false"}
        and label not in (_ANY, *_COMPOSED)
        and not label.endswith((":", "->"))
        and bool(label)
    )
