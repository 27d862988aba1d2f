"""Server-sent events, parsed as the WHATWG HTML Standard, 9.2.6, has it."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import NamedTuple

from .framing import Mode, Piece, pieces

_LINE_END = re.compile(r"\r\n|\r|\n")
_CUSTOMARY_END = "[DONE]"
"""What many servers end a stream of JSON with: no JSON, so no item is taken for it."""


class ServerSentEvent(NamedTuple):
    """An event: its *name*, its *data* as text, and the last *id* that was sent.

    *fields* are those that it has itself, as OpenAPI 3.2 makes an object of them.
    """

    name: str
    data: str
    id: str
    fields: dict[str, object]


class EventParser:
    """Makes events of bytes, wherever the chunks are cut."""

    def __init__(self) -> None:
        self.last_id = ""
        self.retry: int | None = None
        self.restart()

    def restart(self) -> None:
        """Begin with another body, after the last event of one before."""
        self._decode = getincrementaldecoder("utf-8-sig")("replace").decode
        self._line: list[str] = []
        self._after_return = False
        self._data: list[str] = []
        self._fields: dict[str, object] = {}
        self._id = self.last_id

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Return the events that *chunk* completes."""
        text = self._decode(chunk)
        if not text:
            return []
        if self._after_return and text[0] == "\n":
            text = text[1:]
        self._after_return = text.endswith("\r")
        first, *others = _LINE_END.split(text)
        self._line.append(first)
        if not others:
            return []
        lines = ["".join(self._line), *others[:-1]]
        self._line = others[-1:]
        found = map(self._taken, lines)
        return [event for event in found if event is not None]

    def _taken(self, line: str) -> ServerSentEvent | None:
        """Return the event that *line* ends; take it in where it ends none."""
        if not line:
            return self._event()
        self._field(line)
        return None

    def _field(self, line: str) -> None:
        """Take in the field, or the comment, that *line* is."""
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._data.append(value)
            case "event":
                self._fields[name] = value
            case "id" if "\0" not in value:
                self._fields[name] = self._id = value
            case "retry" if value.isascii() and value.isdigit():
                self._fields[name] = self.retry = int(value)
            case _:
                pass

    def _event(self) -> ServerSentEvent | None:
        """Return the event that an empty line ends; None where there are no data."""
        data, fields = self._data, self._fields
        self._data, self._fields = [], {}
        self.last_id = self._id
        if not data:
            return None
        text = "\n".join(data)
        name = str(fields.get("event") or "message")
        return ServerSentEvent(name, text, self._id, {**fields, "data": text})


class Events:
    """Items that come as server-sent events: their data, or with *whole* all of them.

    The event whose data are *end* is no item, and the last one.
    """

    def __init__(
        self, mode: Mode = "json", *, whole: bool = False, end: str | None = None
    ) -> None:
        self.mode: Mode = mode
        self.whole = whole
        self.end = end or (_CUSTOMARY_END if mode == "json" else None)

    def parser(self, *, exact: bool) -> EventItems:
        """Return a parser for one body."""
        return EventItems(self, exact=exact)


class EventItems:
    """Makes items of a body of events."""

    resumes = True

    def __init__(self, framing: Events, *, exact: bool) -> None:
        self._framing = framing
        self._exact = exact
        self._events = EventParser()
        self.ended = False

    @property
    def last_id(self) -> str:
        """The id of the last event that had one."""
        return self._events.last_id

    @property
    def retry(self) -> int | None:
        """Milliseconds to wait before the next connection, if the server said so."""
        return self._events.retry

    def restart(self) -> None:
        """Begin with another body, after the last event of one before."""
        self._events.restart()

    def feed(self, chunk: bytes) -> list[Piece]:
        """Return the items that *chunk* completes, up to the last one of all."""
        found: list[Piece] = []
        for event in self._events.feed(chunk):
            if (
                self._framing.end is not None
                and event.data.strip() == self._framing.end
            ):
                self.ended = True
                break
            found.append(self._piece(event))
        return found

    def end(self) -> list[Piece]:
        """Return nothing: an event that no empty line ends is none."""
        return []

    def _piece(self, event: ServerSentEvent) -> Piece:
        piece = pieces(event.data, self._framing.mode, exact=self._exact)
        data = piece.data
        if self._framing.whole:
            data = tuple({**event.fields, "data": each} for each in data)
        return piece._replace(data=data, event=event)
