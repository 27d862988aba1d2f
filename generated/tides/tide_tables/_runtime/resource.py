"""`Resource` and `AsyncResource`: groups of operations that hang on a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar, Unpack

from .missing import MISSING
from .operation import Operation
from .types import Options

T = TypeVar("T")


class Call(Protocol):
    """How a client calls an operation."""

    def __call__(
        self,
        operation: Operation[T],
        arguments: Mapping[str, object],
        body: object = MISSING,
        **options: Unpack[Options],
    ) -> T:
        """Return what *operation* answers."""
        ...


class AsyncCall(Protocol):
    """How an asynchronous client calls an operation."""

    async def __call__(
        self,
        operation: Operation[T],
        arguments: Mapping[str, object],
        body: object = MISSING,
        **options: Unpack[Options],
    ) -> T:
        """Return what *operation* answers."""
        ...


class Resource:
    """A group of operations; *call* is its client's."""

    def __init__(self, call: Call) -> None:
        self._call = call


class AsyncResource:
    """A group of operations to be awaited; *call* is its client's."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call
