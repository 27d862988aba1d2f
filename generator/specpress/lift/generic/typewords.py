"""Types in words, such as "Array of Array of X" or "Integer or String", to schemas."""

from __future__ import annotations

import json
import re
from collections.abc import Set as AbstractSet
from typing import Final, cast

from specpress.lift.generic.typed import REF, Schema, State, Typed, array_of
from specpress.lift.generic.vocabulary import TYPES, WORDS, mark

_TOKEN: Final = re.compile(
    r"\"[^\"]*\"|'[^']*'|“[^”]*”|\[\]|\.\.\.|…|[<>\[\](){}|,/;?:+&]|[^\s\"'“<>\[\](){}|,/;?:+&]+"
)
_LISTS: Final = frozenset(WORDS.typewords["list"])
_MAPS: Final = frozenset(WORDS.typewords["map"])
_SKIPPED: Final = frozenset(WORDS.typewords["skip"])
_ENDS: Final = frozenset((",", ";", ":", "-", "\u2013", "\u2014", "(", "+"))
_OR: Final = frozenset(("or", "|", "/", "xor"))
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")
_LONGEST: Final = max(len(word.split()) for word in TYPES)


def read_type(text: str, known: AbstractSet[str] = frozenset()) -> Typed:
    """Return what *text* says of a type; the names of *known* objects come first.

    >>> read_type("Array of Array of PhotoSize").schema["items"]["items"]
    {'$ref': '#/components/schemas/PhotoSize'}
    >>> read_type("Integer or String").schema
    {'oneOf': [{'type': 'integer'}, {'type': 'string'}]}
    >>> read_type("string[]").schema, read_type("?int").nullable
    ({'type': 'array', 'items': {'type': 'string'}}, True)
    >>> read_type("String (1-32 characters)").notes
    ('1-32 characters',)
    >>> read_type("see below").schema is None
    True
    """
    state = State(_TOKEN.findall(text.replace("\n", " ").strip(" .")), known=known)
    schema = _union(state)
    if state.peek() == ":" and schema is not None and text.count(":") == 1:
        value = text.partition(":")[2].strip().strip("<>")
        state.notes.append(
            value if mark(value) and len(value) > 5 else f"default: {value}"
        )
    elif state.at < len(state.tokens):
        if state.peek() not in _ENDS:
            state.exact = False
        rest = " ".join(state.tokens[state.at :]).strip(" ,;:")
        if rest:
            state.notes.append(rest)
    if schema is None and state.literals:
        schema = {}
    if schema is not None and state.literals:
        schema = {**(schema or _of(state.literals)), "enum": state.literals}
    return Typed(schema, tuple(state.notes), state.nullable, state.exact)


def _of(literals: list[object]) -> Schema:
    kinds = {type(value) for value in literals}
    return {"type": "integer"} if kinds == {int} else {"type": "string"}


def _union(state: State, *, listed: bool = False) -> Schema | None:
    """Return what alternatives there are; within a list, "and" and "," part them, too."""
    found: list[Schema] = []
    while state.at < len(state.tokens):
        start = state.at
        schema = _one(state)
        if schema is None:
            if state.at == start:
                break
        elif schema.get("type") == "null":
            state.nullable = True
        elif schema not in found:
            found.append(schema)
        word = state.peek().lower()
        more = _starts_type(state, 1)
        if word in _OR or (
            word in (",", "and")
            and more
            and (listed or _ends_in_or(state) or _is_list_of_names(state))
        ):
            state.at += 1
            if word == "," and state.peek().lower() in ("or", "and"):
                state.at += 1
            continue
        break
    if len(found) > 1:
        return {"oneOf": cast("object", found)}
    if not found:
        return {"type": "null"} if state.nullable and not state.literals else None
    return found[0]


def _ends_in_or(state: State) -> bool:
    return any(t.lower() in _OR for t in state.tokens[state.at : state.at + 24])


def _is_list_of_names(state: State) -> bool:
    rest = state.tokens[state.at :]
    return bool(rest) and all(t in (",", "and", "or") or t[:1].isupper() for t in rest)


def _starts_type(state: State, ahead: int) -> bool:
    token = state.peek(ahead)
    if token.lower() in ("or", "and"):
        token = state.peek(ahead + 1)
    if not token:
        return False
    if token.lower() in TYPES or token.lower() in _LISTS or token[:1] in "\"'“":
        return True
    return token[:1].isupper() and token.lower() not in _SKIPPED


def _one(state: State) -> Schema | None:
    """Return the type that begins here, with what stands behind it."""
    schema = _prefixed(state)
    while state.at < len(state.tokens):
        token = state.peek()
        if token == "[]" and schema is not None:
            state.at += 1
            schema = array_of(schema)
        elif token == "[" and state.peek(1) == "]":
            state.at += 2
            schema = array_of(schema or {})
        elif token == "?":
            state.at += 1
            state.notes.append("?")
        elif token == "(":
            _note(state)
        elif token.lower() in _LISTS and schema is not None and state.peek(1) != "of":
            state.at += 1
            schema = array_of(schema)
        elif (
            token.lower() in ("object", "objects", "value", "values", "entity")
            and schema is not None
        ):
            state.at += 1
        else:
            break
    return schema


def _note(state: State) -> None:
    """Keep what stands in parentheses as a note."""
    depth, start = 0, state.at + 1
    while state.at < len(state.tokens):
        token = state.peek()
        depth += (token == "(") - (token == ")")
        state.at += 1
        if depth == 0:
            break
    inner = state.tokens[start : state.at - 1]
    text = re.sub(r" ([,;:)\]])", r"\1", " ".join(inner)).replace("( ", "(")
    state.notes.append(re.sub(r"(?<=\w) ([/-]) (?=\w)", r"\1", text))


def _prefixed(state: State) -> Schema | None:
    while state.at < len(state.tokens):
        word = state.peek().lower()
        if state.peek() in state.known:
            return _named(state)
        if word in ("?", "nullable"):
            state.nullable = True
            state.at += 1
        elif word in _LISTS:
            return _list(state)
        elif word in _MAPS and state.peek(1) in ("<", "[", "of"):
            return _map(state)
        elif (schema := _known(state)) is not None:
            return schema
        elif word in _SKIPPED:
            state.at += 1
        elif word.isalpha() and state.peek().islower() and _leads_to_type(state):
            state.exact = False
            state.at += 1
        else:
            return _named(state)
    return None


def _leads_to_type(state: State) -> bool:
    """Return whether a word of a type follows within two words, as in "role id string"."""
    following = [state.peek(1).lower(), state.peek(2).lower()]
    if following[0] in ("object", "objects", "array", "resource", "entity", "[]"):
        return False
    return any(w in TYPES for w in following) and all(
        w.isalpha() for w in following if w
    )


def _list(state: State) -> Schema:
    state.at += 1
    opening = state.peek()
    if (
        opening in ("<", "[", "(")
        and state.peek(1) not in ("", "]")
        and (opening != "(" or _starts_type(state, 1))
    ):
        state.at += 1
        items = _union(state, listed=True)
        if state.peek() in (">", "]", ")"):
            state.at += 1
        return array_of(items or {})
    if opening.lower() == "of":
        state.at += 1
        return array_of(_union(state, listed=True) or {})
    if opening == ":":
        state.at += 1
        return array_of(_union(state) or {})
    return array_of({})


def _map(state: State) -> Schema:
    """Return a map: Go's ``map[string]int``, ``Map<K, V>``, "map of string to int"."""
    state.at += 1
    opening = state.peek()
    state.at += 1
    if opening == "of":
        value = _union(state)
        if state.peek().lower() in ("to", "->", "→", "="):
            state.at += 1
            value = _union(state)
        elif value is not None:
            return (
                {"type": "object"}
                if value == {"type": "object"}
                else {
                    "type": "object",
                    "additionalProperties": value,
                }
            )
        return {"type": "object", "additionalProperties": value or {}}
    value = _one(state)
    if state.peek() in (",", ":", "|"):
        state.at += 1
        value = _union(state)
    if state.peek() in (">", "]"):
        state.at += 1
        if opening == "[" and (after := _one(state)) is not None:
            value = after
    return {"type": "object", "additionalProperties": value or {}}


def _known(state: State) -> Schema | None:
    """Return what the longest phrase that begins here means, when it is a type."""
    for length in range(min(_LONGEST, len(state.tokens) - state.at), 0, -1):
        tokens = state.tokens[state.at : state.at + length]
        phrase = " ".join(tokens).lower().replace(" / ", "/").rstrip(".")
        if phrase in TYPES:
            state.at += length
            if phrase in ("enum", "enumeration") and state.peek() in (
                "(",
                "[",
                "<",
                ":",
            ):
                _literals(state)
            return dict(TYPES[phrase])
    return None


def _literals(state: State) -> None:
    """Read the values of ``enum(a, b)``."""
    state.at += 1
    while state.at < len(state.tokens):
        token = state.peek()
        state.at += 1
        if token in (")", "]", ">"):
            break
        if token not in (",", "|", "/") and token.lower() != "or":
            state.literals.append(_literal(token))


def _literal(token: str) -> object:
    if token[:1] in "\"'“":
        return token[1:-1]
    try:
        return (
            cast("object", json.loads(token))
            if re.fullmatch(r"-?\d+", token)
            else token
        )
    except ValueError:
        return token


def _named(state: State) -> Schema | None:
    """Return what a word that is no type's stands for: an object of the page."""
    token = state.peek()
    if token[:1] in "\"'“" and len(token) > 1:
        state.at += 1
        state.literals.append(token[1:-1])
        return None
    name = token.rstrip(".")
    singular = state.peek(1).lower() in (
        "object",
        "objects",
        "array",
        "resource",
        "entity",
        "[]",
    )
    if _NAME.fullmatch(name) and (name[:1].isupper() or singular):
        state.at += 1
        while (
            state.peek()[:1].isupper()
            and _NAME.fullmatch(state.peek())
            and state.peek().lower() not in TYPES
        ):
            name += state.peek()  # a name of several words
            state.at += 1
        return {"$ref": f"{REF}{name}"}
    if token not in (",", ")", ">", "]", "(", ";"):
        state.exact = False
    return None
