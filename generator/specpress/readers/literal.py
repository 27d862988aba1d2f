"""Literals of JavaScript (ECMA-262, 12.9 and 13.2) read as data; nothing is run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from specpress.readers.atoms import ABSENT, read_atom
from specpress.readers.code import (
    LONGEST,
    MAX_DEPTH,
    NoLiteral,
    TooDeep,
    end_of_code,
    end_of_space,
)
from specpress.readers.quoted import Quoted, read_quoted
from specpress.readers.slices import Text
from specpress.source import NOWHERE, Span
from specpress.tree import Node, Value

_KEY: Final = re.compile(r"[\w$]+")
_PARSE: Final = re.compile(r"JSON\s*\.\s*parse\s*\(")
_AFTER: Final = (",", "}", "]", ")")
_BEGINS: Final = ("{", '"', "'", "")


@dataclass(slots=True)
class Literals:
    """Reads the literals of *text*, a script.

    *code* are the places of values, in objects and arrays, that are no literals; they
    are left out. *quoted* are the strings read, where they stand. *spent* counts the
    characters looked at, so that who tries often can stop.
    """

    text: Text
    code: list[Span] = field(default_factory=list[Span])
    quoted: list[Quoted] = field(default_factory=list[Quoted])
    spent: int = 0
    _closed: int | None = None
    """Where the last comment ends: beyond, none is looked for."""

    def read(self, at: int) -> tuple[Node, int]:
        """Return the object, array or string at *at*, and where it ends.

        Raises NoLiteral when there is none.
        """
        start = at
        try:
            node, end = self._value(at, NOWHERE, 0)
        except NoLiteral as error:
            self.spent += max(error.offset - start, 1)
            raise
        self.spent += end - start
        return node, end

    def _value(self, at: int, key: Span, depth: int) -> tuple[Node, int]:
        text = self.text.text
        mark = text[at : at + 1]
        if mark == "{" or mark == "[":
            if depth >= MAX_DEPTH:
                raise TooDeep(at, f"at most {MAX_DEPTH} levels")
            inner = self._object if mark == "{" else self._array
            value, end = inner(at, depth + 1)
            return self._node(value, at, end, key), end
        if mark in "\"'`" and mark:
            quoted, end = self._string(at)
            return self._node(quoted.text, at, end, key), end
        if (atom := read_atom(text, at)) is not None:
            return self._node(atom.value, at, atom.end, key, atom.raw), atom.end
        if parse := _PARSE.match(text, at):
            return self._parsed(parse.end(), key, depth)
        raise NoLiteral(at, "a literal")

    def _object(self, at: int, depth: int) -> tuple[dict[str, Node], int]:
        text = self.text.text
        members: dict[str, Node] = {}
        at = self._skip(at + 1)
        while text[at : at + 1] != "}":
            start = at
            if text.startswith("...", at):
                at = self._code(at)
            else:
                name, at = self._name(at)
                key = self.text.span(start, at)
                at = self._skip(at)
                if text[at : at + 1] == ":":
                    at = self._skip(at + 1)
                    if (found := self._member(at, key, depth)) is not None:
                        members.pop(name, None)  # the last one counts
                        node, at = found
                        if node.raw != ABSENT:
                            members[name] = node
                    else:
                        at = self._code(at)
                elif text[start] in "\"'" and text[at : at + 1] != "(":
                    raise NoLiteral(at, "':'")
                else:  # a method, or the short form of a name
                    at = self._code(start)
            at = self._next(at, "}")
        return members, at + 1

    def _array(self, at: int, depth: int) -> tuple[list[Node], int]:
        text = self.text.text
        items: list[Node] = []
        at = self._skip(at + 1)
        while text[at : at + 1] != "]":
            if (found := self._member(at, NOWHERE, depth)) is not None:
                item, at = found
                items.append(item)
            else:
                at = self._code(at)
            at = self._next(at, "]")
        return items, at + 1

    def _member(self, at: int, key: Span, depth: int) -> tuple[Node, int] | None:
        """Return the value at *at*, or None when it is code."""
        known = len(self.code), len(self.quoted)
        try:
            node, end = self._value(at, key, depth)
        except NoLiteral:
            if self.text.text[at : at + 1] in ("{", "["):
                raise
            found = None
        else:
            after = self._skip(end)
            mark = self.text.text[after : after + 1]
            if mark.isalnum() or mark in _BEGINS:
                raise NoLiteral(after, "',' or the end")
            found = (node, end) if mark in _AFTER else None
        if found is None:
            del self.code[known[0] :], self.quoted[known[1] :]
        return found

    def _code(self, at: int) -> int:
        """Note the expression at *at*, which is no literal; return where it ends."""
        end = end_of_code(self.text.text, at)
        self.spent += LONGEST if end is None else end - at
        if end is None:
            raise NoLiteral(at, "a literal")
        self.code.append(self.text.span(at, end))
        return end

    def _next(self, at: int, closer: str) -> int:
        """Return where the next member, or the *closer*, stands."""
        at = self._skip(at)
        mark = self.text.text[at : at + 1]
        if mark == ",":
            return self._skip(at + 1)
        if mark != closer:
            raise NoLiteral(at, f"',' or {closer!r}")
        return at

    def _name(self, at: int) -> tuple[str, int]:
        mark = self.text.text[at : at + 1]
        if mark == '"' or mark == "'":
            quoted = read_quoted(self.text, at)
            if quoted is None:
                raise NoLiteral(at, "a key")
            return quoted.text, quoted.end
        if (name := _KEY.match(self.text.text, at)) is None:
            raise NoLiteral(at, "a key")
        return name[0], name.end()

    def _string(self, at: int) -> tuple[Quoted, int]:
        """Read a string, and those that are added to it by ``+``."""
        quoted = read_quoted(self.text, at)
        if quoted is None:
            raise NoLiteral(at, "a string that ends")
        end = quoted.end
        while True:
            plus = self._skip(end)
            more = self._skip(plus + 1)
            if self.text.text[plus : plus + 1] != "+":
                break
            if self.text.text[more : more + 1] not in ('"', "'", "`"):
                break
            if (added := read_quoted(self.text, more)) is None:
                break
            quoted, end = quoted.joined(added), added.end
        self.quoted.append(quoted)
        return quoted, end

    def _parsed(self, at: int, key: Span, depth: int) -> tuple[Node, int]:
        """Read the string that ``JSON.parse`` is given, and what is in it."""
        at = self._skip(at)
        quoted, end = self._string(at)
        end = self._skip(end)
        if self.text.text[end : end + 1] != ")":
            raise NoLiteral(end, "')'")
        self.quoted.pop()
        inner = Literals(quoted.inner)
        start = inner._skip(0)
        node, stop = inner._value(start, key, depth)
        if inner._skip(stop) != len(quoted.text):
            raise NoLiteral(at, "JSON in a string")
        self.code += inner.code
        self.quoted += inner.quoted
        return node, end + 1

    def _skip(self, at: int) -> int:
        if self._closed is None:
            self._closed = self.text.text.rfind("*/")
        return end_of_space(self.text.text, at, comments=at < self._closed)

    def _node(
        self, value: Value, start: int, end: int, key: Span, raw: str | None = None
    ) -> Node:
        return Node(value, self.text.span(start, end), key, raw=raw)
