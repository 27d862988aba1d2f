"""`Parser`: what the API sends of its own accord, webhooks and callbacks, as values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .drift import DriftEvent, OnDrift, log_drift
from .expectation import expect
from .operation import Operation, Response
from .plan import schema
from .reading import read
from .response_headers import ResponseHeaders
from .signature import Signature
from .types import ModelFactory

if TYPE_CHECKING:
    from .schema import Schema

T = TypeVar("T")


class PayloadError(ValueError):
    """What came is not what the description promises: no body, or none that can be
    read. *events* tell how it differs, *body* is what there is."""

    def __init__(self, name: str, events: tuple[DriftEvent, ...], body: object) -> None:
        super().__init__(name, events, body)
        self.name = name
        self.events = events
        self.body = body

    def __str__(self) -> str:
        return "\n  ".join([f"{self.name}: unexpected body:", *map(str, self.events)])


class Parser(Generic[T]):
    """Reads what the API sends as *name*, in one of *contents*: ``parse_paid(body)``."""

    def __init__(self, name: str, *contents: Response) -> None:
        self._operation: Operation[T] = Operation(name, "POST", "", responses=contents)

    def __repr__(self) -> str:
        return f"<Parser {self._operation.id}>"

    def __call__(
        self,
        body: bytes | str,
        headers: Mapping[str, str] | None = None,
        *,
        signature: Signature | None = None,
        strict: bool = False,
        on_drift: OnDrift = log_drift,
    ) -> T:
        """Return what *body*, as it came with *headers*, says.

        What the description does not have is kept, and told to *on_drift*; with
        *strict* it raises PayloadError, as a body does that can't be read at all. With
        a *signature* nothing is read that is not signed: SignatureError.
        """
        # Imported here so that start-up stays fast.
        import httpx2

        given = dict(headers or {})
        if signature is not None:
            signature.verify(body, given)
        known = {k: v for k, v in given.items() if k.lower() == "content-type"}
        kind = next(iter(known.values()), "")
        if not expect(self._operation, 200, kind).fits:
            known = {}
        raw = body.encode() if isinstance(body, str) else body
        response = httpx2.Response(200, headers=known, content=raw)
        value, _, found = read(self._operation, response)
        events = tuple(event._replace(status=0) for event in found)
        for event in events:
            on_drift(event)
        if events and (strict or any(map(_is_unreadable, events))):
            raise PayloadError(self._operation.id, events, value)
        return cast("T", value)


def _is_unreadable(event: DriftEvent) -> bool:
    """Return whether there is nothing that could be a value."""
    return not event.path and event.expected.startswith(("valid ", "a body"))


class RequestHeaders(ResponseHeaders):
    """The *headers* that came with a webhook or a callback, as documented."""

    def __init__(self, headers: Mapping[str, str]) -> None:
        # Imported here so that start-up stays fast.
        import httpx2

        super().__init__(httpx2.Response(200, headers=dict(headers)))


def read_form(model: ModelFactory) -> Callable[[bytes], object]:
    """Return what reads a form as the members of *model*: all that comes is text."""

    def read_fields(content: bytes) -> object:
        # Imported here so that start-up stays fast.
        from urllib.parse import parse_qsl

        fields: dict[str, list[str]] = {}
        for name, value in parse_qsl(content.decode(), keep_blank_values=True):
            fields.setdefault(name, []).append(value)
        whole = schema(model)
        known = {w: whole.fields[name] for w, name in whole.arguments.items()}
        return {
            name: _meant(texts, known[name]) if name in known else _one(texts)
            for name, texts in fields.items()
        }

    return read_fields


def _one(values: list[str]) -> object:
    return values[0] if len(values) == 1 else values


def _meant(texts: list[str], known: Schema) -> object:
    """Return the first way to read *texts* that is as *known*."""
    values = [_value(text) for text in texts]
    ways: list[object] = [_one(texts), *values[:1], texts, values]
    return next((way for way in ways if not known.read(way)[1]), ways[0])


def _value(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text
