"""References to objects by the names that prose gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, cast

from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import TYPE_UNKNOWN
from specpress.lift.generic.typed import REF
from specpress.tree import Node

_PLAIN: Final = re.compile(r"[^a-z0-9]")


def resolve(document: Node, report: Report) -> Node:
    """Return *document* with references spelled as the objects are, lost ones reported."""
    components = document.get("components")
    schemas = components.get("schemas") if components else None
    known = spellings(schemas.map if schemas else ())
    return _resolved(document, known, report, "")


def spellings(names: Iterable[str]) -> dict[str, str]:
    """Return *names*, and their plain spellings, each with the name that it means."""
    known = {name: name for name in names}
    for name in list(known):
        known.setdefault(_plain(name), name)
    return known


def names_in(schema: object) -> Iterator[str]:
    """Yield the names of the objects that *schema* refers to."""
    match schema:
        case dict():
            for key, value in cast("dict[str, object]", schema).items():
                if key == "$ref":
                    yield str(value).removeprefix(REF)
                else:
                    yield from names_in(value)
        case list():
            for each in cast("list[object]", schema):
                yield from names_in(each)
        case _:
            return


def _plain(name: str) -> str:
    return _PLAIN.sub("", name.lower())


def find(name: str, known: Mapping[str, str]) -> str | None:
    """Return the object that *name* means, in another spelling or number.

    >>> find("users", {"User": "User", "user": "User"})
    'User'
    """
    plain = _plain(name)
    tries = (
        name,
        plain,
        plain.removesuffix("s"),
        plain.removesuffix("es"),
        re.sub("ies$", "y", plain),
        plain.removesuffix("object"),
        plain.removesuffix("objects"),
    )
    return next((known[each] for each in tries if each in known), None)


def _resolved(node: Node, known: Mapping[str, str], report: Report, at: str) -> Node:
    if isinstance(node.value, list):
        items = [_resolved(each, known, report, at) for each in node.list]
        return Node(items, node.span, node.key_span, node.origin, node.raw)
    if not node.is_object:
        return node
    members = dict(node.map)
    ref = members.get("$ref")
    if ref is not None and ref.text is not None and ref.text.startswith(REF):
        name = ref.text.removeprefix(REF)
        meant = find(name, known)
        if meant is None:
            report.add(TYPE_UNKNOWN.at(ref.span, type=name, name=at))
            del members["$ref"]
        elif meant != name:
            members["$ref"] = Node(f"{REF}{meant}", ref.span, ref.key_span, ref.origin)
    for key, each in list(members.items()):
        if key in ("example", "examples", "default", "enum"):
            continue
        members[key] = _resolved(each, known, report, key if key not in _KEYS else at)
    return Node(members, node.span, node.key_span, node.origin, node.raw)


_KEYS: Final = frozenset(
    "schema items properties oneOf anyOf allOf additionalProperties content".split()
)
