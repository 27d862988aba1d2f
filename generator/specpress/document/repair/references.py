"""References that miss: what they most likely mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import unquote, unquote_plus

from specpress.document.refs import pointed
from specpress.tree import Node, join, split

_SECTIONS: Final = {
    "schema": (("components", "schemas"), ("definitions",)),
    "parameter": (("components", "parameters"), ("parameters",)),
    "response": (("components", "responses"), ("responses",)),
    "body": (("components", "requestBodies"),),
    "header": (("components", "headers"),),
    "example": (("components", "examples"),),
    "link": (("components", "links"),),
    "callback": (("components", "callbacks"),),
    "scheme": (("components", "securitySchemes"), ("securityDefinitions",)),
    "path_item": (("components", "pathItems"), ("paths",)),
    "media": (("components", "mediaTypes"),),
}
"""Where an object of each kind is defined for use elsewhere."""

_FILES: Final = (".json", ".yaml", ".yml")


def fragment(ref: str) -> str | None:
    """Return the JSON Pointer that *ref* has, when it is one into its own document."""
    if not ref.startswith("#") or ref[1:2] not in ("", "/"):
        return None
    return unquote(ref[1:])


def names_schema(members: Mapping[str, Node], kind: str, ref: str) -> bool:
    """Return whether *ref*, of an object of *kind* with *members*, means its schema.

    So it does where a parameter says its name and place itself, or a header is meant.
    """
    own = {"parameter": {"name", "in"}, "header": set[str]()}.get(kind)
    to_schema = ref.startswith(("#/definitions/", "#/components/schemas/"))
    return to_schema and own is not None and own <= members.keys()


def mend(ref: str, kind: str, document: Node) -> str | None:
    """Return the reference that *ref*, to an object of *kind*, means in *document*.

    That is *ref* where something stands, else the one place whose name differs by case,
    by how it is escaped, or by where it stands; None where there is none, or several.
    """
    pointer = fragment(ref)
    if pointer is not None and pointed(document, pointer) is not None:
        return ref
    path = ref.strip().lstrip("#")
    if "#" in path or ":" in path or path.lower().endswith(_FILES):
        return None
    for reading in dict.fromkeys((path, unquote(path), unquote_plus(path))):
        tokens = split("/" + reading.strip("/"))
        for found in _readings(tokens, kind, document):
            if len(found) == 1:
                return "#" + join(found[0]).replace("%", "%25")
    return None


def _readings(
    tokens: tuple[str, ...], kind: str, document: Node
) -> Iterator[list[tuple[str, ...]]]:
    """Yield the places in *document* that *tokens* may mean, the likeliest first: where
    they lead, what has the rest of them for its name, and what has the last one."""
    exact = _down(document, tokens)
    yield [] if exact is None else [exact]
    for whole in (True, False):
        yield [
            (*section, *found)
            for section in _SECTIONS.get(kind, ())
            if (node := pointed(document, join(section))) is not None
            if (found := _down(node, (_name(tokens, section, whole=whole),)))
        ]


def _name(tokens: Sequence[str], section: Sequence[str], *, whole: bool) -> str:
    """Return what *tokens* call something in *section*: all that follows, or the last."""
    return "/".join(tokens[len(section) :]) if whole else tokens[-1]


def _down(node: Node, tokens: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return *tokens* as the members below *node* are called, case left aside."""
    found: list[str] = []
    for token in tokens:
        key = _key(node, token)
        if key is None:
            return None
        found.append(key)
        node = node.list[int(key)] if node.list else node.map[key]
    return tuple(found)


def _key(node: Node, token: str) -> str | None:
    if token in node.map:
        return token
    if node.list:
        known = token.isdecimal() and int(token) < len(node.list)
        return token if known else None
    same = [key for key in node.map if key.casefold() == token.casefold()]
    return same[0] if len(same) == 1 else None
