"""XML read back by the XML objects of OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from conformance.inexpressible import Inexpressible
from conformance.operations import resolved
from conformance.values import from_text, items, kinds, others, properties


def from_xml(document: Mapping[str, Any], schema: Any, data: bytes) -> Any:
    """Return what the XML in *data* says of what *schema* describes."""
    root = ElementTree.fromstring(data)
    used: set[int] = {id(root)}
    value = _value(document, schema, root, used)
    for element in root.iter():
        if id(element) not in used:
            tag = _local(element.tag)
            raise Inexpressible(f"the description has no place for the element {tag!r}")
    return value


def _value(
    document: Mapping[str, Any],
    schema: Any,
    element: ElementTree.Element,
    used: set[int],
) -> Any:
    """Return what *element* says of what *schema* describes."""
    used.add(id(element))
    parts = kinds(document, schema)
    if any(part.get("type") == "array" for part in parts):
        inner = items(document, schema)
        return [_value(document, inner, each, used) for each in element]
    known = properties(document, schema)
    if not known:
        if extra := others(document, schema):
            return {_local(e.tag): _value(document, extra, e, used) for e in element}
        return from_text(document, schema, element.text or "")
    out: dict[str, Any] = {}
    for name, part in known.items():
        if (value := _field(document, name, part, element, used)) is not None:
            out[name] = value
    return out


def _field(
    document: Mapping[str, Any],
    name: str,
    schema: Any,
    element: ElementTree.Element,
    used: set[int],
) -> Any:
    """Return what *element* has for its property *name*, None for nothing."""
    parts = kinds(document, schema)
    own = _xml(document, schema)
    tag = own.get("name", name)
    if own.get("attribute"):
        text = element.attrib.get(_qualified(own, tag))
        return None if text is None else from_text(document, schema, text)
    if own.get("nodeType") == "text" or own.get("x-ms-text"):
        return from_text(document, schema, element.text or "")
    if any(part.get("type") == "array" for part in parts):
        each = items(document, schema)
        inner = _xml(document, each)
        if own.get("wrapped"):
            holder = element.find(_qualified(own, tag))
            used.add(id(holder))
            return (
                None
                if holder is None
                else [_value(document, each, e, used) for e in holder]
            )
        found = element.findall(_qualified(inner, inner.get("name", name)))
        return [_value(document, each, e, used) for e in found] or None
    child = element.find(_qualified(own, tag))
    return None if child is None else _value(document, schema, child, used)


def _xml(document: Mapping[str, Any], schema: Any) -> Mapping[str, Any]:
    """Return what is said of the XML of *schema*; what is nearest wins."""
    found: dict[str, Any] = {}
    own = dict(resolved(document, schema) or {})
    for part in own.get("allOf", []):
        found |= _xml(document, part)
    return {**found, **own.get("xml", {})}


def _qualified(xml: Mapping[str, Any], tag: str) -> str:
    """Return *tag* in its namespace."""
    return f"{{{xml['namespace']}}}{tag}" if xml.get("namespace") else tag


def _local(tag: str) -> str:
    """Return *tag* without its namespace."""
    return tag.rpartition("}")[2]
