"""`Plan`: what follows from an operation alone, worked out on its first call."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .operation import Operation, Param
from .percent import encode
from .types import ModelFactory

if TYPE_CHECKING:
    from .schema import Schema

_PLACE = re.compile(r"\{([^{}]*)\}")


class Plan(NamedTuple):
    """An operation's parameters by location, and its path in *pieces* between them."""

    pieces: tuple[str | Param, ...]
    query: tuple[Param, ...]
    headers: tuple[Param, ...]
    cookies: tuple[Param, ...]
    rich: dict[str, str]
    """The wire names of the arguments that the parameters' model checks."""


@cache
def plan(operation: Operation[object]) -> Plan:
    """Return the plan of *operation*, the same one each time."""
    params = operation.params
    return Plan(
        _pieces(operation.path, {p.name: p for p in params if p.location == "path"}),
        tuple(p for p in params if p.location in ("query", "querystring")),
        tuple(p for p in params if p.location == "header"),
        tuple(p for p in params if p.location == "cookie"),
        {p.argument: p.name for p in params if p.kind == "rich"},
    )


@cache
def schema(model: ModelFactory) -> Schema:
    """Return the schema of what *model* gives, the same one each time."""
    # Imported here so that start-up stays fast: it loads pydantic.
    from .schema import Schema

    return Schema(model())


def _pieces(path: str, params: dict[str, Param]) -> tuple[str | Param, ...]:
    """Return *path* cut at its places; a place that nothing fills stays as text."""
    return tuple(
        params.get(piece) or encode(f"{{{piece}}}") if index % 2 else piece
        for index, piece in enumerate(_PLACE.split(path))
    )
