"""The operations' table: what the client knows of one method on one path."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from .missing import MISSING
from .request import Content
from .types import Kind, Location, ModelFactory, Requirements, Style
from .violation import Violation

if TYPE_CHECKING:
    from .exchange import Exchange
    from .transport import (
        AsyncHttpClient,
        HttpClient,
        HttpError,
        HttpRequest,
        HttpResponse,
    )

T_co = TypeVar("T_co", covariant=True)


class Param(NamedTuple):
    """A value outside the body: *argument* in Python, *name* on the wire.

    *style* and *explode* default to what OpenAPI says for the location. *reserved*
    lets a query value keep the characters that mean nothing special there.
    """

    argument: str
    name: str
    location: Location
    kind: Kind
    required: bool = False
    style: Style | None = None
    explode: bool | None = None
    reserved: bool = False

    def violation(self, rule: str, message: str, value: object) -> Violation:
        """Return that *value* breaks *rule*."""
        return Violation(self.argument, self.name, rule, message, value)


class Part(NamedTuple):
    """How a part of a body is written: the field *name*, the one at a place, or all the
    others (None). Its *media_type* may be a list, by preference."""

    name: str | int | None
    media_type: str | None = None
    style: Style | None = None
    explode: bool | None = None
    reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()


class Body(NamedTuple):
    """What is sent. With *spread* it arrives as a dict of wire names, `MISSING` included.

    *encode* writes what is neither JSON nor plain text or bytes, part by part where it
    has *parts*; a series of items it checks by itself, by the model of an *item*.
    """

    media_type: str
    model: ModelFactory | None = None
    required: bool = False
    spread: bool = False
    encode: Encode | None = None
    parts: tuple[Part, ...] = ()
    item: ModelFactory | None = None


Encode: TypeAlias = Callable[[Body, object], tuple[str, Content]]
"""Returns the media type and the content of a value; raises `ValueError` for others."""


Check: TypeAlias = Callable[[Mapping[str, object], object], list[Violation]]


class Choice(NamedTuple):
    """A body for which the caller chose: its media type, its fields or the whole."""

    media_type: str
    fields: Mapping[str, object]
    whole: object = MISSING


class Response(NamedTuple):
    """What may come back: *status* is ``201``, ``4XX`` or ``default``.

    Several contents of one status are several responses. *exact* ones have numbers
    that must not be read as floats; *parse* makes data of what is no JSON. With *items*, a `Framing`, the body is a sequence of
    them, each a *model*.
    """

    status: str
    media_type: str | None = None
    model: ModelFactory | None = None
    exact: bool = False
    items: object = None
    parse: Callable[[bytes], object] | None = None


class Holder(Protocol):
    """Sends requests whose answers are left unread, and says what becomes of them."""

    def send(
        self, client: HttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, or the error that came instead of one."""
        ...

    async def send_async(
        self, client: AsyncHttpClient, request: HttpRequest
    ) -> HttpResponse | HttpError:
        """Return the answer to *request*, or the error that came instead of one."""
        ...

    def result(self, exchange: Exchange, response: HttpResponse) -> object:
        """Return the result of *exchange*, whose *response* is a success."""
        ...


class Operation(Generic[T_co]):
    """One method on one path, which returns a ``T_co``.

    *auth* is a choice of requirements, each a tuple of schemes needed together: an
    empty requirement means anonymous, no requirement at all that nothing is sent.
    A scheme with scopes is a tuple of its name and them. *conditions* tells what the
    arguments and the body break together.
    *server* is a base URL that is not the client's; *holder* takes its answers.
    *bodies* are those in other media types, among which the caller has a choice.
    """

    __slots__ = (
        "accept",
        "auth",
        "bodies",
        "body",
        "conditions",
        "holder",
        "id",
        "method",
        "params",
        "params_model",
        "path",
        "responses",
        "server",
    )

    def __init__(
        self,
        id: str,
        method: str,
        path: str,
        *,
        params: tuple[Param, ...] = (),
        body: Body | None = None,
        bodies: tuple[Body, ...] = (),
        responses: tuple[Response, ...] = (),
        auth: Requirements = (),
        params_model: ModelFactory | None = None,
        accept: str | None = None,
        server: str | None = None,
        holder: Holder | None = None,
        conditions: Check | None = None,
    ) -> None:
        self.conditions = conditions
        self.id = id
        self.method = method
        self.path = path
        self.params = params
        self.body = body
        self.bodies = bodies
        self.responses = responses
        self.auth = auth
        self.params_model = params_model
        self.server = server
        self.holder = holder
        self.accept = accept or accepted(responses, streams=holder is not None)

    def __repr__(self) -> str:
        return f"<Operation {self.id}: {self.method} {self.path}>"


def accepted(responses: tuple[Response, ...], *, streams: bool) -> str:
    """Return the media types of *responses*, in order, each once.

    Those of sequences count where *streams* are asked for.
    """
    used = [r for r in responses if streams or r.items is None]
    types = dict.fromkeys(r.media_type for r in used if r.media_type)
    return ", ".join(types) or "*/*"
