"""Headers of responses, read as the description types them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, Protocol, Self, TypeVar, cast, overload

from .plan import schema
from .types import ModelFactory

if TYPE_CHECKING:
    from .transport import HttpResponse

T = TypeVar("T")


class HasResponse(Protocol):
    """What a response came with: an error, a stream, or what captured it."""

    @property
    def response(self) -> HttpResponse:
        """The response."""
        ...


class ResponseHeaders:
    """The headers of *response*, or of what it came with, that the API documents.

    ``Headers(captured).x_total``, with ``captured`` from ``client.capture()``, or an
    error. One that is not there is None, one that is not as described is text.
    """

    def __init__(self, response: HttpResponse | HasResponse) -> None:
        self.response = cast("HttpResponse", getattr(response, "response", response))


class Header(Generic[T]):
    """A header called *name*, a *model*: text in the style of OpenAPI, or *as_json*."""

    def __init__(
        self,
        name: str,
        model: ModelFactory,
        *,
        explode: bool = False,
        as_json: bool = False,
    ) -> None:
        self._name = name
        self._model = model
        self._explode = explode
        self._as_json = as_json

    @overload
    def __get__(self, headers: None, owner: type) -> Self: ...

    @overload
    def __get__(self, headers: ResponseHeaders, owner: type) -> T | None: ...

    def __get__(self, headers: ResponseHeaders | None, owner: type) -> Self | T | None:
        if headers is None:
            return self
        text = headers.response.headers.get(self._name)
        if text is None:
            return None
        known = schema(self._model)
        for data in _json(text) if self._as_json else _ways(text, self._explode):
            value, problems = known.read(data)
            if not problems:
                return cast("T", value)
        return cast("T", text)


def _json(text: str) -> Iterator[object]:
    """Yield what *text* is as JSON, if it is any."""
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        return


def _ways(text: str, explode: bool) -> Iterator[object]:
    """Yield what *text* may be in the style "simple" (OpenAPI 3.2, "Style Examples")."""
    parts = [part.strip() for part in text.split(",")]
    halves = [part.partition("=") for part in parts]
    pairs = [(name, value) for name, _, value in halves]
    if not explode:
        pairs = list(zip(parts[::2], parts[1::2], strict=False))
    yield text
    yield from _json(text)
    yield parts
    yield [next(_json(part), part) for part in parts]
    yield dict(pairs)
    yield {name: next(_json(part), part) for name, part in pairs}
