"""Which object stands where in a description, of any version from 2.0 to 3.2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from specpress.document.members import METHODS as NAMED_METHODS
from specpress.document.members import OPENAPI, SWAGGER

Kind: TypeAlias = str
"""The name of a kind of object, a map of such objects in the plural, or *plain*: an
object of which nothing is said but that a reference inside it is one."""

METHODS: Final = (*NAMED_METHODS, "query")

_MAPS: Final = {
    "paths": "path_item",
    "path_items": "path_item",
    "callbacks": "callback",
    "parameters": "parameter",
    "headers": "header",
    "bodies": "body",
    "responses": "response",
    "medias": "media",
    "examples": "example",
    "encodings": "encoding",
    "links": "link",
    "schemes": "scheme",
    "schemas": "schema",
    "operations": "operation",
}

_ONES: Final = {one: plural for plural, one in _MAPS.items()}
_PLAIN: Final = frozenset(("info", "docs", "server", "tag", "flows"))
_ABOUT_VALUES: Final = frozenset(("schema", "parameter", "header"))
_DESCRIBED: Final = frozenset(
    "operation path_item parameter header body response example link scheme schema".split()
)


def _parts(kind: Kind) -> dict[str, Kind]:
    """Return the kinds of the members of *kind* that hold objects, in any version."""
    told = {**SWAGGER.get(kind, {}), **OPENAPI.get(kind, {})}
    found: dict[str, Kind] = {}
    for key, each in told.items():
        one = each.rstrip("[]{}")
        if one in _ONES:
            is_map = each.endswith("{}") or each == "parameter[]"
            found[key] = _ONES[one] if is_map else one
        elif one in _MAPS or one == "components":
            found[key] = one
        elif one in _PLAIN and kind not in _ABOUT_VALUES:
            found[key] = "plain"
    if kind == "schema":
        found["dependencies"] = "schemas"  # where it holds no names
    if kind in _DESCRIBED:
        found["description"] = "plain"  # no text, but a reference to a file of it
    return found


PARTS: Final[Mapping[Kind, Mapping[str, Kind]]] = {
    **{kind: _parts(kind) for kind in ("document", "components", *_ONES)},
    **{plural: {"": one} for plural, one in _MAPS.items()},
    "plain": {"": "plain"},
}
"""The kinds of the members of each kind that hold objects; an empty key: of all."""

EXTENSIBLE: Final = frozenset(("paths", "responses", "callback", "plain"))
"""The kinds whose members have any name, but for ``x-``, which is an extension."""


def member(kind: Kind, key: str) -> Kind | None:
    """Return the kind of the member *key* of an object of *kind*; None: no object."""
    parts = PARTS[kind]
    if (found := parts.get(key)) is not None:
        return found
    return None if kind in EXTENSIBLE and key.startswith("x-") else parts.get("")


def item(kind: Kind) -> Kind:
    """Return the kind of the items of a list where one object or map of *kind* may be.

    >>> item("parameters"), item("schema")
    ('parameter', 'schema')
    """
    return _MAPS.get(kind, kind)


def is_map(kind: Kind) -> bool:
    """Return whether *kind* is a map of objects by name."""
    return kind in _MAPS


def kind_at(tokens: Iterable[str]) -> Kind | None:
    """Return the kind of the object at *tokens* in a whole description, if it has one.

    >>> kind_at(["paths", "/a", "get", "parameters", "0", "schema"])
    'schema'
    """
    kind: Kind | None = "document"
    for token in tokens:
        if kind is None:
            return None
        if token.isdecimal() and "" not in PARTS[kind]:
            continue  # an item of a list, as in allOf
        kind = member(kind, token)
    return kind
