"""A YAML 1.2 reader that knows where every value stands: the only user of PyYAML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from specpress.diagnostics import Code, Report
from specpress.diagnostics.codes.yaml import (
    ALIAS_LOOP,
    BAD_KEY,
    BAD_MERGE,
    BROKEN,
    DUPLICATE_KEY,
    MORE_DOCUMENTS,
    NO_ANCHOR,
    TAG,
    TOO_DEEP,
    TOO_MANY_NODES,
)
from specpress.readers.json import MAX_DEPTH
from specpress.readers.scalars import plain_scalar
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node

_SPARE_NODES: Final = 100_000
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where built
_MERGE: Final = "<<"
_SAME: Final = frozenset({None, "!", "tag:yaml.org,2002:str"})
_KINDS: Final = {"tag:yaml.org,2002:map": dict, "tag:yaml.org,2002:seq": list}


def read_yaml(source: Source, report: Report) -> Node | None:
    """Return *source* read as YAML 1.2 (its core schema), or None, the fault reported.

    Keys are the text they are written as. Numbers and words keep that text in
    `Node.raw`. Aliases share the node they stand for.
    """
    try:
        return _Reader(source).document()
    except _Broken as broken:
        report.add(broken.code.at(broken.span, **broken.values))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = min(mark.index, len(source.text)) if mark else 0
        reason = " ".join(filter(None, (error.context, error.problem)))
        report.add(BROKEN.at(source.span(start, start + 1), reason=reason))
    except yaml.reader.ReaderError as error:
        start = min(error.position, len(source.text))
        report.add(BROKEN.at(source.span(start, start + 1), reason=error.reason))
    return None


class _Broken(Exception):
    """The text is not what is read; carries the diagnostic's parts."""

    def __init__(self, code: Code, span: Span, **values: object) -> None:
        super().__init__(code.id)
        self.code = code
        self.span = span
        self.values = values


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end is not reached yet."""

    value: dict[str, Node] | list[Node]
    span: Span
    anchor: str | None
    own_key: Span
    size: int = 1
    end: int = 0
    key: str | None = None
    key_span: Span = NOWHERE
    is_merge: bool = False
    merged: frozenset[str] = frozenset()


class _Reader:
    """One pass over the events of a text, with a stack instead of recursion.

    Each anchored node has its size with aliases written out, so that a text that
    stands for too many nodes is refused before anyone walks them.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int] | None] = {}
        self._most = _SPARE_NODES + 2 * len(source.text)
        self._root: Node | None = None

    def document(self) -> Node:
        """Return the value of the one document in the text."""
        for event in self._events():
            match event:
                case yaml.ScalarEvent():
                    self._scalar(event)
                case yaml.MappingStartEvent():
                    self._open(event, {})
                case yaml.SequenceStartEvent():
                    self._open(event, [])
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close(event)
                case yaml.AliasEvent():
                    self._alias(event)
                case _ if self._root is not None:
                    raise _Broken(MORE_DOCUMENTS, self._span(event))
                case _:
                    pass
        if self._root is None:
            raise _Broken(BROKEN, self._source.span(0, 1), reason="no value is there")
        return self._root

    def _events(self) -> Iterator[yaml.Event]:
        """Yield the events of values, and the starts of documents."""
        passed = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentEndEvent)
        for event in yaml.parse(self._source.text, Loader=_LOADER):
            if not isinstance(event, passed):
                yield event

    def _span(self, event: yaml.Event) -> Span:
        start, end = _ends(event)
        return self._source.span(start, end)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        span = self._span(event)
        if event.tag not in _SAME:
            raise _Broken(TAG, span, tag=event.tag)
        if self._wants_key():
            self._key(self._stack[-1], event.value, span, plain=event.implicit[0])
            return
        plain = event.implicit[0] and event.tag is None
        value = plain_scalar(event.value) if plain else event.value
        raw = None if isinstance(value, str) else event.value
        node = Node(value, span, self._key_span(), raw=raw)
        self._define(event.anchor, node, 1)
        self._put(node, 1, span.end)

    def _key(self, top: _Open, key: str, span: Span, *, plain: bool) -> None:
        """Take *key* for the value that comes next in *top*."""
        assert isinstance(top.value, dict)
        top.is_merge = plain and key == _MERGE
        if not top.is_merge and key in top.value and key not in top.merged:
            line, column = self._source.line_col(top.value[key].key_span.start)
            raise _Broken(DUPLICATE_KEY, span, key=key, first=f"{line}:{column}")
        top.key, top.key_span, top.merged = key, span, top.merged - {key}

    def _key_span(self) -> Span:
        return self._stack[-1].key_span if self._stack else NOWHERE

    def _open(
        self,
        event: yaml.MappingStartEvent | yaml.SequenceStartEvent,
        value: dict[str, Node] | list[Node],
    ) -> None:
        span = self._span(event)
        if event.tag is not None and _KINDS.get(event.tag) is not type(value):
            raise _Broken(TAG, span, tag=event.tag)
        if self._wants_key():
            raise _Broken(BAD_KEY, span)
        if len(self._stack) >= MAX_DEPTH:
            raise _Broken(TOO_DEEP, span, limit=MAX_DEPTH)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(_Open(value, span, event.anchor, self._key_span()))

    def _close(self, event: yaml.Event) -> None:
        done = self._stack.pop()
        begin, end = _ends(event)
        if begin == end:  # without a bracket it ends with what is last in it
            end = max(done.end, done.span.start)
        span = self._source.span(done.span.start, end)
        node = Node(done.value, span, done.own_key)
        self._define(done.anchor, node, done.size)
        self._put(node, done.size, end)

    def _alias(self, event: yaml.AliasEvent) -> None:
        span = self._span(event)
        if self._wants_key():
            raise _Broken(BAD_KEY, span)
        if event.anchor not in self._anchors:
            raise _Broken(NO_ANCHOR, span, name=event.anchor)
        found = self._anchors[event.anchor]
        if found is None:
            raise _Broken(ALIAS_LOOP, span, name=event.anchor)
        node, size = found
        key_span = self._key_span()
        here = Node(node.value, node.span, key_span, node.origin, node.raw)
        self._put(here, size, span.end)

    def _define(self, anchor: str | None, node: Node, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (node, size)

    def _put(self, node: Node, size: int, end: int) -> None:
        """Put *node*, of *size* nodes and read up to *end*, where it belongs."""
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        top.size, top.end = top.size + size, end
        if top.size > self._most:
            raise _Broken(TOO_MANY_NODES, node.span, limit=self._most)
        if isinstance(top.value, list):
            top.value.append(node)
            return
        assert top.key is not None
        if top.is_merge:
            _merge(top, node)
        else:
            top.value[top.key] = node
        top.key = None

    def _wants_key(self) -> bool:
        top = self._stack[-1] if self._stack else None
        return top is not None and isinstance(top.value, dict) and top.key is None


def _ends(event: yaml.Event) -> tuple[int, int]:
    """Return where *event* starts and ends, as offsets into the text."""
    start, end = event.start_mark, event.end_mark
    assert start is not None and end is not None  # a reader of text sets both
    return start.index, end.index


def _merge(top: _Open, node: Node) -> None:
    """Add to *top* the members of *node*, or of its items, that it has not itself."""
    assert isinstance(top.value, dict)
    for each in node.list or (node,):
        if not each.is_object:
            raise _Broken(BAD_MERGE, node.span)
        new = {key: member for key, member in each.items() if key not in top.value}
        top.value |= new
        top.merged |= new.keys()
