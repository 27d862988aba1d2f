"""Titles and descriptions of types: what becomes the name and text of a `TypeDecl`."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from specpress.ir.types import Enum, Null, Object, Type, Union


def entitle(type_: Type, title: str | None, description: str | None) -> Type:
    """Return *type_* with *title* and *description*, where it is a kind that has them.

    A nullable type hands them to the member that is not null.
    """

    def with_both(named: Enum | Object | Union) -> Type:
        return replace(named, title=title, description=description)

    return _on_named(type_, with_both)


def undescribed(type_: Type) -> Type:
    """Return *type_* without its description, as that of its field says the same."""

    def without(named: Enum | Object | Union) -> Type:
        return replace(named, description=None)

    return _on_named(type_, without)


def _on_named(type_: Type, fn: Callable[[Enum | Object | Union], Type]) -> Type:
    if isinstance(type_, Union):
        others = [m for m in type_.members if not isinstance(m, Null)]
        if len(others) == 1 and len(type_.members) > 1:
            one = _on_named(others[0], fn)
            members = tuple(m if isinstance(m, Null) else one for m in type_.members)
            return replace(type_, members=members)
    return fn(type_) if isinstance(type_, Enum | Object | Union) else type_
