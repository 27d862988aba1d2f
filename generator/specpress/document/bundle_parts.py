"""One file of a description: its tree, and the names that schemas give themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specpress.document.bundle_uris import join
from specpress.tree import Node

Tokens: TypeAlias = tuple[str, ...]

NAMING: Final = ("$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor")
"""The keywords by which a schema gets a name that references can use."""

_NAMES: Final = frozenset((*NAMING, "$self"))
_DATA: Final = frozenset("example examples enum const default".split())
_MAPS: Final = frozenset(
    "properties patternProperties $defs definitions dependentSchemas".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: its URI and the tokens of a JSON Pointer."""

    file: str
    tokens: Tokens = ()

    def at(self, *tokens: str) -> Place:
        """Return the place further down at *tokens*."""
        return Place(self.file, (*self.tokens, *tokens))


@dataclass(frozen=True, slots=True)
class Part:
    """The file *uri* as it was read.

    *resources* are the schemas with an ``$id`` (JSON Schema 2020-12, 8.2.1) and the URI
    of each; the root is one. *anchors* are the places by resource and name (8.2.2).
    """

    uri: str
    root: Node
    resources: dict[Tokens, str] = field(default_factory=dict[Tokens, str])
    anchors: dict[tuple[Tokens, str], Tokens] = field(
        default_factory=dict[tuple[Tokens, str], Tokens]
    )
    dynamic: dict[str, list[Tokens]] = field(default_factory=dict[str, list[Tokens]])

    def resource(self, tokens: Tokens) -> Tokens:
        """Return where the resource begins that the place *tokens* belongs to."""
        inside = (r for r in self.resources if tokens[: len(r)] == r)
        return max(inside, key=len, default=())

    def base(self, tokens: Tokens) -> str:
        """Return the URI that references at *tokens* are relative to."""
        return self.resources.get(self.resource(tokens), self.uri)


def read_part(uri: str, root: Node) -> Part:
    """Return the file *uri* with the names found in its tree *root*."""
    part = Part(uri, root, {(): uri})
    if _is_naming(root):
        _find_names(part)
    return part


def _is_naming(root: Node) -> bool:
    """Return whether anything in *root* looks like a name; costs little."""
    stack = [root]
    while stack:
        value = stack.pop().value
        if type(value) is dict:
            if not _NAMES.isdisjoint(value):
                return True
            stack.extend(v for v in value.values() if type(v.value) in (dict, list))
        elif type(value) is list:
            stack.extend(v for v in value if type(v.value) in (dict, list))
    return False


def _find_names(part: Part) -> None:
    """Note the names that schemas in *part* give themselves, outer ones first."""
    stack: list[tuple[Node, Tokens, Tokens]] = [(part.root, (), ())]
    seen: set[int] = set()
    while stack:
        node, tokens, resource = stack.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if node.is_object and not _names_members(tokens):
            resource = _note(part, node, tokens, resource)
        named = _names_members(tokens)
        below = [
            (child, (*tokens, key), resource)
            for key, child in node.items()
            if named or not (key in _DATA or key.startswith("x-"))
        ]
        below += [
            (child, (*tokens, str(index)), resource)
            for index, child in enumerate(node.list)
        ]
        stack += [each for each in reversed(below) if each[0].map or each[0].list]


def _names_members(tokens: Tokens) -> bool:
    """Return whether the object at *tokens* holds schemas by names of their own."""
    if not tokens or tokens[-1] not in _MAPS:
        return False
    return len(tokens) < 2 or tokens[-2] not in _MAPS


def _note(part: Part, node: Node, tokens: Tokens, resource: Tokens) -> Tokens:
    """Note the names of the schema *node*; return the resource it belongs to."""
    id_ = node.get_text("$self") if not tokens else None
    id_ = id_ or node.get_text("$id")
    if id_ is not None and id_.startswith("#"):  # an anchor, as drafts 4 to 7 write it
        part.anchors.setdefault((resource, id_[1:]), tokens)
    elif id_ is not None:
        try:
            uri = join(part.resources[resource], id_)
        except ValueError:
            return resource
        resource = tokens
        part.resources[tokens] = uri
    for key in ("$anchor", "$dynamicAnchor"):
        if (name := node.get_text(key)) is not None:
            part.anchors.setdefault((resource, name), tokens)
            if key == "$dynamicAnchor":
                part.dynamic.setdefault(name, []).append(tokens)
    return resource
