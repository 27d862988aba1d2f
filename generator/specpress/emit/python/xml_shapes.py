"""Shapes of XML: what the schemas of bodies say of elements and attributes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast

from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import Scope, snake
from specpress.emit.render import Snippet
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


@dataclass(slots=True)
class Shapes:
    """The shapes of a client's bodies: each schema is one constant."""

    _texts: dict[str, str] = field(default_factory=dict[str, str])
    _names: dict[str, str] = field(default_factory=dict[str, str])
    _scope: Scope = field(default_factory=Scope)

    def of(self, content: Content, wanted: str) -> str:
        """Return the name of the constant for *content*, made from *wanted* where its
        schema has no name."""
        whole = as_schema(content.schema.value if content.schema else None)
        maker = _Maker(self, definitions(whole))
        name = target(whole)
        if name is not None and not xml_of(whole):
            return maker.constant(name)
        bare = {key: value for key, value in whole.items() if key != "$defs"}
        return self.constant(maker, bare, wanted, "")

    def constant(self, maker: _Maker, schema: Schema, wanted: str, element: str) -> str:
        """Return the name of the constant of *schema*, whose element is *element*."""
        if name_of(xml_of(merged(schema, maker.defs))):
            element = ""
        facts = [wanted, element, schema, maker.needed(schema)]
        key = json.dumps(facts, sort_keys=True)
        if key not in self._names:
            name = self._scope.add(snake(wanted, "shape").upper())
            self._names[key] = name
            self._texts[name] = ""  # keeps its place, and ends a circle
            self._texts[name] = maker.text(schema, element)
        return self._names[key]

    def lines(self) -> tuple[Snippet, ...]:
        """Return the statements of all shapes, in the order of their first use."""
        return tuple(
            Snippet(f"{name}: Shape = {text}") for name, text in self._texts.items()
        )


@dataclass(slots=True)
class _Maker:
    """Makes shapes of the schemas of one body, whose definitions are *defs*."""

    shapes: Shapes
    defs: Mapping[str, object]

    def constant(self, name: str) -> str:
        """Return the constant of the definition *name*, which names its element."""
        schema = as_schema(self.defs.get(name))
        return self.shapes.constant(self, schema, name, name)

    def needed(self, schema: object) -> Schema:
        """Return the definitions that *schema* refers to, at any depth, by name."""
        found: Schema = {}
        work = [schema]
        while work:
            for name in _refs(work.pop()):
                if name in self.defs and name not in found:
                    found[name] = self.defs[name]
                    work.append(self.defs[name])
        return found

    def maker(self, schema: object, indent: int) -> str:
        """Return the expression of a shape inside another: by name where it has one,
        which then is not that of its element."""
        known = as_schema(schema)
        part = next(_parts(known), None)
        if part is None:
            return self.text(known, "", indent)
        found = known  # a part may lead back here: a constant ends circles
        if target(known) is not None:
            found = as_schema(self.defs.get(part))
            if xml_of(known):
                found = {**found, "xml": {**xml_of(found), **xml_of(known)}}
        return f"lambda: {self.shapes.constant(self, found, part, '')}"

    def text(self, schema: Schema, element: str, indent: int = 0) -> str:
        """Return the expression of the shape of *schema*; *element* is its name where
        it gives none."""
        whole = merged(schema, self.defs)
        xml, kind = xml_of(whole), kind_of(whole)
        items: list[str] = [string(kind)]
        if name := name_of(xml) or element:
            items.append(f"name={string(name)}")
        if (node := node_of(xml, kind)) != "element":
            items.append(f"node={string(node)}")
        for key in ("namespace", "prefix"):
            value = xml.get(key)
            if isinstance(value, str) and value:
                items.append(f"{key}={string(value)}")
        properties = as_schema(whole.get("properties"))
        if properties:
            fields = [
                f"{string(key)}: {self.maker(part, indent + 8)}"
                for key, part in properties.items()
            ]
            items.append(bracketed("fields={", fields, "}", indent=indent + 4, after=1))
        inner = whole.get("items" if kind == "array" else "additionalProperties")
        if isinstance(inner, dict):
            items.append(f"item={self.maker(cast(Schema, inner), indent + 4)}")
        return bracketed("Shape(", items, ")", indent=indent, after=1)


def _parts(schema: Schema) -> Iterator[str]:
    """Find the definitions that *schema* is, or is put together of, by name."""
    if (name := target(schema)) is not None:
        yield name
    for key in ("allOf", "oneOf", "anyOf"):
        for part in cast("list[object]", schema.get(key) or ()):
            yield from _parts(as_schema(part))


def _refs(schema: object) -> Iterator[str]:
    work = [schema]
    while work:
        part = work.pop()
        if isinstance(part, dict):
            known = cast(Schema, part)
            if (name := target(known)) is not None:
                yield name
            work += known.values()
        elif isinstance(part, list):
            work += cast("list[object]", part)
