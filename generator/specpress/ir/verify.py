"""What is true of every sound `Api`, and of one after all passes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from specpress.ir.nodes import Api, Content, Incoming, Operation
from specpress.ir.patterns import python_pattern
from specpress.ir.types import (
    Enum,
    Map,
    Nothing,
    Null,
    Object,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json
from specpress.ir.walk import incoming_types, operation_types, walk_type
from specpress.ir.words import fold

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_STATUS: Final = re.compile(r"default|[1-5]([0-9][0-9]|XX)")


def verify(api: Api, *, final: bool = False) -> tuple[str, ...]:
    """Return what is wrong with *api*; nothing is wrong with what lowering makes.

    *final*: also look at what only the passes bring about.
    """
    found = [*_ids(api), *_operations(api), *_types(api)]
    return tuple(dict.fromkeys([*found, *_names(api)] if final else found))


def _twice(what: str, names: Iterable[str]) -> Iterator[str]:
    for name, uses in Counter(names).items():
        if uses > 1:
            yield f"{what} {name!r} is there {uses} times"


def _ids(api: Api) -> Iterator[str]:
    yield from _twice("the operation", (op.id for op in api.operations))
    yield from _twice("the type", (decl.id for decl in api.types))
    yield from _twice("the security scheme", (scheme.id for scheme in api.schemes))


def _operations(api: Api) -> Iterator[str]:
    schemes = {scheme.id for scheme in api.schemes}
    ids = {op.id for op in api.operations}
    for op in api.operations:
        for name in (n for need in op.security for n in need.schemes):
            if name not in schemes:
                yield f"{op.id}: there is no security scheme {name!r}"
        for response in op.responses:
            if not _STATUS.fullmatch(response.status):
                yield f"{op.id}: {response.status!r} is no status"
        yield from (f"{op.id}: {text}" for text in _parameters(op))
        yield from (f"{op.id}: {text}" for text in _values(op))
        yield from (f"{op.id}: {text}" for text in _polling(op, ids))
    for each in api.webhooks:
        yield from (f"{each.name}: {text}" for text in _incoming(each))


def _polling(op: Operation, ids: set[str]) -> Iterator[str]:
    polling = op.polling
    if polling is None:
        return
    if polling.reader is not None and polling.reader not in ids:
        yield f"there is no operation {polling.reader!r} to ask"
    yield from _json((*polling.done, *polling.failed))


def _parameters(op: Operation) -> Iterator[str]:
    places = (f"{p.location} {p.name}" for p in op.parameters)
    yield from _twice("the parameter", places)
    asked = set(_PLACEHOLDER.findall(op.path))
    given = {p.name for p in op.parameters if p.location == "path"}
    yield from (f"the placeholder {name!r} has no parameter" for name in asked - given)
    yield from (f"the path has no placeholder {name!r}" for name in given - asked)
    for parameter in op.parameters:
        if parameter.location == "path" and not parameter.required:
            yield f"the path parameter {parameter.name!r} is not required"


def _values(op: Operation) -> Iterator[str]:
    answers = (c for response in op.responses for c in response.contents)
    contents = [*(op.body.contents if op.body else ()), *answers]
    for parameter in op.parameters:
        yield from _json((parameter.default, *parameter.examples))
    yield from (text for content in contents for text in _content(content))
    yield from (text for callback in op.callbacks for text in _incoming(callback))


def _content(content: Content) -> Iterator[str]:
    yield from _json((content.schema, content.item_schema, *content.examples))
    known = (f"{e.name} {e.index}" for e in content.encodings)
    yield from _twice("the encoding", known)


def _incoming(incoming: Incoming) -> Iterator[str]:
    places = (f"{p.location} {p.name}" for p in incoming.parameters)
    yield from _twice("the parameter", places)
    for parameter in incoming.parameters:
        yield from _json((parameter.default, *parameter.examples))
    yield from (text for content in incoming.contents for text in _content(content))


def _json(values: Iterable[Json | None]) -> Iterator[str]:
    for value in values:
        if value is not None and not _is_json(value.text):
            yield f"{value.text!r} is not JSON"


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _types(api: Api) -> Iterator[str]:
    known = {decl.id for decl in api.types}
    for where, type_ in _roots(api):
        for part in walk_type(type_):
            yield from (f"{where}: {text}" for text in _type(part, known))
    yield from _circles(api)


def _roots(api: Api) -> Iterator[tuple[str, Type]]:
    for op in api.operations:
        yield from ((op.id, type_) for type_ in operation_types(op))
    for each in api.webhooks:
        yield from ((each.name, type_) for type_ in incoming_types(each))
    if api.event is not None:
        yield "the event", api.event
    yield from ((decl.id, decl.type) for decl in api.types)


def _type(type_: Type, known: set[str]) -> Iterator[str]:
    yield from _json(rule.schema for rule in type_.rules)
    if isinstance(type_, Map | Object):
        for pattern in (p.pattern for p in type_.patterns):
            if python_pattern(pattern) is None:
                yield f"{pattern!r} is no pattern that Python can run"
    match type_:
        case Ref(target=target) if target not in known:
            yield f"there is no type {target!r}"
        case Object(fields=fields):
            yield from _twice("the field", (field.name for field in fields))
            for field in fields:
                yield from _json((field.default, *field.examples))
        case Enum(values=values):
            if not values:
                yield "an enum has no values"
            yield from _json(values)
            yield from _labels(type_)
        case Union(members=members) if not members:
            yield "a union has no members"
        case String(pattern=str(pattern)) if python_pattern(pattern) is None:
            yield f"{pattern!r} is no pattern that Python can run"
        case _:
            pass


def _labels(enum: Enum) -> Iterator[str]:
    """Yield what is wrong with the labels of *enum*."""
    for label in enum.labels:
        if label.value not in enum.values:
            yield f"a label is of {label.value.text}, which is no value of its enum"
        if label.name is not None and not label.name.isidentifier():
            yield f"{label.name!r} can't be the name of a value"
    yield from _twice(
        "the name of a value", filter(None, (x.name for x in enum.labels))
    )


def _circles(api: Api) -> Iterator[str]:
    """Yield the types that are only other words for themselves."""
    means = {decl.id: set(_same_value(decl.type)) for decl in api.types}
    for id_, targets in means.items():
        reached: set[str] = set()
        queue = list(targets)
        while queue:
            if (target := queue.pop()) not in reached:
                reached.add(target)
                queue += means.get(target, ())
        if id_ in reached:
            yield f"the type {id_!r} is made of nothing but itself"


def _same_value(type_: Type) -> Iterator[str]:
    match type_:
        case Ref(target=target):
            yield target
        case Union(members=members):
            for member in members:
                yield from _same_value(member)
        case _:
            pass


def _names(api: Api) -> Iterator[str]:
    """Yield what the passes should have brought about."""
    folds = (fold(decl.name.text) for decl in api.types)
    yield from _twice("the name", folds)
    for decl in api.types:
        if decl.id != decl.name.text:
            yield f"the type {decl.id!r} is called {decl.name.text!r}"
    for where, type_ in _roots(api):
        for part in walk_type(type_):
            if isinstance(part, Union):
                yield from (f"{where}: {text}" for text in _union(part))


def _union(union: Union) -> Iterator[str]:
    kinds = [type(member) for member in union.members]
    if len(kinds) == 1:
        yield "a union has one member"
    if Null in kinds[:-1]:
        yield "null is not the last member of a union"
    if Union in kinds or Nothing in kinds:
        yield "a union has a member that is a union, or nothing"
