"""JSON values inside the IR: frozen, comparable, exact."""

from __future__ import annotations

import json

import msgspec


class Json(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A JSON value as its canonical text, so that 1, 1.0 and true stay apart.

    *text* has no spare white space, keeps the order of keys and is ASCII only.
    """

    text: str

    @classmethod
    def of(cls, value: object) -> Json:
        """Return *value* (plain JSON data). Raises TypeError when it is not JSON."""
        return cls(json.dumps(value, separators=(",", ":")))

    @property
    def value(self) -> object:
        """The value as plain Python data, made anew on each use."""
        return json.loads(self.text)
