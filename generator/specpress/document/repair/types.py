"""Types of schemas that OpenAPI has no word for, but everybody knows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from specpress.diagnostics.codes.repair import (
    NO_USE,
    NO_VALUE,
    OTHER_VERSION,
    WORD,
)
from specpress.document.rebuild import Members, like, made, without
from specpress.document.repair.scalars import found
from specpress.document.repair.scope import Scope, place
from specpress.tree import Node

_KINDS: Final = ("null", "boolean", "integer", "number", "string", "array", "object")

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("str", "text", "char", "varchar", "enum"), ("string", "")),
    **dict.fromkeys(("int", "integers", "short"), ("integer", "")),
    **dict.fromkeys(("int32", "uint32"), ("integer", "int32")),
    **dict.fromkeys(("long", "int64", "uint64", "bigint"), ("integer", "int64")),
    **dict.fromkeys(("decimal", "num", "numeric", "real"), ("number", "")),
    **dict.fromkeys(("list", "set", "tuple"), ("array", "")),
    **dict.fromkeys(("map", "dict", "dictionary", "hash", "json"), ("object", "")),
    **dict.fromkeys(("none", "nil"), ("null", "")),
    **dict.fromkeys(("datetime", "date-time", "timestamp"), ("string", "date-time")),
    **dict.fromkeys(("file", "binary"), ("string", "binary")),
    **dict.fromkeys(("uuid", "guid"), ("string", "uuid")),
    **dict.fromkeys(("uri", "url"), ("string", "uri")),
    "float": ("number", "float"),
    "double": ("number", "double"),
    "bool": ("boolean", ""),
    "byte": ("string", "byte"),
    "date": ("string", "date"),
    "time": ("string", "time"),
    "email": ("string", "email"),
    "password": ("string", "password"),
}
"""The type, and the format, that each word means."""

_ANY: Final = ("any", "mixed", "*", "undefined", "unknown", "")
_LIST: Final = re.compile(
    r"(?:array|list)\s*[\[<(]\s*(\w+)\s*[\]>)]|(\w+)\s*\[\s*\]", re.IGNORECASE
)
_EITHER: Final = re.compile(r"\s*(?:\||,|/|\bor\b)\s*")


def fix_type(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a schema, with a ``type`` that its version has."""
    kind = members.get("type")
    if kind is None:
        return members
    match kind.value:
        case list():
            return _several(kind, [*kind.list], members, scope)
        case str():
            return _one(kind, kind.value, members, scope)
        case None if not scope.is_old or len(members) == 1:
            scope.report.add(NO_VALUE.at(place(kind), key="type", instead="'null'"))
            return {**members, "type": like(kind, "null")}
        case None:
            instead = "not there"
            scope.report.add(NO_VALUE.at(place(kind), key="type", instead=instead))
        case _:
            told = {"found": found(kind), "wanted": "the name of a type"}
            scope.report.add(NO_USE.at(place(kind), **told))
    return without(members, "type")


def _one(kind: Node, text: str, members: Members, scope: Scope) -> Members:
    """Return *members* with *text*, their type, in words of OpenAPI."""
    if text in _KINDS or (text == "file" and scope.version == "2.0"):
        return members
    word = text.strip().lower()
    if (match := _LIST.fullmatch(word)) is not None and "items" not in members:
        item = like(kind, {"type": like(kind, match[1] or match[2])})
        _tell(kind, f"an array of {match[1] or match[2]}", scope)
        return {**members, "type": like(kind, "array"), "items": item}
    parts = [part for part in _EITHER.split(word) if part]
    if len(parts) > 1 and all(_meaning(part) for part in parts):
        _tell(kind, " or ".join(repr(part) for part in parts), scope)
        return _several(kind, [like(kind, p) for p in parts], members, scope, told=True)
    meaning = _meaning(word)
    if word in _ANY or (meaning is None and word in ("ref", "schema")):
        _tell(kind, "any type", scope)
        return without(members, "type")
    if meaning is None:
        return members
    name, format_ = meaning
    keeps = not format_ or "format" in members
    _tell(kind, repr(name) if keeps else f"{name!r} of format {format_!r}", scope)
    told = {**members, "type": like(kind, name)}
    return told if keeps else {**told, "format": made(kind, format_)}


def _meaning(word: str) -> tuple[str, str] | None:
    return (word, "") if word in _KINDS else _WORDS.get(word)


def _several(
    kind: Node,
    names: Sequence[Node],
    members: Members,
    scope: Scope,
    *,
    told: bool = False,
) -> Members:
    """Return *members*, whose types are *names*, as their version says that.

    Before 3.1 a schema has one type; null is said by ``nullable``, the rest by ``anyOf``.
    """
    known = [_known(name, scope) for name in names]
    if not scope.is_old:
        same = all(a is b for a, b in zip(known, names, strict=True))
        return members if same and kind.list else {**members, "type": like(kind, known)}
    words = list(dict.fromkeys(n.text for n in known if n.text and n.text != "null"))
    rest = without(members, "type")
    if len(words) < len(known):
        key = "x-nullable" if scope.version == "2.0" else "nullable"
        rest[key] = made(kind, True)
    if not told:
        text = ", ".join(words) or "null"
        values = {"what": "a list of types", "instead": f"any of {text}"}
        scope.report.add(OTHER_VERSION.at(place(kind), **values))
    if len(words) == 1:
        return {"type": like(kind, words[0]), **rest}
    choice = like(kind, [like(kind, {"type": like(kind, word)}) for word in words])
    if not words:
        return {**rest, "type": like(kind, "null")}
    if "anyOf" not in rest:
        return {**rest, "anyOf": choice}
    both = rest["allOf"].list if "allOf" in rest else ()
    return {**rest, "allOf": like(kind, [*both, like(kind, {"anyOf": choice})])}


def _known(name: Node, scope: Scope) -> Node:
    if name.value is None:
        return like(name, "null")
    meaning = _meaning((name.text or "").strip().lower())
    if meaning is None or name.text in _KINDS:
        return name
    _tell(name, repr(meaning[0]), scope)
    return like(name, meaning[0])


def _tell(kind: Node, instead: str, scope: Scope) -> None:
    told = {"what": "type", "found": repr(kind.text), "instead": instead}
    scope.report.add(WORD.at(kind.span, **told))
