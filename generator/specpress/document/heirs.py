"""Which components extend which others, by ``allOf``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from specpress.tree import Node, split

BASE: Final = "!base"
"""What ends the name of the component that holds a parent's own keywords; no component
of a description can be called so."""

_PLACE: Final = ("components", "schemas")


@dataclass(frozen=True, slots=True)
class Heirs:
    """The components *schemas*, with the direct *children* and *parents* of each."""

    schemas: Node
    children: Mapping[str, list[str]]
    parents: Mapping[str, list[str]]

    @classmethod
    def of(cls, schemas: Node) -> Heirs:
        """Return who inherits from whom among the components *schemas*."""
        children: dict[str, list[str]] = defaultdict(list)
        parents: dict[str, list[str]] = {}
        for name, node in schemas.items():
            parents[name] = [*dict.fromkeys(_extended(node))]
            for parent in parents[name]:
                children[parent].append(name)
        return cls(schemas, children, parents)

    def has_many(self, name: str) -> bool:
        """Return whether the schema *name* stands for those that extend it.

        It does with a discriminator, and where its own choice leads to one of them.
        """
        node = self.schemas.map[name]
        choices = [
            component(member)
            for key in ("oneOf", "anyOf")
            if (choice := node.get(key)) is not None
            for member in choice.list
        ]
        if choices:
            return any(
                ref is not None and name in self.ancestors(ref) for ref in choices
            )
        return _property(node) is not None and bool(self.variants(name))

    def variants(self, name: str) -> list[str]:
        """Return which components a value of *name* may be, other than itself.

        They are its heirs, and what its mapping names. An heir that stands for heirs of
        its own is here with its own keywords only, unless another property tells them.
        """
        node = self.schemas.map[name]
        property_ = _property(node)
        found: dict[str, None] = {}
        seen = {name}
        queue = [*self.children.get(name, ())][::-1]
        while queue:
            each = queue.pop()
            if each in seen:
                continue
            seen.add(each)
            other = _property(self.schemas.map[each])
            is_parent = other is not None and bool(self.children.get(each))
            found[f"{each}{BASE}" if is_parent and other == property_ else each] = None
            if not is_parent or other == property_:
                queue += self.children.get(each, [])[::-1]
        for each in _mapped(node):
            if each in self.schemas.map and each not in seen:
                found[each] = None
        return [*found]

    def ancestors(self, name: str) -> set[str]:
        """Return all that the component *name* extends, directly or not."""
        found: set[str] = set()
        queue = [*self.parents.get(name, ())]
        while queue:
            if (each := queue.pop()) not in found:
                found.add(each)
                queue += self.parents.get(each, ())
        return found


def _extended(schema: Node) -> Iterator[str]:
    """Yield the components in the ``allOf`` of *schema*, also those of inner ones."""
    queue = [schema]
    while queue:
        all_of = queue.pop().get("allOf")
        for member in all_of.list if all_of is not None else ():
            if (name := component(member)) is not None:
                yield name
            queue.append(member)


def component(schema: Node) -> str | None:
    """Return the name of the component that *schema* refers to, if it does."""
    ref = schema.get_text("$ref") or ""
    if not ref.startswith("#/"):
        return None
    path = split(unquote(ref[1:]))
    return path[2] if len(path) == 3 and path[:2] == _PLACE else None


def _property(schema: Node) -> str | None:
    """Return the property that the discriminator of *schema* names, if it has one."""
    discriminator = schema.get("discriminator")
    return discriminator.get_text("propertyName") if discriminator else None


def _mapped(schema: Node) -> Iterator[str]:
    """Yield the last words of what the discriminator of *schema* maps to."""
    discriminator = schema.get("discriminator")
    mapping = discriminator.get("mapping") if discriminator else None
    for node in mapping.map.values() if mapping else ():
        yield (node.text or "").rpartition("/")[2]
