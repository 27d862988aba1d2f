"""Tables of fields, one inside another, as schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BROKEN_ROW
from specpress.diagnostics.codes.swaggerui import FOLDED, ONE_VARIANT
from specpress.lift.redoc.detail import read_detail
from specpress.lift.redoc.rows import (
    Frame,
    Row,
    described,
    filled,
    is_below,
    is_folded,
    recursion,
    rows_of,
)
from specpress.lift.redoc.types import limit_of, loose
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.words import typed
from specpress.lift.swaggerui.dom import tagged, words
from specpress.lift.swaggerui.names import Names
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_VARIANTS: Final = re.compile(r"(One|Any|All) of")
_LIST: Final = re.compile(r"Array(?:\s*\((?P<limits>.*)\))?")


class Fields:
    """Reads what is drawn of schemas."""

    def __init__(self, names: Names, report: Report, taken: Account) -> None:
        self._names = names
        self._report = report
        self._taken = taken

    def rows(self, table: Element, trail: Sequence[Frame] = ()) -> Iterator[Row]:
        """Yield the fields of *table*; one that is unfolded has a row more below it."""
        rows = list(rows_of(table))
        for index, row in enumerate(rows):
            cells = [each for each in row.children if each.tag == "td"]
            if is_below(row):
                continue
            if len(cells) != 2 or "title" not in cells[0].attributes:
                shown = {"text": words(row)[0][:60], "path": table.path}
                self._report.add(BROKEN_ROW.at(row.span, **shown))
                self._taken.take(row)
                continue
            self._taken.take(*cells)
            following = rows[index + 1] if index + 1 < len(rows) else None
            below = following if following is not None and is_below(following) else None
            yield self._row(cells[0], cells[1], below, trail)

    def shape(self, table: Element, trail: Sequence[Frame] = ()) -> dict[str, Node]:
        """Return the keywords of the object whose fields *table* lists."""
        fields: dict[str, Node] = {}
        patterns: dict[str, Node] = {}
        required: list[Node] = []
        members: dict[str, Node] = {"type": Node("object", table.span)}
        for row in self.rows(table, trail):
            schema = described(row)
            if row.kind == "additionalproperties":
                members["additionalProperties"] = schema
            elif row.kind == "patternproperties":
                patterns[str(row.name.text)] = schema
            else:
                fields[str(row.name.text)] = schema
                if row.required:
                    required.append(row.name)
        if fields:
            members["properties"] = Node(fields, table.span)
        if patterns:
            members["patternProperties"] = Node(patterns, table.span)
        if required:
            members["required"] = Node(required, table.span)
        return members

    def content(self, parts: Sequence[Element], trail: Sequence[Frame]) -> Node | None:
        """Return the schema that is drawn in *parts*, or None when there is none."""
        for index, part in enumerate(parts):
            text, span = words(part)
            if part.tag == "table":
                return Node(self.shape(part, trail), part.span)
            if not part.children and (found := _LIST.fullmatch(text)):
                self._taken.take(part)
                rest = parts[index + 1 :]
                inner = self.content(rest, trail) or self._single(rest)
                members = {
                    "type": Node("array", span),
                    "items": inner or Node({}, span),
                }
                if found["limits"] and (limits := limit_of(found["limits"].strip())):
                    members.update({k: Node.of(v, span) for k, v in limits.items()})
                return Node(members, span)
            if not part.children and (choice := _VARIANTS.fullmatch(text)):
                self._taken.take(part)
                return self._variants(choice[1], parts[index + 1 :], span, trail)
            boxed = part.children and part.tag in ("div", "td", "tr")
            if boxed and (inner := self.content(part.children, trail)) is not None:
                return inner
        return None

    def _row(
        self,
        head: Element,
        detail: Element,
        below: Element | None,
        trail: Sequence[Frame],
    ) -> Row:
        name = head.attributes["title"]
        marks = [words(each)[0] for each in head.walk()]
        line, extra, prose = read_detail(detail, name, self._report)
        frame = Frame(str(line.title.text) if line.title else "")
        around = (*trail, frame)
        inner = self.content((below,), around) if below is not None else None
        if inner is None and line.recursive:
            inner = recursion(trail, frame.title, line.span)
        elif inner is None and is_folded(head):
            self._report.add(FOLDED.at(detail.span))
        notes = {key: each for key, each in extra.items() if key != "deprecated"}
        schema = filled(line, inner, Node(notes, extra.span))
        schema = self._named(schema, frame)
        at = next(
            (each.span for each in head.walk() if each.has("property-name")), head.span
        )
        deprecated = extra.get("deprecated")
        if deprecated is None and head.has("deprecated"):
            deprecated = Node(True, head.span)
        kind = head.attributes.get("kind", "field").lower()
        needed = "required" in marks
        return Row(Node(name, at), schema, needed, deprecated, prose, kind)

    def _named(self, schema: Node, frame: Frame) -> Node:
        """Return *schema*, or a reference to it when something inside refers to it."""
        if not frame.name:
            return schema
        if (items := schema.get("items")) is not None and schema.get_text(
            "type"
        ) == "array":
            inside = self._named(items, frame)
            return Node({**schema.map, "items": inside}, schema.span)
        return self._names.see(Node(frame.name, schema.span), schema)

    def top(self, parts: Sequence[Element], name: str) -> Node | None:
        """Return the schema of a body or response, drawn in *parts*, or None."""
        frame = Frame("")
        found = self.content(parts, (frame,))
        if found is None:
            found = self._single(parts, name)
        return None if found is None else self._named(found, frame)

    def _single(self, parts: Sequence[Element], name: str = "") -> Node | None:
        """Return the schema of one value without fields in *parts*, or None."""
        for part in parts:
            first = part
            while first.tag == "div" and first.children and not loose(first):
                first = first.children[0]
            if first.tag != "span":
                continue
            line, extra, prose = read_detail(part, name, self._report)
            self._taken.take(part)
            found = filled(line, None, extra)
            if prose is not None and "$ref" not in found.map:
                found = Node({**found.map, "description": prose}, found.span)
            return found
        return None

    def _variants(
        self, word: str, parts: Sequence[Element], span: Span, trail: Sequence[Frame]
    ) -> Node:
        """Return alternatives, of which the page shows one; of the others the names."""
        labels = [words(each) for part in parts for each in tagged(part, "button")]
        self._taken.take(*(b for part in parts for b in tagged(part, "button")))
        shown = self.content(parts, trail)
        shown = shown or self._single(parts[1:])
        known = [typed(text) for text, _ in labels]
        if len(labels) > 1 and any(each is None for each in known[1:]):
            names = ", ".join(repr(text) for text, _ in labels[1:])
            self._report.add(ONE_VARIANT.at(span, names=names))
        rest = [
            Node.of(each or {}, at)
            for each, (_, at) in zip(known[1:], labels[1:], strict=True)
        ]
        key = "anyOf" if rest else f"{word.lower()}Of"
        return Node({key: Node([shown or Node({}, span), *rest], span)}, span)
