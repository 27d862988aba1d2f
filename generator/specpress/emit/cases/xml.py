"""Bodies of XML on the wire, by their schemas; shares no code with clients' runtime."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast
from xml.sax.saxutils import escape, quoteattr

from specpress.emit.cases.text import plain
from specpress.ir.nodes import Content
from specpress.ir.xml import (
    Schema,
    as_schema,
    definitions,
    kind_of,
    merged,
    name_of,
    node_of,
    target,
    xml_of,
)

HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NIL: Final = (
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xsi:nil="true"',
)
_TEXT: Final = {"\r": "&#13;"}
_NAME: Final = re.compile(r"[^\W\d][\w.\-]*")


class NoXmlError(Exception):
    """A value that XML can't hold so that it is read again as the same one."""


def xml_text(value: object, content: Content, *, exact: bool = False) -> str:
    """Return *value* as the XML document that *content* describes (OpenAPI 3.2, XML
    Object).

    Raises NoXmlError for one that is not read again as the same, if it must be *exact*.
    """
    whole = as_schema(content.schema.value if content.schema else None)
    writer = _Writer(definitions(whole), exact)
    schema = writer.whole(whole)
    name = name_of(xml_of(schema)) or target(whole) or "root"
    if isinstance(value, list):
        xml = {"wrapped": True, **xml_of(schema), "name": name}
        items = cast("list[object]", value)
        return HEAD + writer.member(name, {**schema, "xml": xml}, items)
    return HEAD + writer.element(name, schema, value)


def xml_member(name: str, value: object, content: Content) -> str:
    """Return what the member *name* adds to the document that *content* describes."""
    whole = as_schema(content.schema.value if content.schema else None)
    writer = _Writer(definitions(whole), False)
    fields = as_schema(writer.whole(whole).get("properties"))
    schema = writer.whole(as_schema(fields.get(name)))
    node = node_of(xml_of(schema), kind_of(schema))
    if node == "attribute":
        return writer.attribute(name, schema, value)
    return writer.body({name: value}, {name: schema}, {})


@dataclass(frozen=True, slots=True)
class _Writer:
    defs: Mapping[str, object]
    exact: bool

    def whole(self, schema: Schema) -> Schema:
        own = xml_of(schema)
        found = merged(schema, self.defs)
        base = (
            xml_of(merged({"$ref": schema["$ref"]}, self.defs))
            if own and "$ref" in schema
            else {}
        )
        return {**found, "xml": {**base, **own}} if own else found

    def member(self, key: str, schema: Schema, value: object) -> str:
        xml, kind = xml_of(schema), kind_of(schema)
        if kind != "array" or not isinstance(value, list):
            return self.element(name_of(xml) or key, schema, value)
        item = self.whole(as_schema(schema.get("items")))
        around = node_of(xml, kind) == "element"
        if self.exact and not value and not around:
            raise NoXmlError
        name = name_of(xml_of(item)) or (name_of(xml) if around else "") or key
        texts = (self.member(name, item, each) for each in cast("list[object]", value))
        inside = "".join(texts)
        return self._tag(name_of(xml) or key, xml, [], inside) if around else inside

    def element(self, name: str, schema: Schema, value: object) -> str:
        xml = xml_of(schema)
        if value is None:
            return self._tag(name, xml, list(_NIL), "")
        if not isinstance(value, dict):
            self._check(schema, value)
            return self._tag(name, xml, [], escape(plain(value), _TEXT))
        fields = as_schema(schema.get("properties"))
        rest = as_schema(schema.get("additionalProperties"))
        members = cast(Schema, value)
        attributes: list[str] = []
        for key, each in members.items():
            known = self.whole(as_schema(fields.get(key, rest)))
            if (
                node_of(xml_of(known), kind_of(known)) == "attribute"
                and each is not None
            ):
                attributes.append(self.attribute(key, known, each))
        return self._tag(name, xml, attributes, self.body(members, fields, rest))

    def attribute(self, key: str, schema: Schema, value: object) -> str:
        xml = xml_of(schema)
        items = cast("list[object]", value) if isinstance(value, list) else [value]
        if self.exact and len(items) != 1:
            raise NoXmlError
        self._check(schema, items[0] if len(items) == 1 else "")
        name = self._name(name_of(xml) or key, xml)
        text = " ".join(plain(item) for item in items)
        quoted = quoteattr(text, {**_TEXT, "\n": "&#10;", "\t": "&#9;", '"': "&quot;"})
        return " ".join([*_declared(xml), f"{name}={quoted}"])

    def body(self, members: Schema, fields: Schema, rest: Schema) -> str:
        texts: list[str] = []
        for key, each in members.items():
            if self.exact and key not in fields and not _NAME.fullmatch(key):
                raise NoXmlError
            schema = self.whole(as_schema(fields.get(key, rest)))
            node = node_of(xml_of(schema), kind_of(schema))
            if node in ("text", "cdata"):
                self._check(schema, each)
            if node == "text" and each is not None:
                texts.append(escape(plain(each), _TEXT))
            elif node == "cdata" and each is not None:
                held = plain(each).replace("]]>", "]]]]><![CDATA[>")
                texts.append(f"<![CDATA[{held}]]>")
            elif node not in ("attribute", "text", "cdata"):
                texts.append(self.member(key, schema, each))
            elif self.exact and each is None:
                raise NoXmlError
        return "".join(texts)

    def _check(self, schema: Schema, value: object) -> None:
        """Refuse what is read as something else: text has no type of its own."""
        kinds: dict[str, type | tuple[type, ...]] = {
            "integer": int,
            "number": (int, float),
            "boolean": bool,
            "string": str,
            "any": str,
        }
        known = kinds.get(kind_of(schema), ())
        if self.exact and not isinstance(value, known):
            raise NoXmlError

    def _tag(self, name: str, xml: Schema, attributes: list[str], inside: str) -> str:
        name = self._name(name, xml)
        head = " ".join([name, *_declared(xml), *attributes])
        return f"<{head}>{inside}</{name}>" if inside else f"<{head}/>"

    def _name(self, name: str, xml: Schema) -> str:
        prefix = xml.get("prefix")
        return f"{prefix}:{name}" if isinstance(prefix, str) and prefix else name


def _declared(xml: Schema) -> list[str]:
    namespace, prefix = xml.get("namespace"), xml.get("prefix")
    if not isinstance(namespace, str) or not namespace:
        return []
    colon = f":{prefix}" if isinstance(prefix, str) and prefix else ""
    return [f"xmlns{colon}={quoteattr(namespace)}"]
