"""The IR above types: the API, its operations and the types it names."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

import msgspec

from specpress.ir.base import Node as _Node
from specpress.ir.base import Strict as _Strict
from specpress.ir.parts import Encoding, Style
from specpress.ir.security import Requirement, SecurityScheme
from specpress.ir.types import Told, Type
from specpress.ir.values import Json

Location: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
Firmness: TypeAlias = Literal["component", "title", "format", "path"]
"""How firm a name is, firmest first: see `Name`."""
FIRMNESS: Final[tuple[Firmness, ...]] = get_args(Firmness)


class Parameter(_Node, frozen=True, kw_only=True):
    """A value sent outside the body. *name* is its name on the wire, byte for byte.

    *component* is the name under which it is declared, when operations refer to it;
    so it is in bodies and responses. *called* is what the description wants it called
    in a client.
    With a *media_type* it is text of that type; *style* and *explode* say nothing then,
    and *encodings* are those of its properties. One that is the ``querystring`` is the
    whole query (OpenAPI 3.2, "Parameter Locations").
    """

    name: str
    called: str | None = None
    location: Location
    type: Type
    required: bool = False
    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    media_type: str | None = None
    encodings: tuple[Encoding, ...] = ()
    description: str | None = None
    default: Json | None = None
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    component: str | None = None
    told: tuple[Told, ...] = ()
    confidence: int = 100


class Content(_Node, frozen=True, kw_only=True):
    """A body in one *media_type*. *type* is None when the description gives no schema.

    *schema* is the schema as the description has it (references written out or with
    ``$defs`` beside, in JSON Schema 2020-12), kept for checks that share no code with
    the types. *examples* are whole bodies. *encodings* say how its parts are written.

    A body that is a sequence of items, of which each is an *item* of *item_schema*, has
    no type itself. An item that is nothing but the text *terminator* ends the sequence.
    What is said *per_item* is said of all that an item is: of an event and its data.
    """

    media_type: str
    type: Type | None = None
    schema: Json | None = None
    encodings: tuple[Encoding, ...] = ()
    item: Type | None = None
    item_schema: Json | None = None
    per_item: bool = False
    terminator: str | None = None
    examples: tuple[Json, ...] = ()


class Body(_Node, frozen=True, kw_only=True):
    """What an operation sends, in one of several media types."""

    contents: tuple[Content, ...]
    required: bool = False
    description: str | None = None
    component: str | None = None


class Header(_Node, frozen=True, kw_only=True):
    """A header of a response; with a *media_type* it is text of that type."""

    name: str
    type: Type
    required: bool = False
    explode: bool = False
    media_type: str | None = None
    description: str | None = None
    deprecated: bool = False


class Link(_Node, frozen=True, kw_only=True):
    """How a response leads on to another operation; *target* is its id or reference.

    *values* are the values of its parameters by name, constants or run-time expressions.
    """

    name: str
    target: str | None = None
    values: Json | None = None
    description: str | None = None


class Response(_Node, frozen=True, kw_only=True):
    """What an operation may get: *status* is ``201``, ``4XX`` or ``default``."""

    status: str
    description: str | None = None
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    component: str | None = None


class Incoming(_Node, frozen=True, kw_only=True):
    """A request that the server makes: a callback of an operation, or a webhook.

    *url* is the run-time expression that tells where a callback goes. Its *contents*
    are as the server sends them, as those of responses are; *component* is the name
    under which its body is declared. *parameters* are what comes beside the body.
    """

    name: str
    method: str
    url: str | None = None
    id: str | None = None
    summary: str | None = None
    description: str | None = None
    parameters: tuple[Parameter, ...] = ()
    contents: tuple[Content, ...] = ()
    component: str | None = None
    deprecated: bool = False


class ServerVariable(_Node, frozen=True, kw_only=True):
    """A part of a server's URL that its user chooses: one of *values*, if there are any."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str | None = None


class Server(_Node, frozen=True, kw_only=True):
    """A base URL, without a slash at its end; without a host it is a path.

    *template* is the URL with its *variables* in braces, where it has any; *url* is
    what it is with their defaults.
    """

    url: str
    description: str | None = None
    template: str | None = None
    variables: tuple[ServerVariable, ...] = ()


class Pagination(_Node, frozen=True, kw_only=True):
    """How to get the next page of an answer.

    *parameter* is the wire name of what says which page, *size* of what says how long
    one is. *next* and *items* are JSONPath queries into an answer: for the cursor or
    the link of the next page, and for the items of this one; a link without *next* is
    that of the header ``Link`` (RFC 8288). *more* leads to a flag that tells whether
    there is a next page, *start* is the number of the first page or item. *evidence*
    says by what this was recognised where nothing states it. The style *none* is only
    met before the passes: it keeps them from recognising anything.
    """

    style: Literal["cursor", "offset", "page", "link", "none"]
    parameter: str | None = None
    size: str | None = None
    next: str | None = None
    items: str | None = None
    more: str | None = None
    start: int | None = None
    evidence: str | None = None


class Argument(_Node, frozen=True, kw_only=True):
    """The value of the *parameter*, by its wire name, of a further call.

    *source* is a run-time expression (OpenAPI 3.2, "Runtime Expressions"), such as
    ``$response.body#/id``.
    """

    parameter: str
    source: str


class Polling(_Node, frozen=True, kw_only=True):
    """How to wait for the end of what an operation begins.

    The operation with the id *reader* tells how far it is, called with *arguments*;
    without one it is the operation itself, called again. *status* is a JSONPath query
    into its answer, for a value that is one of those *done* at a good end and one of
    those *failed* at a bad one. *evidence* says by what this was recognised where
    nothing states it. The style *none* is only met before the passes: it keeps them
    from recognising anything.
    """

    style: Literal["status", "none"] = "status"
    reader: str | None = None
    arguments: tuple[Argument, ...] = ()
    status: str | None = None
    done: tuple[Json, ...] = ()
    failed: tuple[Json, ...] = ()
    evidence: str | None = None


class Retries(_Node, frozen=True, kw_only=True):
    """When to send a request again: after which *statuses* (``429``, ``5XX``), and the
    delays in seconds: the *first*, the *longest*, and all together at *most*; each one
    is *factor* times the one before."""

    enabled: bool = True
    statuses: tuple[str, ...] = ()
    first: float | None = None
    longest: float | None = None
    most: float | None = None
    factor: float | None = None
    after_connection_errors: bool | None = None


class Operation(_Node, frozen=True, kw_only=True):
    """One method on one path.

    *id* is the operationId. *path* is the URL template with ``{name}`` placeholders,
    percent-encoded where it is literal. *security* is a choice of requirements; an
    empty tuple means that nothing is sent. *servers* are its own, if it has any.
    *called* and *group* are what the description wants it called in a client, and what
    it hangs on there.
    """

    id: str
    called: str | None = None
    group: str | None = None
    method: str
    path: str
    summary: str | None = None
    description: str | None = None
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[Requirement, ...] = ()
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Incoming, ...] = ()
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    pagination: Pagination | None = None
    polling: Polling | None = None
    retries: Retries | None = None


class Name(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wanted name: its *text*, how firm it is, and a *path* of words that tells it
    apart from others of the same text (operation, place, property ...)."""

    text: str
    firmness: Firmness
    path: tuple[str, ...] = ()


class TypeDecl(_Node, frozen=True, kw_only=True):
    """A type with a name. *id* is what a `Ref` points at."""

    id: str
    name: Name
    type: Type
    description: str | None = None
    deprecated: bool = False


class Topic(_Node, frozen=True, kw_only=True):
    """What the description says of a tag, *name*."""

    name: str
    summary: str | None = None
    description: str | None = None


class Api(_Strict, frozen=True, kw_only=True):
    """All of a description: what the passes refine and the emitters print.

    *event* is what any of its *webhooks* may hold, where there are several; it is made
    by the passes.
    """

    title: str
    version: str
    description: str | None = None
    servers: tuple[Server, ...] = ()
    schemes: tuple[SecurityScheme, ...] = ()
    operations: tuple[Operation, ...] = ()
    types: tuple[TypeDecl, ...] = ()
    webhooks: tuple[Incoming, ...] = ()
    event: Type | None = None
    topics: tuple[Topic, ...] = ()
