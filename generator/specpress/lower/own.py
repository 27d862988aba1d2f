"""What a schema says by keywords of its own, without its sub-schemas' help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final, assert_never

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import IDLE_KEYWORD, UNKNOWN_TYPE
from specpress.ir.formats import INTEGERS
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
from specpress.lower.containers import Annotation, Inner, list_type, object_type
from specpress.lower.enums import enum_type
from specpress.lower.keywords import KINDS, OF_KIND, brief
from specpress.lower.places import place
from specpress.lower.scalars import integer_type, number_type, string_type
from specpress.tree import Node

_IMPLIED: Final = {
    "object": frozenset(OF_KIND["object"]),
    "array": frozenset(OF_KIND["array"]),
    "string": frozenset(("contentEncoding", "contentMediaType")),
}
"""The kinds that are implied where a schema names no type, and by which keywords."""


def own_type(
    schema: Node,
    hint: Sequence[str],
    inner: Inner,
    annotation: Annotation,
    report: Report,
) -> Type:
    """Return the type that *schema*'s own keywords describe.

    Where it names no type, they are about the kinds in *hint*.
    """
    kinds = _kinds(schema, report)
    listed = enum_type(schema, kinds, report)
    if listed is not None:
        return listed
    if not kinds and "type" not in schema.map:
        if (implied := implied_kind(schema, hint)) is not None:
            type_ = _of_kind(implied, schema, inner, annotation, report)
            return replace(type_, implied=True)
        kinds = list(dict.fromkeys(hint))
    _check_idle(schema, kinds, report)
    members = tuple(_of_kind(kind, schema, inner, annotation, report) for kind in kinds)
    if not members:
        return Anything(span=schema.span)
    if len(members) == 1:
        return members[0]
    return Union(members=members, span=schema.span)


def implied_kind(schema: Node, hint: Sequence[str]) -> str | None:
    """Return the kind of values that *schema* speaks of without naming a type; None
    where it names one, where *hint* tells the kinds, or where it speaks of none."""
    if hint or "type" in schema.map:
        return None
    found = (kind for kind, keys in _IMPLIED.items() if schema.map.keys() & keys)
    return next(found, None)


def kinds_of(type_: Type, resolve: Callable[[Ref], Type]) -> list[str]:
    """Return the kinds of value that *type_* allows; none when that is not clear."""
    match type_:
        case Ref():
            return kinds_of(resolve(type_), resolve)
        case Union(members=members):
            each = [kinds_of(member, resolve) for member in members]
            return [*chain.from_iterable(each)] if all(each) else []
        case Object() | Map() | List() | String() if type_.implied:
            return []  # other kinds are allowed too
        case Object() | Map():
            return ["object"]
        case List():
            return ["array"]
        case String() | Integer() | Number() | Boolean() | Null():
            return [type(type_).__name__.lower()]
        case Enum() | Anything() | Nothing():
            return []
        case _:
            assert_never(type_)


def _kinds(schema: Node, report: Report) -> list[str]:
    """Return the kinds of value that the ``type`` of *schema* names, each once."""
    node = schema.get("type")
    if node is None:
        return []
    names = node.list or [node]
    kinds: list[str] = []
    for name in names:
        if name.text not in KINDS:
            report.add(UNKNOWN_TYPE.at(name.span, name=name.text or brief(name)))
            return []
        kinds.append(name.text)
    return list(dict.fromkeys(kinds))


def _check_idle(schema: Node, kinds: list[str], report: Report) -> None:
    """Report the keywords that say nothing about values of *kinds*."""
    told = ["number" if kind == "integer" else kind for kind in kinds]
    for kind, keywords in OF_KIND.items():
        for key in () if kind in told else keywords:
            if (node := schema.get(key)) is None:
                continue
            if kinds:
                names = " or ".join(kinds)
                report.add(IDLE_KEYWORD.at(place(node), keyword=key, type=names))


def _of_kind(
    kind: str, schema: Node, inner: Inner, annotation: Annotation, report: Report
) -> Type:
    match kind:
        case "string":
            return string_type(schema, report)
        case "integer":
            return integer_type(schema, report)
        case "number":
            whole = schema.get_text("format") in INTEGERS
            return (integer_type if whole else number_type)(schema, report)
        case "boolean":
            return Boolean(span=schema.span)
        case "null":
            return Null(span=schema.span)
        case "array":
            return list_type(schema, inner, report)
        case _:
            return object_type(schema, inner, annotation, report)
