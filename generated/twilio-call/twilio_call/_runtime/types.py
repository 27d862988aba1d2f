"""Names for the types that the run-time modules and the client share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, TypeAlias

Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = Scalar | Sequence[Scalar] | None
"""What ``extra_query`` takes: a sequence repeats the name, None leaves it out."""

Location: TypeAlias = Literal["path", "query", "header", "cookie"]
Kind: TypeAlias = Literal["string", "integer", "number", "boolean", "rich"]
"""How an argument is checked: natively, or (``rich``) by the parameters' model."""

Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
]

ModelFactory: TypeAlias = Callable[[], object]
"""Gives a type that pydantic understands; called when it is first needed."""
