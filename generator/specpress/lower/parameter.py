"""One parameter: where it goes, how it is written and which values it has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics.codes.facts import PARAMETER_TEXT
from specpress.diagnostics.codes.lower import (
    BAD_LOCATION,
    BAD_PART,
    BAD_STYLE,
    IGNORED_HEADER,
    LOST_PART,
    TRANSPORT_HEADER,
)
from specpress.document.dialects import deprecated
from specpress.ir.media import is_form, is_json
from specpress.ir.nodes import Location, Parameter
from specpress.ir.parts import Style
from specpress.ir.types import Anything, Enum, String, Type, Union
from specpress.ir.values import Json
from specpress.lower.called import called
from specpress.lower.context import Context
from specpress.lower.media import examples_of
from specpress.lower.places import is_true, json_list, place
from specpress.lower.prose import described
from specpress.lower.sure import confidence
from specpress.lower.titles import undescribed
from specpress.lower.told import is_deprecated, opened, told_of
from specpress.tree import Node

_STYLES: Final[Mapping[Location, tuple[Style, ...]]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "tabDelimited", "deepObject"),
    "querystring": ("form",),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""The styles that each location can have, the default first."""

_FORM: Final = "application/x-www-form-urlencoded"
_IGNORED: Final = frozenset(("accept", "content-type", "authorization"))
_OF_TRANSPORT: Final = frozenset(("content-length", "host", "transfer-encoding"))


def lower_parameter(node: Node, context: Context) -> Parameter | None:
    """Return the parameter that *node* describes; None where it is left out."""
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
    parameter = _of_schema(name, location, node, context)
    if location == "querystring":  # it has a content, or else what all forms are
        return replace(parameter, media_type=_FORM)
    return parameter


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
    is_written = is_json(media_type) or (is_form(media_type) and "query" in location)
    if not is_written and not _is_text(media):
        values = {"name": name, "media_type": media_type}
        context.report.add(PARAMETER_TEXT.at(place(node), **values))
    bare = replace(_of_schema(name, location, node, context), media_type=media_type)
    bare = replace(bare, examples=bare.examples or examples_of(media, context))
    schema = media.get("schema")
    if schema is None or not (is_written or _is_text(media)):
        return bare if is_written else replace(bare, type=String())
    if (lost := media.get("encoding")) is not None:
        context.report.add(LOST_PART.at(place(lost), part="encoding"))
    return _with_schema(bare, node, schema, context)


def _is_text(media: Node) -> bool:
    """Return whether what *media* describes is text as it is, in whatever format."""
    schema = media.get("schema")
    return schema is not None and schema.get_text("type") == "string"


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
        explode=style in ("form", "cookie") if explode is None else is_true(explode),
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
        parameter,
        told=told,
        deprecated=parameter.deprecated or is_deprecated(told),
        confidence=confidence(node),
    )
    if schema is None:
        return parameter
    whole = _with_schema(parameter, node, schema, context)
    return replace(whole, type=opened(whole.type, told))


def _with_schema(
    parameter: Parameter, node: Node, schema: Node, context: Context
) -> Parameter:
    """Return *parameter*, that of *node*, with what its *schema* says of its values."""
    annotation = context.schemas.annotation
    default = annotation(schema, "default")
    type_: Type = undescribed(context.schemas.lower(schema))
    if is_true(node.get("allowEmptyValue")) and parameter.location == "query":
        type_ = _or_empty(type_)
    if parameter.description is None:
        description = described(schema)
    else:
        description = parameter.description
    return replace(
        parameter,
        type=type_,
        description=description,
        default=None if default is None else Json.of(default.plain()),
        examples=parameter.examples or json_list(annotation(schema, "examples")),
        deprecated=parameter.deprecated or is_true(annotation(schema, "deprecated")),
    )


def _or_empty(type_: Type) -> Type:
    """Return *type_*, or no text at all (OpenAPI 3.2, Parameter Object,
    "allowEmptyValue")."""
    if type_ == String(span=type_.span) or isinstance(type_, Anything):
        return type_
    return Union(members=(type_, Enum(values=(Json.of(""),))))


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
