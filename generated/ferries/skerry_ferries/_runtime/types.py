"""Names for the types that the run-time modules and the client share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypedDict

from .missing import MISSING

Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = Scalar | Sequence[Scalar] | None
"""What ``extra_query`` takes: a sequence repeats the name, None leaves it out."""

Location: TypeAlias = Literal["path", "query", "querystring", "header", "cookie"]
Kind: TypeAlias = Literal[
    "string", "integer", "int32", "int64", "number", "boolean", "rich"
]
"""How an argument is checked: natively, or (``rich``) by the parameters' model."""

Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
    "cookie",
    "json",
    "urlencoded",
]
"""How a value is written; the last two are no styles of OpenAPI but media types."""

ModelFactory: TypeAlias = Callable[[], object]
"""Gives a type that pydantic understands; called when it is first needed."""


class Options(TypedDict, total=False):
    """What every call takes beside the arguments of its operation."""

    timeout: float | MISSING | None
    """Seconds for each phase of the call, None for no limit; the client's, if absent."""

    extra_headers: Mapping[str, str] | None
    """Headers for this call, which win over those of the client."""

    extra_query: Mapping[str, QueryValue] | None
    """More parameters of the query."""

    server_url: str | None
    """The server that this call goes to, with its base path, instead of the client's."""


class CallOptions(NamedTuple):
    """The `Options` of one call."""

    timeout: float | MISSING | None = MISSING
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, QueryValue] | None = None
    server_url: str | None = None


Requirements: TypeAlias = tuple[tuple[str | tuple[str, ...], ...], ...]
"""A choice of schemes that are needed together; scopes follow the name in a tuple."""
