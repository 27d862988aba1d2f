"""Walks over the IR: rebuilding types bottom up, and visiting every type in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import assert_never

from msgspec.structs import replace

from specpress.ir.nodes import (
    Api,
    Body,
    Content,
    Incoming,
    Operation,
    Response,
    TypeDecl,
)
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Pattern,
    Ref,
    Rule,
    String,
    Type,
    Union,
)
from specpress.source import NOWHERE


def parts(type_: Type) -> tuple[Type, ...]:
    """Return the types directly inside *type_*."""
    match type_:
        case List(item=item, prefix=prefix):
            return (*prefix, item)
        case Map(value=value, patterns=patterns):
            return (*(p.type for p in patterns), value)
        case Object(fields=fields, patterns=patterns, additional=additional):
            known = (field.type for field in fields)
            return (*known, *(p.type for p in patterns), additional)
        case Union(members=members):
            return members
        case (
            Anything()
            | Nothing()
            | Null()
            | Boolean()
            | Integer()
            | Number()
            | String()
            | Enum()
            | Ref()
        ):
            return ()
        case _:
            assert_never(type_)


def map_type(type_: Type, fn: Callable[[Type], Type]) -> Type:
    """Rebuild *type_*, giving each part to *fn* after the parts inside it."""
    match type_:
        case List(item=item):
            new = map_type(item, fn)
            if new is item and not type_.prefix:
                return fn(type_)
            prefix = tuple(map_type(each, fn) for each in type_.prefix)
            return fn(replace(type_, item=new, prefix=prefix))
        case Map(value=value):
            new = map_type(value, fn)
            if new is value and not type_.patterns:
                return fn(type_)
            return fn(replace(type_, value=new, patterns=_by_pattern(type_, fn)))
        case Object(additional=additional):
            fields = _mapped(type_, fn)
            rest = map_type(additional, fn)
            if fields is type_.fields and rest is additional and not type_.patterns:
                return fn(type_)
            patterns = _by_pattern(type_, fn)
            return fn(replace(type_, fields=fields, patterns=patterns, additional=rest))
        case Union():
            return fn(_mapped_union(type_, fn))
        case (
            Anything()
            | Nothing()
            | Null()
            | Boolean()
            | Integer()
            | Number()
            | String()
            | Enum()
            | Ref()
        ):
            return fn(type_)
        case _:
            assert_never(type_)


def _mapped(type_: Object, fn: Callable[[Type], Type]) -> tuple[Field, ...]:
    """Return the fields of *type_* rebuilt; themselves when none has changed."""
    types = [map_type(field.type, fn) for field in type_.fields]
    pairs = list(zip(type_.fields, types, strict=True))
    if all(new is field.type for field, new in pairs):
        return type_.fields
    return tuple(replace(field, type=new) for field, new in pairs)


def _mapped_union(type_: Union, fn: Callable[[Type], Type]) -> Union:
    """Return *type_* with its members rebuilt, and with them what its tags stand for."""
    fallback = type_.fallback
    return replace(
        type_,
        members=tuple(map_type(member, fn) for member in type_.members),
        tags=tuple(replace(t, type=map_type(t.type, fn)) for t in type_.tags),
        fallback=None if fallback is None else map_type(fallback, fn),
    )


def _by_pattern(type_: Map | Object, fn: Callable[[Type], Type]) -> tuple[Pattern, ...]:
    return tuple(replace(p, type=map_type(p.type, fn)) for p in type_.patterns)


def holder(id_: str, types: Mapping[str, TypeDecl]) -> TypeDecl:
    """Return which of the named *types*, by id, holds the type that *id_* names.

    It is that of the last name where some are only further names for others.
    """
    decl = types[id_]
    while isinstance(decl.type, Ref):
        decl = types[decl.type.target]
    return decl


def with_rules(type_: Type, rules: tuple[Rule, ...]) -> Type:
    """Return *type_* with *rules* more, each once."""
    if not rules:
        return type_
    return replace(type_, rules=tuple(dict.fromkeys((*type_.rules, *rules))))


def walk_type(type_: Type) -> Iterator[Type]:
    """Yield *type_* and every type inside it, outermost first; references stay shut."""
    yield type_
    for part in parts(type_):
        yield from walk_type(part)


def reachable(type_: Type, types: Mapping[str, TypeDecl]) -> Iterator[Type]:
    """Yield *type_* and every type inside it, also behind references to *types*.

    What a name stands for is walked through once.
    """
    seen: set[str] = set()
    work = [type_]
    while work:
        part = work.pop()
        yield part
        work += parts(part)
        if isinstance(part, Ref) and part.target not in seen:
            seen.add(part.target)
            work.append(types[part.target].type)


def operation_types(operation: Operation) -> Iterator[Type]:
    """Yield the types that *operation* uses directly, in a stable order."""
    yield from (parameter.type for parameter in operation.parameters)
    bodies = operation.body.contents if operation.body else ()
    answers = (content for r in operation.responses for content in r.contents)
    for content in (*bodies, *answers):
        yield from content_types(content)
    yield from (h.type for r in operation.responses for h in r.headers)
    for callback in operation.callbacks:
        yield from incoming_types(callback)


def incoming_types(incoming: Incoming) -> Iterator[Type]:
    """Yield the types that *incoming* uses directly, in a stable order."""
    yield from (parameter.type for parameter in incoming.parameters)
    for content in incoming.contents:
        yield from content_types(content)


def api_types(api: Api) -> Iterator[Type]:
    """Yield the types that *api* uses directly: by operations, then by webhooks."""
    for operation in api.operations:
        yield from operation_types(operation)
    for webhook in api.webhooks:
        yield from incoming_types(webhook)
    if api.event is not None:
        yield api.event


def content_types(content: Content) -> Iterator[Type]:
    """Yield the type of *content* and that of its items, where it has them."""
    yield from (type_ for type_ in (content.type, content.item) if type_ is not None)


def map_content(content: Content, fn: Callable[[Type], Type]) -> Content:
    """Return *content* with *fn* of its type, and of that of its items."""
    if content.type is None and content.item is None:
        return content
    type_, item = content.type, content.item
    return replace(
        content,
        type=None if type_ is None else fn(type_),
        item=None if item is None else fn(item),
    )


def map_response(response: Response, fn: Callable[[Type], Type]) -> Response:
    """Return *response* with *fn* of each type in it."""
    return replace(
        response,
        contents=tuple(map_content(c, fn) for c in response.contents),
        headers=tuple(replace(h, type=fn(h.type)) for h in response.headers),
    )


def map_incoming(incoming: Incoming, fn: Callable[[Type], Type]) -> Incoming:
    """Return *incoming* with *fn* of each type in it."""
    return replace(
        incoming,
        parameters=tuple(replace(p, type=fn(p.type)) for p in incoming.parameters),
        contents=tuple(map_content(c, fn) for c in incoming.contents),
    )


def map_types(api: Api, fn: Callable[[Type], Type]) -> Api:
    """Return *api* with every type in it rebuilt by `map_type` and *fn*."""

    def mapped(type_: Type) -> Type:
        return map_type(type_, fn)

    def body(old: Body) -> Body:
        return replace(
            old, contents=tuple(map_content(c, mapped) for c in old.contents)
        )

    def operation(old: Operation) -> Operation:
        return replace(
            old,
            parameters=tuple(
                replace(p, type=map_type(p.type, fn)) for p in old.parameters
            ),
            body=None if old.body is None else body(old.body),
            responses=tuple(map_response(r, mapped) for r in old.responses),
            callbacks=tuple(map_incoming(c, mapped) for c in old.callbacks),
        )

    return replace(
        api,
        operations=tuple(operation(op) for op in api.operations),
        webhooks=tuple(map_incoming(w, mapped) for w in api.webhooks),
        event=None if api.event is None else mapped(api.event),
        types=tuple(replace(t, type=map_type(t.type, fn)) for t in api.types),
    )


def shape(type_: Type) -> Type:
    """Return *type_* without what does not count for being the same type: the places
    it was read from, what prose tells of fields (their descriptions do count), and the
    titles and descriptions of the types themselves."""

    def bare(part: Type) -> Type:
        match part:
            case Object(fields=fields):
                plain = tuple(replace(f, told=(), span=NOWHERE) for f in fields)
                return replace(
                    part, fields=plain, span=NOWHERE, title=None, description=None
                )
            case Enum() | Union():
                return replace(part, span=NOWHERE, title=None, description=None)
            case _:
                return replace(part, span=NOWHERE)

    return map_type(type_, bare)
