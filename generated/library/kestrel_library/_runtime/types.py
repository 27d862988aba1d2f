"""Names for the types that the run-time modules and the client share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from .missing import MISSING

Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = Scalar | Sequence[Scalar] | None
"""What ``extra_query`` takes: a sequence repeats the name, None leaves it out."""

Location: TypeAlias = Literal["path", "query", "header", "cookie"]
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
    "deepObject",
    "json",
]
"""How a value is written; ``json`` is not a style of OpenAPI but a media type."""

ModelFactory: TypeAlias = Callable[[], object]
"""Gives a type that pydantic understands; called when it is first needed."""


class CallOptions(NamedTuple):
    """What every call takes beside the arguments of its operation.

    *timeout* is in seconds for each phase of the call, None for no limit; absent, it is
    the client's.
    """

    timeout: float | MISSING | None = MISSING
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, QueryValue] | None = None


DEFAULT_OPTIONS = CallOptions()
"""A call without options of its own."""
