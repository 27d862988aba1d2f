"""What the emitted tests must know of the emitted client's names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specpress.ir.nodes import Operation


@dataclass(frozen=True, slots=True)
class BodyNames:
    """How a body in another media type is given: by its *fields*, or as *body*."""

    media_type: str
    fields: Mapping[str, str] | None
    body: str


@dataclass(frozen=True, slots=True)
class OperationNames:
    """How one operation is called through the client.

    *method* is the attribute path from the client, ``("create_call",)`` or
    ``("calls", "create")``. *parameters* are the argument names in the order of
    `Operation.parameters`; None for one that the client does not send. *media_type* is
    that of the body the client sends, None when it sends none. A spread body has its
    *fields* (wire name to argument name); any other body is the argument *body*.
    *others* are the bodies that the argument *content_type* chooses instead; *whole* is
    the one that a spread body may be instead of its fields, if there is a difference.
    *options* are the arguments for ``timeout``, ``extra_headers``, ``extra_query`` and
    ``server_url`` where they are not called just that. *stream* is the attribute path of
    what streams, None where nothing does.
    """

    method: tuple[str, ...]
    parameters: tuple[str | None, ...] = ()
    media_type: str | None = None
    fields: Mapping[str, str] | None = None
    body: str = "body"
    options: Mapping[str, str] = field(default_factory=dict[str, str])
    others: tuple[BodyNames, ...] = ()
    content_type: str = "content_type"
    whole: str | None = None
    is_overloaded: bool = False
    """Whether no argument of the body is bound to be there, since another one may be."""
    stream: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one client; operations that are absent here are not emitted.

    *operations* are keyed by operationId. *types* maps the id of a declared type to
    its name in the package's ``models``; those names that are classes are in *models*
    too; *errors* are the names of errors by those of the models that are their bodies,
    *headers* the attributes of headers of responses by name in lower case.
    *credentials* maps a scheme's id to the client's constructor arguments by
    part: ``{"username": "username", "password": "password"}`` for basic, ``{"token":
    ...}`` for bearer, ``{"key": ...}`` for an API key, ``{"value": ...}`` for another
    scheme of HTTP, ``{"certificate": ...}`` for mutual TLS. *incoming* are operations that
    would answer what webhooks and callbacks hold, by the names of their parsers, and
    *incoming_headers* the attributes of headers that come with those.
    """

    operations: Mapping[str, OperationNames]
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    models: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict[str, str])
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    credentials: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
    incoming: Mapping[str, Operation] = field(default_factory=dict[str, Operation])
    incoming_headers: Mapping[str, str] = field(default_factory=dict[str, str])
