"""What schemas say of XML (OpenAPI 3.2, XML Object), and which bodies are typed XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias, cast

from specpress.ir.media import essence
from specpress.ir.nodes import Content
from specpress.ir.types import Anything, String

Schema: TypeAlias = dict[str, object]
REF: Final = "#/$defs/"
_NAME: Final = re.compile(r"[^\W\d][\w.\-]*")
_SCALARS: Final = ("string", "integer", "number", "boolean")


def is_xml(media_type: str) -> bool:
    """Return whether *media_type* is that of XML (RFC 7303, 4).

    >>> is_xml("application/xml; charset=utf-8"), is_xml("image/svg+xml"), is_xml("a/b")
    (True, True, False)
    """
    name = essence(media_type)
    return name in ("application/xml", "text/xml") or name.endswith("+xml")


def is_typed(content: Content) -> bool:
    """Return whether *content* is XML whose elements its schema tells of by name."""
    if not is_xml(content.media_type) or isinstance(content.type, Anything | String):
        return False
    if content.type is None or content.schema is None:
        return False
    schema = content.schema.value
    if not isinstance(schema, dict):
        return False
    whole = cast(Schema, schema)
    kind = kind_of(merged(whole, definitions(whole)))
    return kind in ("object", "array") and all(map(_NAME.fullmatch, _names(whole)))


def definitions(schema: Schema) -> Mapping[str, object]:
    """Return what *schema* refers to, by name."""
    found = schema.get("$defs")
    return cast(Schema, found) if isinstance(found, dict) else {}


def target(schema: Schema) -> str | None:
    """Return the name of the definition that *schema* refers to, if it does."""
    ref = schema.get("$ref")
    found = isinstance(ref, str) and ref.startswith(REF)
    return cast(str, ref).removeprefix(REF) if found else None


def as_schema(value: object) -> Schema:
    """Return *value* where it is an object, else a schema that says nothing."""
    return cast(Schema, value) if isinstance(value, dict) else {}


def xml_of(schema: Schema) -> Schema:
    """Return the XML Object of *schema*."""
    return as_schema(schema.get("xml"))


def merged(
    schema: Schema,
    defs: Mapping[str, object],
    inside: frozenset[str] = frozenset(),
) -> Schema:
    """Return *schema* with what it refers to, and what its parts say, in one.

    The XML Object of what it refers to counts where it has none; that of a part in
    ``allOf`` and the like never does.
    """
    parts: list[Schema] = []
    name = target(schema)
    if name is not None and name not in inside:
        parts.append(merged(as_schema(defs.get(name)), defs, inside | {name}))
    for key in ("allOf", "oneOf", "anyOf"):
        for part in _listed(schema.get(key)):
            whole = merged(as_schema(part), defs, inside)
            parts.append({k: v for k, v in whole.items() if k != "xml"})
    result: Schema = {}
    fields: Schema = {}
    for part in [*parts, schema]:
        fields |= as_schema(part.get("properties"))
        if part.get("type") != "null":
            result |= part
    return {**result, "properties": fields} if fields else result


def kind_of(schema: Schema) -> str:
    """Return what a value of *schema*, which is merged, is: the name of a type of JSON
    Schema, or "any"."""
    types = schema.get("type")
    named = [t for t in (_listed(types) or [types]) if t != "null"]
    if named[:1] == ["array"] or "items" in schema:
        return "array"
    if "properties" in schema or named[:1] == ["object"]:
        return "object"
    return str(named[0]) if len(named) == 1 and named[0] in _SCALARS else "any"


def node_of(xml: Schema, kind: str) -> str:
    """Return the type of node that *xml* makes of a value of *kind* ("nodeType", and
    ``attribute`` and ``wrapped``, which it replaces)."""
    node = xml.get("nodeType")
    if isinstance(node, str):
        return node
    if xml.get("attribute") is True:
        return "attribute"
    return "none" if kind == "array" and xml.get("wrapped") is not True else "element"


def name_of(xml: Schema) -> str:
    """Return the name that *xml* gives, or nothing."""
    name = xml.get("name")
    return name if isinstance(name, str) else ""


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _names(schema: Schema) -> Iterator[str]:
    """Yield the names that elements and attributes of *schema* have."""
    work: list[object] = [schema]
    while work:
        part = work.pop()
        if isinstance(part, dict):
            known = cast(Schema, part)
            for key, value in as_schema(known.get("properties")).items():
                yield name_of(xml_of(as_schema(value))) or key
            work += [value for key, value in known.items() if key not in _DATA]
        else:
            work += _listed(part)


_DATA: Final = frozenset(("enum", "const", "default", "example", "examples", "xml"))
