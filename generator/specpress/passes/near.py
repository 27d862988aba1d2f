"""Types behind their names, and the members of objects, those near the top."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

from specpress.ir.types import Field, Null, Object, Ref, Type, Union
from specpress.passes.page_words import word

Way: TypeAlias = tuple[str, ...]
"""The names on the wire that lead to a member."""


def near(
    whole: Object, types: Mapping[str, Type], around: Collection[str], depth: int
) -> Iterator[tuple[Way, Field]]:
    """Yield the members of *whole* by their way, then those *depth* levels down at most,
    inside of objects whose names are words of *around*."""
    inner: list[tuple[str, Object]] = []
    for field in whole.fields:
        yield (field.name,), field
        inside = resolved(field.type, types)
        if depth and word(field.name) in around and isinstance(inside, Object):
            inner.append((field.name, inside))
    for name, inside in inner:
        for way, field in near(inside, types, around, depth - 1):
            yield (name, *way), field


def resolved(type_: Type, types: Mapping[str, Type]) -> Type:
    """Return *type_* behind its name, and without null."""
    seen: set[str] = set()
    while True:
        match type_:
            case Ref(target=target) if target in types and target not in seen:
                seen.add(target)
                type_ = types[target]
            case Union(members=members):
                others = [m for m in members if not isinstance(m, Null)]
                if len(others) != 1:
                    return type_
                type_ = others[0]
            case _:
                return type_
