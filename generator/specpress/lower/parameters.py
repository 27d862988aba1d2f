"""The parameters of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics.codes.lower import (
    NO_PARAMETER,
    NO_PLACEHOLDER,
)
from specpress.diagnostics.codes.wirein import BESIDE_QUERYSTRING, SAME_HEADER
from specpress.ir.nodes import Parameter
from specpress.ir.types import String
from specpress.lower.context import Context
from specpress.lower.parameter import lower_parameter
from specpress.lower.places import component, place
from specpress.tree import Node

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


def lower_parameters(
    path: str, path_node: Node, operation: str, lists: Sequence[Node], context: Context
) -> tuple[Parameter, ...]:
    """Return the parameters in *lists*, of which a later one replaces an earlier one of
    the same name and location, and those that only stand in *path*."""
    found: dict[tuple[str, str], Parameter] = {}
    for node in (each for nodes in lists for each in nodes.list):
        parameter = lower_parameter(node, context)
        if parameter is not None:
            parameter = replace(parameter, component=component(node))
            known = _another_case(parameter, found)
            if known is not None:
                values = {"name": parameter.name, "other": known.name}
                context.report.add(SAME_HEADER.at(parameter.span, **values))
                del found[known.name, "header"]
            found[parameter.name, parameter.location] = parameter
    names = dict.fromkeys(_PLACEHOLDER.findall(path))
    for key, parameter in list(found.items()):
        if parameter.location == "path" and parameter.name not in names:
            values = {"operation": operation, "name": parameter.name}
            context.report.add(NO_PLACEHOLDER.at(parameter.span, **values))
            del found[key]
    missing = [name for name in names if (name, "path") not in found]
    _only_querystring(found, context)
    return (*_recovered(missing, path_node, operation, context), *found.values())


def _another_case(
    parameter: Parameter, found: Mapping[tuple[str, str], Parameter]
) -> Parameter | None:
    """Return what in *found* is the header *parameter*, written in another case (RFC
    9110, 5.1: names of fields are case-insensitive)."""
    if parameter.location != "header":
        return None
    same = (
        known
        for (name, location), known in found.items()
        if location == "header"
        and name != parameter.name
        and name.lower() == parameter.name.lower()
    )
    return next(same, None)


def _only_querystring(
    found: dict[tuple[str, str], Parameter], context: Context
) -> None:
    """Leave out of *found* what may not stand beside the whole query (OpenAPI 3.2,
    "Parameter Locations"): further ones of the kind, and parameters of the query."""
    wholes = [key for key in found if key[1] == "querystring"]
    beside = [key for key in found if key[1] == "query"] if wholes else []
    for key in (*wholes[1:], *beside):
        values = {"name": key[0], "other": wholes[0][0]}
        context.report.add(BESIDE_QUERYSTRING.at(found[key].span, **values))
        del found[key]


def _recovered(
    names: Sequence[str], path: Node, operation: str, context: Context
) -> Iterator[Parameter]:
    for name in names:
        span = place(path)
        context.report.add(NO_PARAMETER.at(span, operation=operation, name=name))
        yield Parameter(
            name=name,
            location="path",
            type=String(),
            required=True,
            style="simple",
            explode=False,
            span=span,
            origin="template",
        )
