"""`Opened`: a response whose items are made as its bytes come, whoever reads them."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .drift import DriftEvent
from .errors import ResponseValidationError
from .expectation import documented
from .framing import Framing, Parser, Piece
from .media import essence, matches
from .operation import Response
from .plan import schema

if TYPE_CHECKING:
    from .exchange import Exchange
    from .failures import TransportFailure
    from .transport import HttpError, HttpResponse

T = TypeVar("T")

_UNTOLD = frozenset({"", "text/plain", "application/octet-stream"})
"""Media types that say nothing of how items stand in a body."""
_EMPTY = frozenset({204, 205})
_PAUSE = 3000


class Opened(Generic[T]):
    """The *response* to a call whose answer is a sequence, and what is known of it.

    Without a *parser* the answer is none of those that were described. *event* is what
    the last item came in, where that is more than the item.
    """

    def __init__(self, exchange: Exchange, response: HttpResponse) -> None:
        self.exchange = exchange
        self.response = response
        self.reconnects = False
        self.event: object = None
        self._index = 0
        self._told, self._odd = self._described()
        self.parser: Parser | None = None
        if self._told is not None:
            framing = cast("Framing", self._told.items)
            self.parser = framing.parser(exact=self._told.exact)

    @property
    def empty(self) -> bool:
        """Whether the status says that there is no body (RFC 9110, 15.3.5)."""
        return self.response.status_code in _EMPTY

    def items(self, chunk: bytes) -> Iterator[T]:
        """Yield the items that *chunk* completes; an empty one is the end."""
        if self._odd is not None:
            odd, self._odd = self._odd, None
            self._report([odd], None)
        if self.parser is not None:
            found = self.parser.feed(chunk) if chunk else self.parser.end()
            yield from map(self._value, found)

    def whole(self) -> Iterator[T]:
        """Yield what a response without items says, which was read, as the only one."""
        self.exchange.holder = None
        value = self.exchange.result(self.response)
        if value is not None:
            yield cast("T", value)

    def pause(self) -> float | None:
        """Return the seconds until the next connection; None where there is none."""
        parser = self.parser
        if not self.reconnects or parser is None or not parser.resumes or parser.ended:
            return None
        return (_PAUSE if parser.retry is None else parser.retry) / 1000

    def again(self) -> Exchange:
        """Return the call that goes on after the last item that came."""
        exchange = copy(self.exchange)
        exchange.request = copy(exchange.request)
        if self.parser is not None and self.parser.last_id:
            last = {"last-event-id": self.parser.last_id}
            exchange.request.headers = {**exchange.request.headers, **last}
        exchange.tries, exchange.started = 0, exchange.settings.retry.clock()
        return exchange

    def go_on(self, other: Opened[T]) -> bool:
        """Read on from what *other* got; return whether there is anything to read."""
        self.response, self.exchange = other.response, other.exchange
        if self.parser is not None:
            self.parser.restart()
        return other.parser is not None and not other.empty

    def failed(self, error: HttpError) -> TransportFailure:
        """Return *error*, which broke the response off, as ours."""
        # Imported here so that start-up stays fast: it loads the HTTP library.
        from .transport import failure

        return failure(error, self.exchange.request.redacted(), self.exchange.tries - 1)

    def _described(self) -> tuple[Response | None, DriftEvent | None]:
        """Return what is said of the media type that came, or of one that may be meant."""
        operation, status = self.exchange.operation, self.response.status_code
        actual = self.response.headers.get("content-type", "")
        known = [r for r in documented(operation.responses, status) if r.items]
        fitting = [r for r in known if matches(r.media_type or "", actual)]
        if fitting or not known or self.empty or essence(actual) not in _UNTOLD:
            return next(iter(fitting), None), None
        expected = " or ".join(r.media_type or "" for r in known)
        odd = DriftEvent(operation.id, status, "", expected, actual) if actual else None
        return known[0], odd

    def _value(self, piece: Piece) -> T:
        """Return the item that *piece* is, reporting where it is not as described."""
        path, self._index = f"[{self._index}]", self._index + 1
        self.event = piece.event
        value: object = piece.data[0]
        found: list[tuple[str, str, object]] = []
        if piece.flaw is not None:
            found.append((path, piece.flaw, value))
        elif self._told is not None and self._told.model is not None:
            known = schema(self._told.model)
            ways = [known.read(data) for data in piece.data]
            value, problems = next((way for way in ways if not way[1]), ways[0])
            for problem in problems:
                dot = "." if problem.place and problem.place[0] != "[" else ""
                place = f"{path}{dot}{problem.place}"
                found.append((place, problem.expected, problem.value))
        id_, status = self.exchange.operation.id, self.response.status_code
        self._report([DriftEvent(id_, status, *each) for each in found], value)
        return cast("T", value)

    def _report(self, events: list[DriftEvent], value: object) -> None:
        """Tell of *events*; raise `ResponseValidationError` where that is asked for."""
        settings, response = self.exchange.settings, self.response
        for event in events:
            settings.on_drift(event)
        if events and settings.strict:
            id_ = self.exchange.operation.id
            raise ResponseValidationError(id_, tuple(events), value, response)
