"""`MISSING`: an argument that was not given, as opposed to null."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeGuard, TypeVar

__all__ = ["MISSING", "is_given", "present"]

T = TypeVar("T")

if TYPE_CHECKING:
    from pydantic import MISSING
else:

    class _Missing:
        """The type of `MISSING`: our own, so that a signature doesn't load pydantic."""

        __slots__ = ()

        def __repr__(self) -> str:
            return "MISSING"

        def __reduce__(self) -> str:
            return "MISSING"

    MISSING = _Missing()


def present(values: Mapping[str, object]) -> dict[str, object]:
    """Return *values* without those that are `MISSING`, ours or pydantic's."""
    theirs = _theirs()
    return {
        name: value
        for name, value in values.items()
        if value is not MISSING and value is not theirs
    }


def is_given(value: T | MISSING) -> TypeGuard[T]:
    """Return whether *value* is anything but `MISSING`, ours or pydantic's."""
    return value is not MISSING and value is not _theirs()


def _theirs() -> object:
    """Return pydantic's `MISSING`; ours while nobody can have given it."""
    return getattr(sys.modules.get("pydantic_core"), "MISSING", MISSING)
