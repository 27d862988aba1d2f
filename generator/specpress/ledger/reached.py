"""What the operations of a description use: all that references lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from specpress.document.members import OPENAPI, Grammar
from specpress.ledger.keys import DEFINITIONS, why_unused
from specpress.tree import Node, escape, split

SECTIONS: Final = frozenset(("components", "definitions", "parameters", "responses"))
"""The members of a document that hold what is used by reference only."""


_NAMED: Final = {"discriminator": "schema", "security": "scheme"}
"""What is named by objects that are not of its kind."""


@dataclass(slots=True)
class Reached:
    """The targets of references: their *kinds* by identity, and the identities of the
    nodes on the *way* to each."""

    kinds: dict[int, str] = field(default_factory=dict[int, str])
    way: set[int] = field(default_factory=set[int])


def parts(grammar: Grammar, kind: str, node: Node) -> Iterator[tuple[str, Node, str]]:
    """Yield key, member and kind of each member of *node*, an object of *kind*.

    The kind ends in ``[]`` or ``{}`` for a list or map of objects, and is empty when
    the member is not looked into.
    """
    members = grammar.get(kind) or OPENAPI[kind]
    rest = members.get("", "")
    for key, member in node.items():
        part = members.get(key, "" if key.startswith("x-") else rest)
        if part.rstrip("[]{}") not in grammar and part.rstrip("[]{}") not in OPENAPI:
            part = ""
        yield key, member, part


def children(part: str, node: Node, key: str = "") -> Iterator[tuple[str | int, Node]]:
    """Yield the objects of *node*, a list or map by *part*, with their tokens.

    Below ``responses`` of an operation and in callbacks, ``x-`` begins no name.
    """
    if part.endswith("[]"):
        yield from enumerate(node.list)
    elif part.endswith("{}"):
        extended = part == "response{}" and key == "responses"
        for name, child in node.items():
            if not (extended and name.startswith("x-")):
                yield name, child


def is_apart(kind: str, key: str) -> bool:
    """Return whether what the member *key* of a *kind* holds is used by reference."""
    return key in (SECTIONS if kind == "document" else DEFINITIONS)


def reached(document: Node, grammar: Grammar) -> Reached:
    """Return what the operations of *document* lead to."""
    found = Reached()
    waiting = [(document, "document")]
    while waiting:
        node, kind = waiting.pop()
        for target in _referred(node, kind, document, found):
            if id(target) not in found.kinds:
                found.kinds[id(target)] = _NAMED.get(kind, kind)
                waiting.append((target, found.kinds[id(target)]))
        for key, member, part in parts(grammar, kind, node):
            if not part or is_apart(kind, key):
                continue
            if why_unused(grammar, kind, key) or id(member) in found.kinds:
                continue
            if part[-1] in "]}":
                waiting += [(c, part[:-2]) for _, c in children(part, member, key)]
            else:
                waiting.append((member, part))
    return found


def _referred(node: Node, kind: str, document: Node, found: Reached) -> Iterator[Node]:
    """Yield what the reference, the discriminator or the requirement *node* names."""
    texts: list[str | None] = [node.get_text("$ref")]
    if kind == "security":
        home = "securityDefinitions"
        if home not in document.map:
            home = "components/securitySchemes"
        texts = [
            name if name.startswith("#/") else f"#/{home}/{escape(name)}"
            for name in node.map
        ]
    if kind == "schema":
        texts.append(node.get_text("$dynamicRef"))
    if kind == "discriminator":
        mapping = node.get("mapping")
        texts = [each.text for each in (mapping.map.values() if mapping else ())]
        texts.append(node.get_text("defaultMapping"))
    for text in texts:
        if text is None:
            continue
        if kind == "discriminator" and "#" not in text:
            text = f"#/components/schemas/{text}"
        if text.startswith("#") and (trail := _trail(document, unquote(text[1:]))):
            found.way.update(map(id, trail))
            yield trail[-1]


def _trail(document: Node, pointer: str) -> list[Node]:
    """Return the nodes from *document* to what is at *pointer*; none if nothing is."""
    trail = [document]
    if pointer[:1] not in ("", "/"):
        return []
    for token in split(pointer):
        here = trail[-1]
        if here.list:
            index = int(token) if token.isascii() and token.isdigit() else -1
            if not 0 <= index < len(here.list):
                return []
            trail.append(here.list[index])
        elif (child := here.get(token)) is not None:
            trail.append(child)
        else:
            return []
    return trail
