"""The node: a JSON value with the spans of its key and of its value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias, cast

from specpress.source import NOWHERE, Span

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | dict[str, Node] | list[Node]"

Origin: TypeAlias = Literal[
    "stated", "template", "example", "prose", "config", "default", "overlay"
]
"""Where a fact came from: *stated* in the description, or derived from an URL
template, an example, prose, the configuration, a rule of the format itself, or an
overlay."""


class Node:
    """A value read from a description.

    *value* is a scalar, a dict of nodes or a list of nodes. *span* covers the value,
    *key_span* the key it stands under (`NOWHERE` without one). *origin* tells whether
    the value was stated or derived. *raw* is the text that a number, boolean or null
    of YAML is written as: where text belongs, ``1.10`` means just that.
    """

    __slots__ = ("key_span", "origin", "raw", "span", "value")

    def __init__(
        self,
        value: Value,
        span: Span = NOWHERE,
        key_span: Span = NOWHERE,
        origin: Origin = "stated",
        raw: str | None = None,
    ) -> None:
        self.value = value
        self.raw = raw
        self.span = span
        self.key_span = key_span
        self.origin: Origin = origin

    def __repr__(self) -> str:
        return f"Node({self.plain()!r})"

    @property
    def map(self) -> Mapping[str, Node]:
        """The members, in the order read; empty when this is not an object."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def list(self) -> Sequence[Node]:
        """The items; empty when this is not an array."""
        return self.value if isinstance(self.value, list) else ()

    @property
    def text(self) -> str | None:
        """The value when it is a string, else None."""
        return self.value if isinstance(self.value, str) else None

    @property
    def is_object(self) -> bool:
        """Whether the value is an object."""
        return isinstance(self.value, dict)

    def get(self, key: str) -> Node | None:
        """Return the member *key*, or None."""
        return self.map.get(key)

    def get_text(self, key: str) -> str | None:
        """Return the member *key* when it is a string, else None."""
        member = self.map.get(key)
        return None if member is None else member.text

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the members as pairs, in the order read."""
        return iter(self.map.items())

    def plain(self) -> object:
        """Return the value as plain Python data, without spans."""
        match self.value:
            case dict():
                return {key: node.plain() for key, node in self.value.items()}
            case list():
                return [node.plain() for node in self.value]
            case scalar:
                return scalar

    @classmethod
    def of(
        cls,
        data: object,
        span: Span = NOWHERE,
        key_span: Span = NOWHERE,
        origin: Origin = "stated",
    ) -> Node:
        """Return *data* (plain JSON data, in which nodes may stand) as a node.

        Every node made here takes *span* and *origin*; nodes found inside are kept.
        Raises TypeError on anything that is not JSON.
        """
        match data:
            case Node():
                return data
            case dict():
                members = {
                    str(key): cls.of(value, span, origin=origin)
                    for key, value in cast("dict[object, object]", data).items()
                }
                return cls(members, span, key_span, origin)
            case list() | tuple():
                given = cast("Sequence[object]", data)
                items = [cls.of(item, span, origin=origin) for item in given]
                return cls(items, span, key_span, origin)
            case str() | int() | float() | bool() | None:
                return cls(data, span, key_span, origin)
            case _:
                raise TypeError(f"not JSON: {type(data).__name__}")
