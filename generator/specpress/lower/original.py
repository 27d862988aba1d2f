"""A schema as the description has it, made to stand on its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from specpress.document.refs import pointed
from specpress.ir.values import Json
from specpress.lower.drafts import modern
from specpress.tree import Node, split

_MAX_DEPTH: Final = 45  # a little more than what types are made of
_MAPS: Final = frozenset(
    ("properties", "patternProperties", "dependentSchemas", "$defs", "definitions")
)
_LISTS: Final = frozenset(("allOf", "anyOf", "oneOf", "prefixItems"))
_SCHEMAS: Final = frozenset("""
    items additionalProperties not if then else contains propertyNames
    unevaluatedItems unevaluatedProperties contentSchema
    """.split())


def original(schema: Node, document: Node) -> Json:
    """Return *schema* as JSON Schema 2020-12, with what it refers to in ``$defs``.

    A reference to nothing becomes ``true``, as it does in the types.
    """
    copy = _Copy(document)
    plain = copy.schema(schema, 0)
    while copy.wanted:
        name, target = copy.wanted.popitem()
        copy.defs[name] = copy.schema(target, 0)
    if isinstance(plain, bool) or not copy.defs:
        return Json.of(plain)
    return Json.of({**plain, "$defs": copy.defs})


@dataclass(slots=True)
class _Copy:
    """One schema being copied, and the definitions that it needs."""

    document: Node
    defs: dict[str, object] = field(default_factory=dict[str, object])
    wanted: dict[str, Node] = field(default_factory=dict[str, Node])
    _names: dict[str, str] = field(default_factory=dict[str, str])

    def schema(self, node: Node, depth: int) -> bool | dict[str, object]:
        """Return *node*, a schema, as plain data with its references rewritten."""
        if not node.is_object or depth > _MAX_DEPTH:
            return node.value if isinstance(node.value, bool) else True
        if (ref := node.get_text("$ref")) is None:
            members = modern(node).items()
            return {key: self._member(key, value, depth + 1) for key, value in members}
        name = self._define(ref)
        if name is None:
            return True
        rest = {
            key: self._member(key, value, depth + 1)
            for key, value in modern(node).items()
            if key != "$ref"
        }
        return {"$ref": f"#/$defs/{name}", **rest}

    def _member(self, key: str, node: Node, depth: int) -> object:
        if key in _SCHEMAS:
            return self.schema(node, depth)
        if key in _LISTS:
            return [self.schema(item, depth) for item in node.list]
        if key in _MAPS:
            return {name: self.schema(value, depth) for name, value in node.items()}
        return node.plain()

    def _define(self, ref: str) -> str | None:
        """Return the name under which what *ref* points at will be defined."""
        if ref not in self._names:
            pointer = ref[1:]
            found = ref.startswith("#") and pointer[:1] in ("", "/")
            target = pointed(self.document, pointer) if found else None
            if target is None:
                return None
            self._names[ref] = name = self._name(pointer)
            self.defs[name] = True  # keeps the place until the definition is made
            self.wanted[name] = target
        return self._names[ref]

    def _name(self, pointer: str) -> str:
        path = split(pointer)
        short = path[-1] if path[:2] == ("components", "schemas") else ""
        plain = len(path) == 3 and short.replace("_", "").isalnum()
        return short if plain else ".".join(path).replace("/", ".").replace("%", ".")
