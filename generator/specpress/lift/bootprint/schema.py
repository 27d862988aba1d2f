"""Schemas: a type, and sections of properties, items and combinations below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_TEXT
from specpress.lift.bootprint.datatype import PARTS, read_datatype, reference
from specpress.lift.bootprint.sections import (
    inner_head,
    is_mark,
    kind_of,
    members_of,
    pairs,
    sections_of,
)
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import between, markdown
from specpress.readers.element import Element
from specpress.source import NOWHERE
from specpress.tree import Node

_BESIDE: Final = (
    "json-property-name",
    "json-property-required",
    "json-property-discriminator",
    "json-property-read-only",
)
"""Marks that say of a property what its schema does not."""


class Schemas:
    """Reads schemas, and counts what it reads as understood."""

    def __init__(self, account: Account, report: Report) -> None:
        self._account = account
        self._report = report

    def of(self, head: Element | None, body: Element | None, name: str) -> Node:
        """Return the schema whose type stands in *head* and the rest in *body*."""
        around = head or body
        schema = Node({}, around.span if around else NOWHERE)
        if head is not None:
            self._account.take(*(e for e in head.children if is_mark(e)))
            schema = read_datatype(head, name, self._report)
        if body is not None and schema.get("$ref"):
            self._account.take(*(e for e in sections_of(body) if e.tag == "a"))
        if body is None or schema.get("$ref"):
            return schema
        sections = list(sections_of(body))
        return self._filled(schema, sections, name)

    def _filled(self, schema: Node, sections: Sequence[Element], name: str) -> Node:
        """Return *schema* with what *sections* say."""
        members = dict(schema.map)
        for section in sections:
            if section.has("json-schema-ref"):
                self._account.take(section)
                found = reference(section)
                return found if found is not None else schema
            kind = kind_of(section)
            if kind == "description":
                self._account.take(section)
                if text := markdown(section).strip():
                    members["description"] = Node(text, section.inner)
            elif kind == "example":
                self._account.take(section)
            elif kind == "properties":
                members.update(self._properties(section))
                members.setdefault("type", Node("object", section.span))
            elif kind == "additionalproperties":
                values = self.of(inner_head(section), section, f"{name}.*")
                if values.plain() == {"type": "object"}:  # shown for ``true``, too
                    values = Node(True, section.span)
                members["additionalProperties"] = values
            elif kind == "array-items":
                members = self._items(members, section, name)
            elif kind == "allof":
                members["allOf"] = self._all(section, name)
            elif kind == "anyof":
                members["anyOf"] = self._any(section, name)
        return Node(members, schema.span, schema.key_span)

    def _items(
        self, members: dict[str, Node], section: Element, name: str
    ) -> dict[str, Node]:
        """Return *members* with the items that *section* shows, in the innermost list."""
        inner = self.of(section, section, f"{name}[]")
        held = members.get("items")
        if held is not None and held.get_text("type") == "array":
            nested = self._items(dict(held.map), section, name)
            return {**members, "items": Node(nested, held.span)}
        return {**members, "type": Node("array", section.span), "items": inner}

    def _properties(self, section: Element) -> dict[str, Node]:
        found: dict[str, Node] = {}
        required: list[Node] = []
        members: dict[str, Node] = {}
        for term, detail in pairs(section):
            label = term.first("json-property-name")
            if label is None:
                continue
            text, span = label.text.trimmed()
            name = text.removesuffix(":")
            body = detail.first("json-inner-schema") if detail else None
            schema = self.of(term, body, name)
            self._account.take(label)
            self._strangers(term)
            more, told = self._flags(term), self._told(detail, body)
            if told is not None:
                more["description"] = told
            found[name] = Node({**schema.map, **more}, schema.span, span)
            if term.first("json-property-required") is not None:
                required.append(Node(name, span))
            if term.first("json-property-discriminator") is not None:
                members["discriminator"] = Node.of({"propertyName": name}, span)
        members["properties"] = Node(found, section.span)
        if required:
            members["required"] = Node(required, required[0].span)
        return members

    def _strangers(self, term: Element) -> None:
        """Report marks beside a type that the tool does not write."""
        for each in term.children:
            if not any(each.has(name) for name in (*PARTS, *_BESIDE)):
                text = each.text.text.strip() or each.attributes.get("class", "")
                said = {"text": text[:60], "path": each.path}
                self._report.add(UNKNOWN_TEXT.at(each.span, **said))

    def _flags(self, term: Element) -> dict[str, Node]:
        """Return what marks beside the type say."""
        readonly = term.first("json-property-read-only")
        return {} if readonly is None else {"readOnly": Node(True, readonly.span)}

    def _told(self, detail: Element | None, body: Element | None) -> Node | None:
        """Return the description of a property: what stands before its inner schema."""
        if detail is None:
            return None
        end = body.span.start if body else detail.inner.end
        odd = [e for e in detail.children if e.tag in ("section", "div")]
        end = min([end, *(each.span.start for each in odd)])
        part = between(detail, detail.inner.start, end)
        self._account.take(part.inner)
        text = markdown(part).strip()
        return Node(text, part.inner) if text else None

    def _all(self, section: Element, name: str) -> Node:
        """Return the members of an allOf: references first, as the tool shows them."""
        inherited = section.first("json-schema-allof-inherited")
        links = inherited.all("json-schema-ref") if inherited else []
        self._account.take(inherited)
        members = [node for link in links if (node := reference(link)) is not None]
        own = section.first("json-schema-allof-additional")
        for part in members_of(list(sections_of(own)) if own else []):
            members.append(self._filled(Node({}, section.span), part, name))
        return Node(members, section.span)

    def _any(self, section: Element, name: str) -> Node:
        return Node(
            [self.of(term, detail, name) for term, detail in pairs(section)],
            section.span,
        )
