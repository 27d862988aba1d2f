"""What can be written as a form: objects, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from specpress.ir.types import Anything, Map, Object, Ref, Type, Union

ANY_FORM: Map = Map(value=Anything())
"""The type of a form that the description says nothing of."""


def form_type(type_: Type | None, target: Callable[[str], Type]) -> Type | None:
    """Return the type of a form whose schema has *type_*; None when it can't be one.

    *target* gives a named type by its id. A form is a list of names and values (WHATWG
    URL 5.2), so that only an object has one (OpenAPI 3.2, "Form Media Types").
    """
    if type_ is None or isinstance(type_, Anything):
        return ANY_FORM
    return type_ if _is_object(type_, target, frozenset()) else None


def _is_object(
    type_: Type, target: Callable[[str], Type], inside: frozenset[str]
) -> bool:
    match type_:
        case Object() | Map():
            return True
        case Ref(target=id_):
            known = id_ in inside
            return known or _is_object(target(id_), target, inside | {id_})
        case Union(members=members):
            return all(_is_object(each, target, inside) for each in members)
        case _:
            return False
