"""`Violation`: one rule that the arguments of a call break."""

from __future__ import annotations

from typing import NamedTuple

from .redact import hide

_SHOWN = 60


class Violation(NamedTuple):
    """One broken rule.

    *argument* is the Python name, *name* the place on the wire (``To``,
    ``Media[0].url``), *rule* a word such as ``required``, ``type``, ``enum``,
    ``pattern``, ``max_length`` or ``minimum``.
    """

    argument: str
    name: str
    rule: str
    message: str
    value: object

    def __str__(self) -> str:
        place = f" ({self.name})" if self.name not in ("", self.argument) else ""
        got = (
            ""
            if self.rule == "required"
            else f", got {hide(self.name, shown(self.value))}"
        )
        return f"{self.argument}{place}: {self.message} [{self.rule}]{got}"


def required(argument: str, name: str) -> Violation:
    """Return the violation of a value that is not there."""
    return Violation(argument, name, "required", "a value is required", None)


def shown(value: object) -> str:
    """Return *value* for a message: its repr, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
