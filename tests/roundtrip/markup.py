"""XML read back by the XML Objects of a schema (OpenAPI 3.2, 4.26)."""

from __future__ import annotations

from typing import Any, Final
from xml.etree import ElementTree

from roundtrip.files import Object, Unsayable
from roundtrip.flat import flat
from roundtrip.texts import says

_NIL: Final = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_Element = ElementTree.Element


def from_xml(content: bytes, schema: Any, dialect: str, given: Any) -> str:
    """Return how the document *content* is not *given*; nothing if it is."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        return f"{error}: {content[:200]!r}"
    if isinstance(given, list):
        raise Unsayable("a list as the whole of XML")
    reader = _Reader(dialect)
    name = reader.root(schema)
    if name and root.tag != name:
        return f"the root is {root.tag!r}, described as {name!r}"
    return reader.differs(root, schema, given, "", "")


class _Reader:
    def __init__(self, dialect: str) -> None:
        self._dialect = dialect

    def root(self, schema: Any) -> str:
        """Return the name of the element that is the whole; nothing if none is told."""
        xml = self._flat(schema).get("xml") or {}
        reference = schema.get("$ref", "") if isinstance(schema, dict) else ""
        name = xml.get("name") or str(reference).rpartition("/")[2]
        return _qualified(name, xml, "") if name else ""

    def differs(
        self, element: _Element, schema: Any, given: Any, at: str, around: str
    ) -> str:
        """Return where *element* is not *given*; names without a prefix are in the
        namespace *around* it, unless they have one of their own."""
        if given is None:
            return "" if element.get(_NIL) == "true" else f"{at}: no nil"
        if not isinstance(given, dict):
            text = element.text or ""
            return "" if says(text, given) else f"{at}: {text!r} for {given!r}"
        known = self._flat(schema)
        properties = known.get("properties") or {}
        rest = known.get("additionalProperties")
        left = list(element)
        around = _inner(known.get("xml") or {}, around)
        attributes = dict(element.attrib)
        for key, value in given.items():
            own = properties.get(key, rest if isinstance(rest, dict) else {})
            here = f"{at}/{key}"
            wrong = self._member(
                element, left, attributes, key, own, value, here, around
            )
            if wrong:
                return wrong
        if left or attributes:
            return f"{at}: not given {[e.tag for e in left]} {attributes}"
        return ""

    def _member(
        self,
        element: _Element,
        left: list[_Element],
        attributes: dict[str, str],
        key: str,
        schema: Any,
        value: Any,
        at: str,
        around: str,
    ) -> str:
        known = self._flat(schema)
        xml = known.get("xml") or {}
        node = xml.get("nodeType")
        name = _qualified(xml.get("name") or key, xml, around)
        if xml.get("attribute") or node == "attribute":
            own = _qualified(xml.get("name") or key, xml, "")
            text = attributes.pop(own, None)
            if value is None:
                return ""
            if isinstance(value, list):
                raise Unsayable("lists in attributes")
            fine = text is not None and says(text, value)
            return "" if fine else f"{at}: {text!r} for {value!r}"
        if node in ("text", "cdata"):
            text = element.text or ""
            return "" if says(text, value) else f"{at}: {text!r} for {value!r}"
        if not isinstance(value, list):
            found = [each for each in left if each.tag == name]
            if len(found) != 1:
                return f"{at}: {len(found)} of {name!r}"
            left.remove(found[0])
            return self.differs(found[0], schema, value, at, around)
        items = known.get("items", {})
        inner = self._flat(items).get("xml") or {}
        if xml.get("wrapped") or node == "element":
            wrap = [each for each in left if each.tag == name]
            if len(wrap) != 1:
                return f"{at}: {len(wrap)} of {name!r}"
            left.remove(wrap[0])
            inside = list(wrap[0])
            around = _inner(xml, around)
            named = inner.get("name") or xml.get("name") or key
            name = _qualified(named, inner, around)
        else:
            inside = left
            name = _qualified(inner.get("name") or key, inner, around)
        found = [each for each in inside if each.tag == name]
        for each in found:
            inside.remove(each)
        if len(found) != len(value) or (inside is not left and inside):
            return f"{at}: {len(found)} of {name!r} for {value!r}"
        for each, item in zip(found, value, strict=True):
            if wrong := self.differs(each, items, item, at, around):
                return wrong
        return ""

    def _flat(self, schema: Any) -> Object:
        # An XML Object beside a reference is meant, though older versions ignore it.
        beside = isinstance(schema, dict) and "$ref" in schema and "xml" in schema
        return flat(schema, _only, "3.1" if beside else self._dialect)


def _only(branches: Any) -> Any:
    if len(branches) > 1:
        raise Unsayable("branches in XML")
    return branches[0]


def _inner(xml: Object, around: str) -> str:
    """Return the namespace of names without a prefix inside of what *xml* is about."""
    return str(xml.get("namespace") or around) if not xml.get("prefix") else around


def _qualified(name: str, xml: Object, around: str) -> str:
    namespace = xml.get("namespace") or around
    return f"{{{namespace}}}{name}" if namespace else name
