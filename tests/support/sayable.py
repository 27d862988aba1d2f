"""What a reference page can say: an API without all else.

The list that docs/what-pages-cannot-say.md gives, as functions; a rule has its number.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any, assert_never
from urllib.parse import urlsplit

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Operation,
    Parameter,
    Response,
    TypeDecl,
)
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.walk import map_type
from specpress.passes.flatten_unions import flatten_unions

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def told(description: dict[str, Any]) -> dict[str, Any]:
    """Return *description* without those facts that lowering joins with others: texts
    of paths (2) and of schemas of parameters (4), titles of what has a name (6), what
    stands beside a reference (8) and extensions (9)."""
    plain = copy.deepcopy(description)
    for item in plain.get("paths", {}).values():
        for key in ("summary", "description"):
            item.pop(key, None)
        for method in _METHODS:
            for parameter in item.get(method, {}).get("parameters", ()):
                if isinstance(parameter.get("schema"), dict):
                    parameter["schema"].pop("description", None)
    for schema in plain.get("components", {}).get("schemas", {}).values():
        schema.pop("title", None)
    cleaned: dict[str, Any] = _cleaned(plain)
    return cleaned


def _cleaned(node: Any) -> Any:
    match node:
        case {"$ref": str(ref)}:
            return {"$ref": ref}
        case dict():
            return {k: _cleaned(v) for k, v in node.items() if not k.startswith("x-")}
        case list():
            return [_cleaned(item) for item in node]
        case _:
            return node


def sayable(api: Api) -> Api:
    """Return *api* with what pages say of it: no names of types (6), every reference
    written out; operations by path and method, as pages have no order (1)."""
    types = {decl.id: decl for decl in api.types}
    operations = (_operation(each, types) for each in api.operations)
    hosts = [urlsplit(server.url) for server in api.servers[:1]]
    whole = Api(
        title="",  # 1
        version="",
        servers=tuple(
            replace(server, url=f"{url.scheme}://{url.netloc}", description=None)
            for server, url in zip(api.servers[:1], hosts, strict=True)
        ),
        operations=tuple(sorted(operations, key=lambda op: (op.path, op.method))),
    )
    return flatten_unions(whole, Report())  # of what was a reference before


def _operation(operation: Operation, types: dict[str, TypeDecl]) -> Operation:
    return Operation(  # 3: security, servers, tags, deprecation
        id=operation.id,
        method=operation.method,
        path=operation.path,
        summary=operation.summary,
        description=operation.description,
        parameters=_in_order(_parameter(p, types) for p in operation.parameters),
        body=_body(operation.body, types),
        responses=tuple(map(_response, operation.responses)),
    )


def _in_order(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    """Return *parameters* by place, as pages list them, without cookies (4)."""
    order = ("path", "query", "header")
    known = [each for each in parameters if each.location in order]
    return tuple(sorted(known, key=lambda each: order.index(each.location)))


def _parameter(parameter: Parameter, types: dict[str, TypeDecl]) -> Parameter:
    """Return *parameter* as a page lists it (4): without constraints and style.

    That items are told apart shows in the query, and only there are any.
    """
    word = _word(parameter.type, types)
    has_items = parameter.location == "query" and isinstance(word, List | Map)
    return Parameter(
        name=parameter.name,
        location=parameter.location,
        type=word,
        required=parameter.required,
        explode=parameter.explode if has_items else False,
        description=parameter.description or None,
    )


def _word(type_: Type, types: dict[str, TypeDecl]) -> Type:
    """Return the type that the one word of a page says."""
    match type_:
        case String() | Integer() | Number() | Boolean():
            return type(type_)()
        case Enum(values=values):
            first = values[0].value
            return Boolean() if isinstance(first, bool) else _of(first)
        case List():
            return List(item=Anything())
        case Map() | Object():
            return Map(value=Anything())
        case Union(members=members):
            rest = [_word(m, types) for m in members if not isinstance(m, Null)]
            return rest[0] if rest and rest.count(rest[0]) == len(rest) else Anything()
        case Ref(target=target):
            return _word(types[target].type, types)
        case Anything() | Nothing() | Null():
            return Anything()
        case _:
            assert_never(type_)


def _of(value: object) -> Type:
    if isinstance(value, str):
        return String()
    return Integer() if isinstance(value, int) else Number()


def _body(body: Body | None, types: dict[str, TypeDecl]) -> Body | None:
    """Return *body* with its first media type, always required (5)."""
    if body is None:
        return None
    contents = (
        Content(
            media_type=each.media_type,
            type=None if each.type is None else _written_out(each.type, types, ()),
        )
        for each in body.contents[:1]
    )
    return Body(contents=tuple(contents), required=True)


def _response(response: Response) -> Response:
    """Return *response* with its first media type, without a schema (7)."""
    contents = (Content(media_type=c.media_type) for c in response.contents[:1])
    return Response(
        status=response.status,
        description=response.description,
        contents=tuple(contents),
    )


def _written_out(
    type_: Type, types: dict[str, TypeDecl], trail: tuple[str, ...]
) -> Type:
    """Return *type_* with references written out, those back into themselves as how
    many references it is back, and without titles and descriptions of types (6).

    What a field refers to is described at the field.
    """

    def bare(part: Type) -> Type:
        match part:
            case Ref(target=target) if target in trail:
                return Ref(target=str(trail[::-1].index(target)))
            case Ref(target=target):
                return _written_out(types[target].type, types, (*trail, target))
            case Object() | Enum() | Union():
                return replace(part, title=None, description=None)
            case _:
                return part

    def described(part: Type) -> Type:
        if not isinstance(part, Object):
            return part
        fields = (
            replace(each, description=each.description or _described(each.type, types))
            for each in part.fields
        )
        return replace(part, fields=tuple(fields))

    return map_type(map_type(type_, described), bare)


def _described(type_: Type, types: dict[str, TypeDecl]) -> str | None:
    """Return the description of what *type_* refers to, null or not."""
    match type_:
        case Ref(target=target):
            decl = types[target]
            return decl.description or _described(decl.type, types)
        case Union(members=(one, Null())):
            return _described(one, types)
        case _:
            return None
