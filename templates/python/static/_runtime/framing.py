"""`Framing`: how items stand in a body that is a sequence of them."""

from __future__ import annotations

import json
from typing import Literal, NamedTuple, Protocol, TypeAlias

from .json import Digits

Mode: TypeAlias = Literal["json", "text", "either"]
"""What the text of an item is: JSON, only text, or by what its type takes."""


class Piece(NamedTuple):
    """An item before it is a value: *data* are what it may be, the likeliest first.

    *flaw* is what it should have been, where it is not. *event* is what it came in.
    """

    data: tuple[object, ...]
    flaw: str | None = None
    event: object = None


class Parser(Protocol):
    """Cuts one body into items, whatever chunks it comes in."""

    ended: bool
    """Whether the item came that ends the sequence."""

    @property
    def resumes(self) -> bool:
        """Whether another response may go on where one broke off."""
        ...

    @property
    def last_id(self) -> str:
        """The id of the last item, where they have any."""
        ...

    @property
    def retry(self) -> int | None:
        """Milliseconds to wait before the next connection, if the server said so."""
        ...

    def feed(self, chunk: bytes) -> list[Piece]:
        """Return the items that *chunk* completes."""
        ...

    def end(self) -> list[Piece]:
        """Return the item that the end of the body completes, if one."""
        ...

    def restart(self) -> None:
        """Forget what an item that is not complete began with."""
        ...


class Framing(Protocol):
    """One way in which items stand in a body."""

    def parser(self, *, exact: bool) -> Parser:
        """Return a parser for one body; *exact* keeps the digits of its numbers."""
        ...


def pieces(text: str, mode: Mode, *, exact: bool) -> Piece:
    """Return the item that *text* is."""
    if mode == "text":
        return Piece((text,))
    try:
        data = json.loads(text, parse_float=Digits.of if exact else None)
    except (ValueError, RecursionError):
        return Piece((text,), None if mode == "either" else "valid JSON")
    if mode == "either":
        return Piece((text,) if isinstance(data, str) else (data, text))
    return Piece((data,))
