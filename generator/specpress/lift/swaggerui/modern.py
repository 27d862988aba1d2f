"""Trees that Swagger UI draws of schemas of OpenAPI 3.1 (JSON Schema 2020-12)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.swaggerui import FOLDED, UNKNOWN_LIMIT
from specpress.lift.swaggerui.dom import own, prose, words
from specpress.lift.swaggerui.limits import read_limit
from specpress.lift.swaggerui.names import Names, folded
from specpress.lift.swaggerui.viewer import (
    BASE,
    KEYWORD,
    discriminator_of,
    json_of,
)
from specpress.readers.element import Element
from specpress.tree import Node

_LIMIT: Final = f"{BASE}__constraint"
_ONE: Final = frozenset(
    "items additionalproperties not contains if then else propertynames"
    " unevaluateditems unevaluatedproperties contentschema".split()
)
_MANY: Final = frozenset("oneof anyof allof prefixitems".split())
_NAMED: Final = frozenset("properties patternproperties dependentschemas $defs".split())
_SPELLED: Final = {
    "additionalproperties": "additionalProperties",
    "propertynames": "propertyNames",
    "unevaluateditems": "unevaluatedItems",
    "unevaluatedproperties": "unevaluatedProperties",
    "contentschema": "contentSchema",
    "oneof": "oneOf",
    "anyof": "anyOf",
    "allof": "allOf",
    "prefixitems": "prefixItems",
    "patternproperties": "patternProperties",
    "dependentschemas": "dependentSchemas",
}
_MUTED: Final = {"read-only": "readOnly", "write-only": "writeOnly"}
_TYPES: Final = frozenset("string number integer boolean array object null".split())
_REF: Final = re.compile(r".*#/(?:components/schemas|definitions)/(.+)")


class Modern:
    """Reads the articles that show schemas, one inside another."""

    def __init__(self, names: Names, report: Report) -> None:
        self._names = names
        self._report = report

    def read(self, article: Element, inside: bool = False) -> Node:
        """Return the schema that *article* shows; *inside* one its title is a key."""
        head = _part(article, "head")
        body = _part(article, "body")
        members = self._head(head) if head else {}
        title = head.first(f"{BASE}__title") if head else None
        found = list(_keywords(body)) if body else []
        for name, element in found:
            self._keyword(name, element, members)
        if (ref := members.pop("$ref", None)) is not None:
            return self._referred(ref)
        closed = head is not None and any(
            each.attributes.get("aria-expanded") == "false" for each in head.walk()
        )
        if closed and not found:
            self._report.add(FOLDED.at(article.span))
        schema = Node(members, article.span)
        if inside or title is None or not members:
            return schema
        name, span = words(title)
        return self._names.see(Node(name, span), schema)

    def _referred(self, ref: Node) -> Node:
        found = _REF.fullmatch(str(ref.text))
        if found is None:
            return folded(ref.span)
        return self._names.refer(Node(found[1], ref.span), ref.span)

    def _head(self, head: Element) -> dict[str, Node]:
        members: dict[str, Node] = {}
        for each in head.walk():
            if not each.classes or each is head:
                continue
            text, span = words(each)
            if each.has(f"{BASE}__attribute--primary"):
                if type_ := _type(text):
                    members["type"] = Node.of(type_, span)
            elif each.has(f"{BASE}__attribute--warning") and text == "deprecated":
                members["deprecated"] = Node(True, span)
            elif each.has(f"{BASE}__attribute--muted") and text in _MUTED:
                members[_MUTED[text]] = Node(True, span)
            elif each.has(_LIMIT):
                self._limit(text, each, members)
        return members

    def _limit(self, text: str, each: Element, members: dict[str, Node]) -> None:
        is_text = each.has(f"{_LIMIT}--string")
        found = read_limit(text)
        if (found is None and is_text) or (found and is_text and "minimum" in found):
            found = {"format": text}
        if found is None:
            self._report.add(UNKNOWN_LIMIT.at(each.span, text=text))
            return
        for key, value in found.items():
            members[key] = Node.of(value, each.inner)

    def _keyword(self, name: str, element: Element, members: dict[str, Node]) -> None:
        key = _SPELLED.get(name, name)
        articles = list(_articles(element))
        if name == "description":
            if told := prose(element):
                members["description"] = told
        elif name in _NAMED:
            members[key], required = self._fields(element)
            if required and key == "properties":
                members["required"] = Node(required, element.span)
        elif name in _MANY:
            each = [self.read(one, inside=True) for one in articles]
            members[key] = Node(each, element.span)
        elif name in _ONE:
            if articles:
                members[key] = self.read(articles[0], inside=True)
            elif any(map(_says_no, element.walk())):
                members[key] = Node(False, element.span)
        elif name in ("enum", "const", "default"):
            members[key] = json_of(element)
        elif name == "discriminator":
            members[key] = discriminator_of(element)
        elif name == "$ref":
            value = element.first(f"{BASE}-keyword__value")
            members[key] = Node(*words(value or element))

    def _fields(self, element: Element) -> tuple[Node, list[Node]]:
        fields: dict[str, Node] = {}
        required: list[Node] = []
        for item in own(element, BASE):
            article = next(_articles(item), None)
            if item.tag != "li" or article is None:
                continue
            title = article.first(f"{BASE}__title")
            name, span = words(title) if title else ("", item.span)
            schema = self.read(article, inside=True)
            fields[name] = Node(schema.value, schema.span, span, schema.origin)
            if item.has(f"{BASE}-property--required"):
                required.append(Node(name, span))
        return Node(fields, element.span), required


def _part(article: Element, name: str) -> Element | None:
    wanted = f"{BASE}-{name}"
    return next((each for each in own(article, BASE) if each.has(wanted)), None)


def _keywords(body: Element) -> Iterator[tuple[str, Element]]:
    for child in body.children:
        for name in child.classes:
            if name.startswith(KEYWORD):
                yield name.removeprefix(KEYWORD), child
                break


def _articles(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.has(BASE):
            yield child
        else:
            yield from _articles(child)


def _says_no(element: Element) -> bool:
    return element.text.text.strip() in ("forbidden", "never")


def _type(text: str) -> object:
    """Return the type that *text* names: one word, some, or nothing for any value.

    What stands in brackets behind ``array`` is told again by its items.
    """
    text = re.sub(r"<.*>", "", text)
    if text.startswith("(") or text in ("any", "never"):
        return None
    types = [part.strip() for part in text.split("|")]
    types = [each for each in types if each in _TYPES]
    return types[0] if len(types) == 1 else types or None
