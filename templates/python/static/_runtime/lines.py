"""Series: bodies of one JSON text after another, made while they are sent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import cast

from .failures import RequestValidationError
from .json import is_list, json_text
from .operation import Body
from .plan import schema
from .request import Content


class Series:
    """The texts of *items*, each made when its turn comes."""

    __slots__ = ("_items", "_write", "again", "length")

    def __init__(
        self, items: Iterable[object], write: Callable[[object], bytes]
    ) -> None:
        self._items = items
        self._write = write
        self.length: int | None = None
        self.again = not isinstance(items, Iterator)

    def __iter__(self) -> Iterator[bytes]:
        return map(self._write, self._items)


def write_lines(body: Body, value: object) -> tuple[str, Content]:
    """Return the items of *value* on a line each (jsonlines.org)."""
    return _series(body, value, b"", b"\n")


def write_sequence(body: Body, value: object) -> tuple[str, Content]:
    """Return the items of *value* as a JSON text sequence (RFC 7464)."""
    return _series(body, value, b"\x1e", b"\n")


def _series(body: Body, value: object, head: bytes, end: bytes) -> tuple[str, Content]:
    if isinstance(value, str | bytes):
        return body.media_type, value.encode() if isinstance(value, str) else value
    if not hasattr(value, "__iter__"):
        raise ValueError(f"a body of {body.media_type} must be a series of items")

    def write(item: object) -> bytes:
        """Return *item* as a text; raise `RequestValidationError` where it is none."""
        if body.item:
            known, problems = schema(body.item).checked(item)
            if problems:
                found = tuple(problem.violation("body") for problem in problems)
                raise RequestValidationError(body.media_type, found)
            item = known
        return head + json_text(item).encode() + end

    if is_list(value):
        return body.media_type, b"".join(map(write, value))
    return body.media_type, Series(cast("Iterable[object]", value), write)
