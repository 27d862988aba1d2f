"""Trees of rows to schemas."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    COMBINATION_UNSTATED,
    UNKNOWN_MARK,
    UNKNOWN_RESTRICTION,
)
from specpress.lift.rendering.tables import Record
from specpress.lift.widdershins.rows import ADDITIONAL, ANONYMOUS, Field
from specpress.lift.widdershins.types import read_type
from specpress.lift.widdershins.values import values_of, with_values
from specpress.source import NOWHERE, Span
from specpress.tree import Node

_FLAGS: Final = {"read-only": "readOnly", "write-only": "writeOnly"}
_SAYS_NOTHING: Final = ("", "none")


def described(text: str) -> str:
    """Return the description in a cell; the tool writes ``none`` for no description."""
    return "" if text.strip() in _SAYS_NOTHING else text.strip()


def is_required(record: Record, name: str, report: Report, default: bool) -> Node:
    """Return whether the row says that *name* is required."""
    mark = record.text("required").strip().lower()
    span = record.span_of("required")
    if mark not in ("true", "false"):
        taken = "required" if default else "optional"
        report.add(UNKNOWN_MARK.at(span, mark=mark, name=name, taken=taken))
        return Node(default, span, origin="default")
    return Node(mark == "true", span)


class Schemas:
    """Makes schemas; *about* has the descriptions of models by name, *lists* the lists.

    The tool shows the description of a model beside each reference to it that has
    none of its own: there it says nothing new.
    """

    def __init__(
        self, about: Mapping[str, str], lists: Collection[str], report: Report
    ) -> None:
        self._about = about
        self._lists = lists
        self._report = report

    def of(self, each: Field) -> Node:
        """Return the schema of the field *each*."""
        record = each.record
        if record is None:
            return self._made(each, Node({"type": Node("object")}))
        span = record.span_of("type")
        schema = read_type(each.type, each.name, span, self._report)
        return self._made(each, self._with_cells(schema, each, record))

    def parameter(self, each: Field, sample: object = None) -> Node:
        """Return the schema of a parameter, or of a body with an example *sample*.

        Its description is not the schema's. The tool shows a list of models as one
        model; the example tells.
        """
        record = each.record
        if record is None:
            return Node({})
        span = record.span_of("type")
        schema = read_type(each.type, each.name, span, self._report)
        if isinstance(sample, list) and schema.get("$ref") and not self._is_list(each):
            schema = Node.of({"type": "array", "items": schema}, span)
        if each.values and not each.is_reference:
            schema = with_values(schema, each)
        return self._made(each, schema)

    def root(self, root: Field, span: Span) -> Node:
        """Return the schema of *root*: an object, a combination, or its one row."""
        own = [each for each in root.fields if each.name != ANONYMOUS]
        if len(root.fields) == 1 and not own:
            return self.of(root.fields[0])
        first = root.fields[0] if root.fields else None
        if first and first.name == ANONYMOUS and first.type.startswith(("[", "array")):
            first.fields.extend(root.fields[1:])
            return self.of(first)
        base = {"type": Node("object", span)} if own or not root.combined else {}
        return self._made(root, Node(dict(base), span))

    def _made(self, each: Field, schema: Node) -> Node:
        """Return *schema* with what the rows below *each* say."""
        if each.is_reference:
            return schema
        items = schema.get("items")
        if schema.get_text("type") == "array" and items is not None:
            if each.fields or each.combined:
                inner = self._filled(each, items)
                return Node({**schema.map, "items": inner}, schema.span)
            return schema
        return self._filled(each, schema)

    def _filled(self, each: Field, schema: Node) -> Node:
        members = dict(schema.map)
        self._add_combined(each, members)
        anonymous = [below for below in each.fields if below.name == ANONYMOUS]
        named = [below for below in each.fields if below.name != ANONYMOUS]
        if anonymous:
            span = anonymous[0].record.span if anonymous[0].record else NOWHERE
            said = COMBINATION_UNSTATED.at(span, name=each.name or "the schema")
            self._report.add(said)
            members["anyOf"] = Node([self.of(below) for below in anonymous], span)
        properties: dict[str, Node] = {}
        required: list[Node] = []
        for below in named:
            schema_ = self.of(below)
            if below.name == ADDITIONAL:
                members["additionalProperties"] = schema_
                continue
            properties[below.name] = schema_
            if below.record and _is_true(below, self._report):
                place = below.record.span_of("required")
                required.append(Node(below.name, place))
        if properties:
            members["properties"] = Node(properties, schema.span)
        if required:
            members["required"] = Node(required, required[0].span)
        return Node(members, schema.span, schema.key_span)

    def _add_combined(self, each: Field, members: dict[str, Node]) -> None:
        for keyword, found in each.combined.items():
            made = [self.of(below) for below in found]
            span = found[0].record.span if found[0].record else NOWHERE
            members[keyword] = made[0] if keyword == "not" else Node(made, span)
            if name := each.discriminators.get(keyword):
                members["discriminator"] = Node.of({"propertyName": name}, span)

    def _with_cells(self, schema: Node, each: Field, record: Record) -> Node:
        """Return *schema* with its description, its values and its restriction."""
        members: dict[str, Node] = {}
        text = self._own(described(record.text("description")), each)
        if text:
            members["description"] = Node(text, record.span_of("description"))
        word = record.text("restrictions").strip()
        if word in _FLAGS:
            members[_FLAGS[word]] = Node(True, record.span_of("restrictions"))
        elif word not in _SAYS_NOTHING:
            place = record.span_of("restrictions")
            said = UNKNOWN_RESTRICTION.at(place, text=word, name=each.name)
            self._report.add(said)
        if each.values and not each.is_reference:
            members["enum"] = values_of(each, schema)
        return Node({**schema.map, **members}, schema.span, record.span_of("name"))

    def _own(self, text: str, each: Field) -> str:
        """Return *text*, unless it is the description of the model referred to."""
        if not each.is_reference:
            return text
        about = self._about.get(_model(each), "")
        return "" if _even(text) in (_even(about), _even(f"[{about}]")) else text

    def _is_list(self, each: Field) -> bool:
        """Return whether the model that *each* refers to is a list."""
        return _model(each) in self._lists


def _model(each: Field) -> str:
    """Return the name of the model that *each* refers to."""
    return each.type.strip("[]").partition("](#schema")[0].lstrip("[")


def _even(text: str) -> str:
    return " ".join(text.replace("<br>", " ").split())


def _is_true(each: Field, report: Report) -> bool:
    assert each.record is not None  # only rows are asked
    return is_required(each.record, each.name, report, False).value is True
