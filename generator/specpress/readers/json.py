"""A JSON reader that knows where every value stands."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Code, Report
from specpress.diagnostics.codes.json import (
    BAD_STRING,
    DUPLICATE_KEY,
    EXPECTED,
    LONE_SURROGATE,
    NOT_A_NUMBER,
    TOO_DEEP,
    TRAILING_DATA,
)
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node, Value

MAX_DEPTH: Final = 200
"""How deep values may nest: trees are walked by recursion later."""

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORD: Final = re.compile(r"[^\s,:{}\[\]\"]{1,60}")
_SURROGATE: Final = re.compile(r"[\ud800-\udfff]")
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}
_DECODER: Final = json.JSONDecoder()  # reads strings: the C scanner is fast
_INFINITY: Final = float("inf")


def read_json(source: Source, report: Report) -> Node | None:
    """Return *source* read as JSON, or None with the fault reported."""
    return read_json_text(source.text, source, report)


def read_json_text(
    text: str,
    source: Source,
    report: Report,
    offsets: Callable[[int], int] | None = None,
) -> Node | None:
    """Return *text* read as JSON, or None with the fault reported.

    *text* was taken from *source*; *offsets* maps an index of *text* to the offset in
    the source (None: they are the same).
    """
    reader = _Reader(text, source, report, offsets)
    try:
        return reader.document()
    except _Broken as broken:
        span = reader.span(broken.start, broken.end)
        report.add(broken.code.at(span, **broken.values))
        return None


class _Broken(Exception):
    """The text is not JSON; carries the diagnostic's parts."""

    def __init__(self, code: Code, start: int, end: int, **values: object) -> None:
        super().__init__(code.id)
        self.code = code
        self.start = start
        self.end = end
        self.values = values


@dataclass(slots=True)
class _Open:
    """An object or array whose end is not reached yet."""

    start: int
    value: dict[str, Node] | list[Node]
    own_key: Span
    key: str = ""
    key_span: Span = NOWHERE


class _Reader:
    """One pass over a text, with a stack instead of recursion."""

    def __init__(
        self,
        text: str,
        source: Source,
        report: Report,
        offsets: Callable[[int], int] | None,
    ) -> None:
        self._text = text
        self._source = source
        self._report = report
        self._offsets = offsets
        self._stack: list[_Open] = []

    def span(self, start: int, end: int) -> Span:
        """Return the place in the source of the text from *start* to *end*."""
        if self._offsets is None:
            return Span(self._source.name, start, end)
        return Span(self._source.name, self._offsets(start), self._offsets(end))

    def document(self) -> Node:
        """Return the one value that the text holds."""
        node, at = self._value(self._skip(0))
        while self._stack or node is None:
            if node is None:
                node, at = self._value(at)
            else:
                node, at = self._after(node, at)
        at = self._skip(at)
        if at < len(self._text):
            found = self._found(at)
            raise _Broken(TRAILING_DATA, at, len(self._text), found=found)
        return node

    def _value(self, at: int) -> tuple[Node | None, int]:
        """Read the value at *at*; None when an object or array was only opened."""
        match self._text[at : at + 1]:
            case '"':
                text, end = self._string(at)
                return self._node(text, at, end), end
            case "{":
                return self._open({}, at)
            case "[":
                return self._open([], at)
            case _:
                return self._scalar(at)

    def _open(
        self, value: dict[str, Node] | list[Node], at: int
    ) -> tuple[Node | None, int]:
        if len(self._stack) >= MAX_DEPTH:
            raise _Broken(TOO_DEEP, at, at + 1, limit=MAX_DEPTH)
        parent = self._stack[-1] if self._stack else None
        own_key = parent.key_span if parent else NOWHERE
        self._stack.append(opened := _Open(at, value, own_key))
        at = self._skip(at + 1)
        if self._text[at : at + 1] == ("}" if isinstance(value, dict) else "]"):
            return self._close(at)
        return None, self._key(opened, at) if isinstance(value, dict) else at

    def _close(self, at: int) -> tuple[Node, int]:
        done = self._stack.pop()
        return Node(done.value, self.span(done.start, at + 1), done.own_key), at + 1

    def _after(self, node: Node, at: int) -> tuple[Node | None, int]:
        """Put *node* where it belongs; read on to the next value or the end."""
        top = self._stack[-1]
        if isinstance(top.value, dict):
            top.value[top.key] = node
            closer = "}"
        else:
            top.value.append(node)
            closer = "]"
        at = self._skip(at)
        mark = self._text[at : at + 1]
        if mark == closer:
            return self._close(at)
        if mark != ",":
            raise self._expected(at, f"',' or {closer!r}")
        at = self._skip(at + 1)
        return None, self._key(top, at) if closer == "}" else at

    def _key(self, into: _Open, at: int) -> int:
        """Read a key and its colon; return where its value begins."""
        if self._text[at : at + 1] != '"':
            raise self._expected(at, "a key in double quotes")
        key, end = self._string(at)
        if isinstance(into.value, dict) and key in into.value:
            line, column = self._source.line_col(into.value[key].key_span.start)
            first = f"{line}:{column}"
            raise _Broken(DUPLICATE_KEY, at, end, key=key, first=first)
        into.key = key
        into.key_span = self.span(at, end)
        at = self._skip(end)
        if self._text[at : at + 1] != ":":
            raise self._expected(at, "':'")
        return self._skip(at + 1)

    def _scalar(self, at: int) -> tuple[Node, int]:
        if number := _NUMBER.match(self._text, at):
            return self._number(number, at)
        found = _WORD.match(self._text, at)
        word = found[0] if found else ""
        if word in _WORDS:
            end = at + len(word)
            return self._node(_WORDS[word], at, end), end
        if word.lstrip("+-.").casefold() in ("nan", "inf", "infinity"):
            raise _Broken(NOT_A_NUMBER, at, at + len(word), found=word)
        raise self._expected(at, "a value")

    def _number(self, number: re.Match[str], at: int) -> tuple[Node, int]:
        word = _WORD.match(self._text, at)
        end = number.end()
        if (word is not None and word.end() > end) or end - at > 4000:
            end = max(end, word.end() if word else end)
            raise _Broken(NOT_A_NUMBER, at, end, found=self._text[at:end][:60])
        if number[1] is None and number[2] is None:
            return self._node(int(number[0]), at, end), end
        value = float(number[0])
        if value in (_INFINITY, -_INFINITY):
            raise _Broken(NOT_A_NUMBER, at, end, found=number[0][:60])
        return self._node(value, at, end), end

    def _string(self, at: int) -> tuple[str, int]:
        """Read the string whose opening quote stands at *at*."""
        text: str
        try:
            text, end = _DECODER.raw_decode(self._text, at)
        except json.JSONDecodeError as error:
            where = min(error.pos, len(self._text))
            reason = error.msg.removesuffix(" at").removesuffix(" starting").lower()
            raise _Broken(BAD_STRING, where, where + 1, reason=reason) from None
        if _SURROGATE.search(text):
            self._report.add(LONE_SURROGATE.at(self.span(at, end)))
            text = _SURROGATE.sub("\ufffd", text)
        return text, end

    def _node(self, value: Value, start: int, end: int) -> Node:
        key_span = self._stack[-1].key_span if self._stack else NOWHERE
        return Node(value, self.span(start, end), key_span)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _found(self, at: int) -> str:
        """Return what stands at *at*, as a message shows it."""
        if at >= len(self._text):
            return "the end"
        word = _WORD.match(self._text, at)
        return repr(word[0] if word else self._text[at])

    def _expected(self, at: int, expected: str) -> _Broken:
        word = _WORD.match(self._text, at)
        end = word.end() if word else min(at + 1, len(self._text))
        return _Broken(EXPECTED, at, end, expected=expected, found=self._found(at))
