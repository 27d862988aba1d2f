"""The parameters of an operation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics.codes.facts import PARAMETER_TEXT
from specpress.diagnostics.codes.lower import (
    BAD_LOCATION,
    BAD_PART,
    BAD_STYLE,
    IGNORED_HEADER,
    NO_PARAMETER,
    NO_PLACEHOLDER,
    TRANSPORT_HEADER,
)
from specpress.document.dialects import deprecated
from specpress.ir.media import is_json
from specpress.ir.nodes import Location, Parameter
from specpress.ir.parts import Style
from specpress.ir.types import Anything, String, Type
from specpress.ir.values import Json
from specpress.lower.called import called
from specpress.lower.context import Context
from specpress.lower.media import examples_of
from specpress.lower.places import component, is_true, json_list, place
from specpress.lower.prose import described
from specpress.lower.titles import undescribed
from specpress.lower.told import is_deprecated, opened, told_of
from specpress.tree import Node

_STYLES: Final[Mapping[Location, tuple[Style, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}
"""The styles that each location can have, the default first."""

_IGNORED: Final = frozenset(("accept", "content-type", "authorization"))
_OF_TRANSPORT: Final = frozenset(("content-length", "host", "transfer-encoding"))
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


def lower_parameters(
    path: str, path_node: Node, operation: str, lists: Sequence[Node], context: Context
) -> tuple[Parameter, ...]:
    """Return the parameters in *lists*, of which a later one replaces an earlier one of
    the same name and location, and those that only stand in *path*."""
    found: dict[tuple[str, str], Parameter] = {}
    for node in (each for nodes in lists for each in nodes.list):
        parameter = _parameter(node, context)
        if parameter is not None:
            parameter = replace(parameter, component=component(node))
            found[parameter.name, parameter.location] = parameter
    names = dict.fromkeys(_PLACEHOLDER.findall(path))
    for key, parameter in list(found.items()):
        if parameter.location == "path" and parameter.name not in names:
            values = {"operation": operation, "name": parameter.name}
            context.report.add(NO_PLACEHOLDER.at(parameter.span, **values))
            del found[key]
    missing = [name for name in names if (name, "path") not in found]
    return (*_recovered(missing, path_node, operation, context), *found.values())


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


def _parameter(node: Node, context: Context) -> Parameter | None:
    target = context.refs.resolve(node, "the parameter is left out")
    if target is None:
        return None
    node = target.node
    name, where = node.get_text("name"), node.get_text("in")
    if name is None or where is None:
        context.report.add(BAD_PART.at(place(node), what="a parameter"))
        return None
    locations: list[Location] = [known for known in _STYLES if known == where]
    if not locations:
        context.report.add(BAD_LOCATION.at(place(node), name=name, location=where))
        return None
    location = locations[0]
    if location == "header" and name.lower() in _OF_TRANSPORT:
        context.report.add(TRANSPORT_HEADER.at(place(node), name=name))
        return None
    if location == "header" and name.lower() in _IGNORED:
        context.report.add(IGNORED_HEADER.at(place(node), name=name))
        return None
    if (content := node.get("content")) is not None and content.map:
        return _of_content(name, location, node, content, context)
    return _of_schema(name, location, node, context)


def _of_content(
    name: str, location: Location, node: Node, content: Node, context: Context
) -> Parameter | None:
    """Return a parameter that is written in the first media type of *content*, by
    preference JSON (OpenAPI: the map contains only one entry)."""
    types = list(content.map)
    media_type = next(filter(is_json, types), types[0])
    target = context.refs.resolve(content.map[media_type], "the parameter is left out")
    if target is None:
        return None
    media = target.node
    if not is_json(media_type):
        values = {"name": name, "media_type": media_type}
        context.report.add(PARAMETER_TEXT.at(place(node), **values))
    bare = replace(_of_schema(name, location, node, context), media_type=media_type)
    bare = replace(bare, examples=bare.examples or examples_of(media, context))
    schema = media.get("schema")
    if schema is None or not is_json(media_type):
        return bare if is_json(media_type) else replace(bare, type=String())
    return _with_schema(bare, schema, context)


def _of_schema(
    name: str, location: Location, node: Node, context: Context
) -> Parameter:
    schema = node.get("schema")
    style = _style(name, location, node, context)
    explode = node.get("explode")
    parameter = Parameter(
        name=name,
        location=location,
        type=Anything(),
        required=location == "path" or is_true(node.get("required")),
        style=style,
        explode=style == "form" if explode is None else is_true(explode),
        allow_reserved=is_true(node.get("allowReserved")),
        called=called(node, "parameter", context.report),
        description=described(node),
        examples=examples_of(node, context),
        deprecated=is_true(node.get("deprecated")) or deprecated(node),
        span=place(node),
        origin=node.origin,
    )
    told = told_of(node)
    parameter = replace(
        parameter, told=told, deprecated=parameter.deprecated or is_deprecated(told)
    )
    if schema is None:
        return parameter
    whole = _with_schema(parameter, schema, context)
    return replace(whole, type=opened(whole.type, told))


def _with_schema(parameter: Parameter, schema: Node, context: Context) -> Parameter:
    """Return *parameter* with what its *schema* says of its values."""
    annotation = context.schemas.annotation
    default = annotation(schema, "default")
    type_: Type = context.schemas.lower(schema)
    if parameter.description is None:
        description = described(schema)
    else:
        description = parameter.description
    return replace(
        parameter,
        type=undescribed(type_),
        description=description,
        default=None if default is None else Json.of(default.plain()),
        examples=parameter.examples or json_list(annotation(schema, "examples")),
        deprecated=parameter.deprecated or is_true(annotation(schema, "deprecated")),
    )


def _style(name: str, location: Location, node: Node, context: Context) -> Style:
    styles = _STYLES[location]
    style = node.get("style")
    if style is None:
        return styles[0]
    for known in styles:
        if known == style.text:
            return known
    values = {"location": location, "name": name, "style": style.plain()}
    context.report.add(BAD_STYLE.at(style.span, **values, instead=styles[0]))
    return styles[0]
