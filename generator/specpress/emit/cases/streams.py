"""Streams of the server: bodies made of sampled items, and the items that come of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, cast

from specpress.emit.cases.answers import Data, concrete
from specpress.emit.cases.text import compact
from specpress.emit.samples import NoSample, Sampler, Types, accepts, choices
from specpress.ir.media import framing
from specpress.ir.nodes import Content, Operation, TypeDecl
from specpress.ir.sequences import data_mode, is_whole, streaming, successes
from specpress.ir.types import Anything, Ref, Type, Union

_MOST: Final = 5
_UNSAYABLE: Final = frozenset("\r\0")
_NAMED: Final[tuple[str, ...]] = ("id", "event", "retry")


@dataclass(frozen=True, slots=True)
class Streams:
    """Makes the streams of operations whose types are *decls*, or *types* by id."""

    types: Types
    decls: Mapping[str, TypeDecl]

    def of(self, operation: Operation, stream: tuple[str, ...]) -> list[Data]:
        """Return a stream for each media type of *operation*, whose method is *stream*."""
        if streaming(operation) == "no":
            return []
        found: list[Data] = []
        for response in successes(operation):
            for content in response.contents:
                items = [] if content.item is None else list(self._items(content))
                if not items:
                    continue
                status = concrete(response.status, operation)
                found.append(
                    {
                        "label": f"{status}-{content.media_type}",
                        "call": stream,
                        "status": status,
                        "media_type": content.media_type,
                        "text": _text(content, items, self.decls),
                        "values": [value for value, _ in items],
                    }
                )
        return found

    def _items(self, content: Content) -> Iterator[tuple[object, str]]:
        """Yield values of an item of *content*, each with the text that it stands for."""
        whole = is_whole(content, self.decls)
        seen: set[str] = set()
        for value in self._values(content.item or Anything()):
            if whole and isinstance(value, dict):
                known = cast("Data", value)
                value = {key: each for key, each in known.items() if key in _FIELDS}
            text = self._written(content, value)
            if text is not None and text not in seen and len(seen) < _MOST:
                seen.add(text)
                yield value, text

    def _values(self, type_: Type) -> Iterator[object]:
        kinds = [type_]
        union = type_
        while isinstance(union, Ref):
            union = self.types[union.target]
        if isinstance(union, Union):
            kinds += [choice.type for choice in choices(union, self.types)]
        for full in (True, False):
            sampler = Sampler(self.types, full=full, direction="response")
            for kind in kinds:
                try:
                    value = sampler.sample(kind)
                except NoSample:
                    continue
                if accepts(value, type_, self.types):
                    yield value

    def _written(self, content: Content, value: object) -> str | None:
        """Return *value* as an item in a body of *content*; None where it can't stand."""
        frame = framing(content.media_type)
        if frame == "lines":
            return f"{compact(value)}\n"
        if frame == "sequence":
            return f"\x1e{compact(value)}\n"
        if frame is None:
            text = value if isinstance(value, str) and value.strip() else None
            return None if text is None or {*"\r\n"} & {*text} else f"{text}\n"
        mode = data_mode(content, self.decls)
        if not is_whole(content, self.decls):
            return _event({}, _data(value, mode))
        if not isinstance(value, dict):
            return None
        fields = cast("Data", value)
        if "data" not in fields:
            return None
        named = {name: fields[name] for name in _NAMED if name in fields}
        return _event(named, _data(fields["data"], mode))


_FIELDS: Final = frozenset((*_NAMED, "data"))


def _data(value: object, mode: str) -> str | None:
    """Return *value* as the data of an event; None where they can't say it."""
    if mode == "json":
        return compact(value)
    if not isinstance(value, str):
        return None if mode == "text" else compact(value)
    is_text = value and not _UNSAYABLE & {*value} and value.strip("\n") == value
    return value if is_text else None


def _event(fields: Data, data: str | None) -> str | None:
    """Return the event of *data* with *fields*; None where they can't be said."""
    if data is None:
        return None
    rows = ""
    for name, value in fields.items():
        text = value if isinstance(value, str) else compact(value)
        bad = {*text} & {*"\r\n\0"} or not text or value is None
        if bad or (name == "retry" and not text.isdigit()):
            return None
        rows += f"{name}: {text}\n"
    return rows + "".join(f"data: {line}\n" for line in data.split("\n")) + "\n"


def _text(
    content: Content, items: list[tuple[object, str]], decls: Mapping[str, TypeDecl]
) -> str:
    """Return the body of *items*: after its terminator comes one more, which is none."""
    frame = framing(content.media_type)
    texts = "".join(text for _, text in items)
    end = content.terminator
    if end is None and frame == "events" and data_mode(content, decls) == "json":
        end = "[DONE]"
    last = items[0][1]
    if frame == "events":
        comment = ": a comment\n\n"
        return comment + texts + (f"data: {end}\n\n{last}" if end else "")
    before = "\x1e" if frame == "sequence" else ""
    return texts + (f"{before}{end}\n{last}" if end else "")
