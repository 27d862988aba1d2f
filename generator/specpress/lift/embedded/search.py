"""Descriptions in texts: in scripts, data and strings, however often they are quoted."""

from __future__ import annotations

import base64
import binascii
import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Diagnostic, Report
from specpress.diagnostics.codes.embedded import BROKEN, CODE, CODE_FOR_MORE
from specpress.lift.embedded.described import (
    descriptions_in,
    holds_operations,
    is_description,
    is_hollow,
    within,
)
from specpress.lift.embedded.words import LARGE, MARKER
from specpress.readers.code import NoLiteral, TooDeep
from specpress.readers.literal import Literals
from specpress.readers.placed import placed_yaml
from specpress.readers.quoted import end_of_quoted
from specpress.readers.slices import Text
from specpress.source import Span
from specpress.tree import Node

_START: Final = re.compile(r"(?:\A|[=(,:\[?&|]|\breturn|\bdefault)\s*(?=([{\[\"'`]))")
_YAML: Final = re.compile(
    r"\A(?:\s*(?:#[^\n]*|---|%YAML[^\n]*)?\n)*[ \t]*[\"']?[\w-]+[\"']?[ \t]*:"
)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/_-]{64,}={0,2}")
_DEEPEST: Final = 4
_BEFORE: Final = 400
_MOST: Final = 100
_PATIENCE: Final = 12
"""How many times the length of a script may be read while literals are looked for."""


@dataclass(slots=True)
class _Scan:
    """A walk over the script of *reader*; literals were read up to *at*."""

    reader: Literals
    markers: list[int]
    depth: int
    at: int = 0

    def has_marker(self, start: int, stop: int) -> bool:
        """Return whether a description may say from *start* to *stop* that it is one."""
        index = bisect_left(self.markers, start)
        return index < len(self.markers) and self.markers[index] < stop

    def plain(self, at: int) -> int | None:
        """Return where the string at *at* ends; None when it may hold a description."""
        text = self.reader.text.text
        end = end_of_quoted(text, at)
        if end is None:
            return at + 1
        if self.has_marker(at, end) or _BASE64.match(text, at + 1, end):
            return None
        return end


@dataclass(slots=True)
class Search:
    """What was found: *descriptions*, and the other *literals* of scripts.

    What is wrong in a description goes to *report*.
    """

    report: Report
    descriptions: list[Node] = field(default_factory=list[Node])
    literals: list[Node] = field(default_factory=list[Node])
    holders: list[Span] = field(default_factory=list[Span])
    """The strings that a description was found in."""
    _faults: list[tuple[Node, Diagnostic]] = field(
        default_factory=list[tuple[Node, Diagnostic]]
    )
    _broken: list[tuple[Span, str]] = field(default_factory=list[tuple[Span, str]])

    def data(self, text: Text, depth: int = 0) -> bool:
        """Look for descriptions in *text*, which is data; return whether there is one."""
        if depth > _DEEPEST or not MARKER.search(text.text):
            return False
        known = len(self.descriptions)
        if "%22" in text.text[:200]:
            span = text.span()
            text = Text(text.source, unquote(text.text), (0,), (span.start,))
        if text.text.lstrip()[:1] not in ("{", "[") and _YAML.match(text.text):
            quiet = Report()
            node = placed_yaml(text, quiet)
            if node is not None and self._take(node):
                for diagnostic in quiet:
                    self.report.add(diagnostic)
        if len(self.descriptions) == known:
            self.script(text, depth)
        return len(self.descriptions) > known

    def script(self, text: Text, depth: int = 0) -> None:
        """Look for descriptions in the literals of *text*, a script.

        In a large one, which is a program for the most part, what begins shortly before
        a description says that it is one is tried first.
        """
        markers = [found.start() for found in MARKER.finditer(text.text)]
        scan = _Scan(Literals(text), markers, depth)
        known = len(self.descriptions)
        if len(text.text) > LARGE:
            for marker in markers[:_MOST]:
                if marker >= scan.at:
                    self._scan(scan, max(scan.at, marker - _BEFORE), marker + 1)
        if len(self.descriptions) == known:
            self._scan(scan, 0, len(text.text))

    def _scan(self, scan: _Scan, start: int, stop: int) -> None:
        """Read the literals that begin from *start* to *stop*."""
        reader, text = scan.reader, scan.reader.text.text
        at = start
        while (begin := _START.search(text, at, stop)) is not None:
            at = begin.start(1)
            if reader.spent > _PATIENCE * len(text) + 100_000:
                break
            if begin[1] not in "{[" and (end := scan.plain(at)) is not None:
                at = end
                continue
            reader.code.clear()
            reader.quoted.clear()
            try:
                node, at = reader.read(at)
            except TooDeep as error:
                at = error.offset
            except NoLiteral as error:
                if begin[1] == "{" and scan.has_marker(at, at + 40):
                    place = min(error.offset, len(text) - 1)
                    where = reader.text.span(place, place + 1)
                    self._broken.append((where, error.expected))
                at += 1
            else:
                scan.at = max(scan.at, at)
                self._found(node, reader, scan.depth)

    def settle(self) -> list[Node]:
        """Return the descriptions, and report what is wrong with them.

        One that describes nothing is a program's draft when there are others, or when
        code is a part of it.
        """
        unfinished = {id(node) for node, _ in self._faults}
        hollow = [each for each in self.descriptions if is_hollow(each)]
        full = [each for each in self.descriptions if each not in hollow]
        kept = full or [each for each in hollow if id(each) not in unfinished]
        for node, fault in self._faults:
            if node in kept:
                self.report.add(fault)
        self.descriptions = kept
        return kept

    def broken(self) -> list[Diagnostic]:
        """Return what is wrong with the first thing that looked like a description."""
        return [BROKEN.at(span, expected=why) for span, why in self._broken[:1]]

    def _found(self, node: Node, reader: Literals, depth: int) -> None:
        """Take what the literal *node* is or has in it."""
        if node.text is None:
            self.literals.append(node)
        taken = [each for each in descriptions_in(node) if self._take(each)]
        for span in list(reader.code):
            for each in taken:
                if within(span, each.span):
                    lost = holds_operations(each, span)
                    code = CODE_FOR_MORE if lost else CODE
                    self._faults.append((each, code.at(span)))
        for quoted in list(reader.quoted):
            inner = quoted.inner
            if any(within(inner.span(), each.span) for each in taken):
                continue
            if (MARKER.search(inner.text) and self.data(inner, depth + 1)) or (
                (decoded := _decoded(inner)) and self.data(decoded, depth + 1)
            ):
                self.holders.append(inner.span())

    def _take(self, node: Node) -> bool:
        """Take *node* when it is a description; one that is there twice, once."""
        if not is_description(node):
            return False
        plain = node.plain()
        if all(each.plain() != plain for each in self.descriptions):
            self.descriptions.append(node)
        return True


def _decoded(text: Text) -> Text | None:
    """Return what *text*, base64, stands for, or None when it is none."""
    if not _BASE64.fullmatch(text.text.strip()):
        return None
    try:
        padded = text.text.strip().translate({45: 43, 95: 47})
        data = base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True)
        plain = data.decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    start = text.span().start
    return Text(text.source, plain, (0,), (start,))
