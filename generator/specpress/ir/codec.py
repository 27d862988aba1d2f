"""The IR as JSON text, and back."""

from __future__ import annotations

from typing import Final

import msgspec

from specpress.ir.nodes import Api
from specpress.ir.types import Type
from specpress.ir.walk import api_types, parts

MAX_DEPTH: Final = 100
"""How many types may stand inside each other; lowering makes less than half of it."""

_TOO_DEEP: Final = f"types nest more than {MAX_DEPTH} levels"


class IrError(Exception):
    """The text is not an IR; the message says where and why."""


def encode(api: Api) -> bytes:
    """Return *api* as indented JSON that ends with a line end; the same each time."""
    return msgspec.json.format(msgspec.json.encode(api), indent=2) + b"\n"


def decode(data: bytes) -> Api:
    """Return the API that *data* holds.

    Raises IrError, with the path of what is wrong, when it holds none.
    """
    try:
        api = msgspec.json.decode(data, type=Api)
    except msgspec.DecodeError as error:  # its subclass ValidationError has the path
        raise IrError(str(error)) from error
    except RecursionError as error:
        raise IrError(_TOO_DEEP) from error
    for type_ in (*api_types(api), *(decl.type for decl in api.types)):
        if _is_deep(type_):
            raise IrError(_TOO_DEEP)
    return api


def _is_deep(type_: Type) -> bool:
    """Return whether types nest more deeply in *type_* than walks over it may go."""
    level: tuple[Type, ...] = (type_,)
    for _ in range(MAX_DEPTH):
        level = tuple(part for each in level for part in parts(each))
    return bool(level)
