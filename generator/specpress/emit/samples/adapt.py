"""Examples of a description made to fit: values as a client would send them."""

from __future__ import annotations

from typing import cast

from specpress.emit.samples.check import Types
from specpress.emit.samples.inside import item_type, key_type
from specpress.emit.samples.unions import member_of
from specpress.ir.types import List, Map, Number, Object, Ref, Type, Union


def adapted(value: object, type_: Type, types: Types) -> object:
    """Return *value* as a client of *type_* sends it.

    Whole numbers are floats where *type_* is a number: a model holds such a field as a
    float, and sends ``5.0`` for ``5``. The keys of objects come in the order of its
    fields, then those that are no fields, as they stand.
    """
    match type_:
        case Number() if isinstance(value, int) and not isinstance(value, bool):
            return float(value) if abs(value) < 2**53 else value
        case List() if isinstance(value, list):
            items = enumerate(cast("list[object]", value))
            return [adapted(v, item_type(type_, i), types) for i, v in items]
        case Map() if isinstance(value, dict):
            known, part = cast("dict[str, object]", value), key_type(type_)
            return {k: adapted(v, part, types) for k, v in known.items()}
        case Object(fields=fields) if isinstance(value, dict):
            rest = key_type(type_)
            known = cast("dict[str, object]", value)
            of = {field.name: field.type for field in fields}
            order = [
                *(name for name in of if name in known),
                *(name for name in known if name not in of),
            ]
            return {k: adapted(known[k], of.get(k, rest), types) for k in order}
        case Union():
            member = member_of(type_, value, types)
            return value if member is None else adapted(value, member, types)
        case Ref(target=target):
            return adapted(value, types[target], types)
        case _:
            return value
