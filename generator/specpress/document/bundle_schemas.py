"""The names that schemas give themselves and each other by: ``$id``, anchors, mappings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from specpress.document.bundle_files import Files, Unresolved
from specpress.document.bundle_parts import NAMING, Place
from specpress.document.bundle_resolve import Found, Resolver
from specpress.tree import Node

_DYNAMIC: Final = ("$dynamicRef", "$recursiveRef")
_CONCERN: Final = frozenset((*NAMING, *_DYNAMIC, "discriminator"))
_A_FILE: Final = re.compile(r"[/#]|\.(?:json|ya?ml)$", re.IGNORECASE)


@dataclass(slots=True)
class Names:
    """Finds what schemas in *files* name by other means than ``$ref``.

    *naming* are the objects, by the identity of their values, with names that nothing
    needs once all references are pointers; *mappings* what the values of discriminators
    mean, by the identity of the mapping's value and its keys.
    """

    files: Files
    resolver: Resolver
    entry: str
    naming: set[int] = field(default_factory=set[int])
    mappings: dict[int, dict[str, Found]] = field(
        default_factory=dict[int, dict[str, Found]]
    )
    _dynamic: set[str] = field(default_factory=set[str])
    _unbound: bool = False

    @property
    def mapped_any(self) -> bool:
        """Whether a discriminator's mapping has to change."""
        return any(self.mappings.values())

    def concern(self, value: dict[str, Node]) -> bool:
        """Return whether a schema of the members *value* names anything."""
        return not _CONCERN.isdisjoint(value)

    def note(
        self, value: dict[str, Node], here: Place, top: Place
    ) -> Iterator[tuple[str, Found]]:
        """Yield the dynamic references of the schema *value*, which stands at *here* in
        the schema *top*, with what they mean: the nearest schema of that name.

        JSON Schema 2020-12, 8.2.3.2, and 2019-09, 8.2.4.2.1. What is left as it is leads
        nowhere, or is no name.
        """
        if any(key in value for key in NAMING):
            self.naming.add(id(value))
        for key in _DYNAMIC:
            ref = value.get(key)
            if ref is None or ref.text is None:
                continue
            try:
                if key == "$recursiveRef":
                    yield key, self._recursive(here, top)
                else:
                    yield key, self._dynamically(ref, ref.text, here)
            except Unresolved:  # who meets the keyword reports it, if it is not bound
                self._unbound = self._unbound or key == "$dynamicRef"

    def mapped(self, value: dict[str, Node], here: Place) -> Iterator[Found]:
        """Yield what the mapping of the schema *value*'s discriminator refers to."""
        discriminator = value.get("discriminator")
        mapping = None if discriminator is None else discriminator.get("mapping")
        if mapping is None or not isinstance(mapping.value, dict):
            return
        found = self.mappings.setdefault(id(mapping.value), {})
        for key, node in mapping.items():
            if (target := self._mapped(node, here)) is not None:
                found[key] = target
                yield target

    @property
    def several(self) -> bool:
        """Whether a dynamic reference means different schemas, or none by itself."""
        parts = self.files.parts.values()
        return self._unbound or any(
            sum(len(part.dynamic.get(name, ())) for part in parts) > 1
            for name in self._dynamic
        )

    def _dynamically(self, ref: Node, text: str, here: Place) -> Found:
        name = text.removeprefix("#")
        around = [
            tokens
            for tokens in self.files.parts[here.file].dynamic.get(name, ())
            if here.tokens[: len(tokens)] == tokens
        ]
        if text.startswith("#") and not name.startswith("/"):
            self._dynamic.add(name)
        if around:
            place = Place(here.file, max(around, key=len))
            return Found(place, self.resolver.at(place))
        return self.resolver.end(self.resolver.follow(ref, here))

    def _recursive(self, here: Place, top: Place) -> Found:
        """Return the outermost schema with a ``$recursiveAnchor``, or the root of all."""
        for length in range(len(top.tokens), len(here.tokens) + 1):
            place = Place(here.file, here.tokens[:length])
            node = self.resolver.at(place)
            anchor = node.get("$recursiveAnchor")
            if anchor is not None and anchor.value is True:
                return Found(place, node)
        return Found(top, self.resolver.at(top))

    def _mapped(self, node: Node, here: Place) -> Found | None:
        """Return the schema that *node*, a value in a mapping, names by an URI, or in a
        file other than the entry by its own name; None to leave it as it is."""
        text = node.text
        if text is None:
            return None
        own = ("components", "schemas", text)
        try:
            if here.file != self.entry and "/" not in text:
                root = self.files.parts[here.file].root
                if _has(root, own):
                    place = Place(here.file, own)
                    found = Found(place, self.resolver.at(place))
                    return self.resolver.end(found)
            if not _A_FILE.search(text):
                return None
            found = self.resolver.end(self.resolver.follow(node, here))
        except Unresolved:
            return None  # who reads the mapping reports it
        if found.place.file == self.entry == here.file and text.startswith("#/"):
            return None
        return found


def _has(root: Node, tokens: tuple[str, ...]) -> bool:
    node: Node | None = root
    for token in tokens:
        node = None if node is None else node.get(token)
    return node is not None
