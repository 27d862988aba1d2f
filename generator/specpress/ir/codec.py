"""The IR as JSON text, and back."""

from __future__ import annotations

import msgspec

from specpress.ir.nodes import Api


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
        return msgspec.json.decode(data, type=Api)
    except msgspec.DecodeError as error:  # its subclass ValidationError has the path
        raise IrError(str(error)) from error
    except RecursionError as error:
        raise IrError("nested too deeply") from error
