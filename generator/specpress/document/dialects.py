"""Published dialects: which extensions say what, as data.

Vendors document extensions that carry what users of a client need. Each is known by its
own name here, and read as one of a few facts; nothing else depends on who made it up,
and no extension can choose code: what it says is a name, a text, a number or a flag.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from specpress.tree import Node

Named: TypeAlias = Literal["operation", "group", "parameter", "field", "type", "inline"]
"""What can be given a name: *type* is a schema among the components, *inline* any
other schema."""

NAMES: Final[Mapping[Named, tuple[str, ...]]] = {
    "operation": ("x-fern-sdk-method-name", "x-speakeasy-name-override"),
    "group": ("x-fern-sdk-group-name", "x-speakeasy-group"),
    "parameter": (
        "x-fern-parameter-name",
        "x-speakeasy-name-override",
        "x-ms-client-name",
    ),
    "field": (
        "x-fern-property-name",
        "x-speakeasy-name-override",
        "x-ms-client-name",
    ),
    "type": (
        "x-fern-type-name",
        "x-speakeasy-name-override",
        "x-ms-client-name",
        "x-ms-enum",
    ),
    "inline": ("x-fern-type-name", "x-ms-enum"),
}
"""The extensions that name each, the first one that is there counts."""

LABEL_NAMES: Final = (
    "x-enum-varnames",
    "x-enumNames",
    "x-enum-names",
    "x-speakeasy-enums",
    "x-fern-enum",
    "x-ms-enum",
)
"""The extensions that name the values of an enum."""

LABEL_TEXTS: Final = (
    "x-enum-descriptions",
    "x-enumDescriptions",
    "x-speakeasy-enum-descriptions",
    "x-fern-enum",
    "x-ms-enum",
)
"""The extensions that describe the values of an enum."""

DEPRECATED: Final = ("x-deprecated", "x-fern-availability")
"""The extensions that say, or tell why, something is deprecated."""

DEPRECATIONS: Final = (
    "x-deprecation-message",
    "x-deprecation-details",
    "x-speakeasy-deprecation-message",
    "x-stainless-deprecation-message",
)
"""The extensions that say what to do instead of something deprecated."""

_TELLING: Final = frozenset((*DEPRECATIONS, "x-deprecated"))  # as a text by itself

PAGING: Final = (
    "x-fern-pagination",
    "x-speakeasy-pagination",
    "x-ms-pageable",
    "x-dropshot-pagination",
)
RETRIES: Final = ("x-fern-retries", "x-speakeasy-retries")

TOLD: Final = "x-specpress-told"
"""The extension with what prose tells and no keyword of a schema says."""

READ: Final[Mapping[str, frozenset[str]]] = {
    "document": frozenset(RETRIES),
    "operation": frozenset(
        (
            *NAMES["operation"],
            *NAMES["group"],
            *DEPRECATED,
            *DEPRECATIONS,
            *PAGING,
            *RETRIES,
        )
    ),
    "parameter": frozenset((TOLD, *NAMES["parameter"], *DEPRECATED, *DEPRECATIONS)),
    "schema": frozenset(
        (
            *NAMES["field"],
            *NAMES["type"],
            *LABEL_NAMES,
            *LABEL_TEXTS,
            *DEPRECATED,
            *DEPRECATIONS,
            "x-nullable",
            TOLD,
        )
    ),
}
"""The extensions that are read, by the kind of object they stand in."""


@dataclass(frozen=True, slots=True)
class Said:
    """What an extension says: its *key*, its value, and the *text* made of it."""

    key: str
    node: Node
    text: str


def named(node: Node, kind: Named) -> Said | None:
    """Return what *node* is to be called, by the first extension that names a *kind*.

    A list of names is one of several words, as are names with dots between them.
    """
    for key in NAMES[kind]:
        if (found := node.get(key)) is not None:
            texts = [item.text or "" for item in found.list]
            text = found.text or found.get_text("name") or " ".join(texts)
            if text or key != "x-ms-enum":  # which need not name its type
                return Said(key, found, text)
    return None


def deprecated(node: Node) -> bool:
    """Return whether an extension says that *node* is deprecated."""
    return any(
        found.value is True
        or (key == "x-deprecated" and bool(found.text or found.map))
        or "deprecated" in (found.text, found.get_text("status"))
        for key in DEPRECATED
        if (found := node.get(key)) is not None
    )


def deprecation(node: Node) -> str | None:
    """Return what extensions of *node* say of its being deprecated, in a sentence."""
    for key in (*DEPRECATIONS, *DEPRECATED):
        found = node.get(key)
        if found is None:
            continue
        if text := found.get_text("message") or (found.text if key in _TELLING else ""):
            return text
    return None


def by_value(node: Node) -> Iterator[tuple[str | int, Node]]:
    """Yield what *node*, of an enum, says of its values: each with the value as text,
    or with its number among the values.

    There are lists as long as the enum, maps by value, and lists of objects that have
    the value in them, by itself or below ``values``.
    """
    items = node.get("values") or node
    for index, item in enumerate(items.list):
        value = item.get("value")
        yield (index if value is None else str(value.plain())), item
    if not items.list:
        yield from items.items()
