"""Conditions between arguments, as descriptions tell them in words."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias, cast

from .missing import present
from .operation import Choice
from .violation import Violation

Rule: TypeAlias = Literal[
    "ignored", "overrides", "exclusive", "either", "required", "only", "needs"
]


class ConditionWarning(UserWarning):
    """The arguments of a call are not as the description says they should be."""


class Condition(NamedTuple):
    """What *sentence* says of the argument *name* beside *others*.

    It is *ignored* where one of the others is given, *overrides* them, or is *exclusive*
    with them; *either* it or another is needed; it is *required*, or can *only* be
    given, where another is given, or is one of *values*; or it *needs* another. A
    *strict* one has to be kept.
    """

    rule: Rule
    name: str
    others: tuple[str, ...]
    sentence: str
    values: tuple[str, ...] = ()
    strict: bool = False

    def is_broken(self, given: Mapping[str, object]) -> bool:
        """Return whether the arguments *given* break it."""
        beside = [given[other] for other in self.others if other in given]
        if self.values:
            beside = [value for value in beside if _text(value) in self.values]
        match self.rule:
            case "either":
                return self.name not in given and not beside
            case "required":
                return self.name not in given and bool(beside)
            case "only" | "needs":
                return self.name in given and not beside
            case _:
                return self.name in given and bool(beside)


class Conditions:
    """All conditions of one operation."""

    def __init__(self, *conditions: Condition) -> None:
        self._conditions = conditions

    def __call__(
        self, arguments: Mapping[str, object], body: object
    ) -> list[Violation]:
        """Return the violations that *arguments* and the fields of *body* make; warn of
        broken conditions that need not be kept."""
        fields = body.fields if isinstance(body, Choice) else body
        given = present(arguments)
        if isinstance(fields, Mapping):
            given |= present(cast("Mapping[str, object]", fields))
        given = {name: value for name, value in given.items() if value is not None}
        found: list[Violation] = []
        for each in self._conditions:
            if not each.is_broken(given):
                continue
            if each.strict:
                value = given.get(each.name)
                text = f"the description says: {each.sentence}"
                found.append(Violation(each.name, each.name, "condition", text, value))
            else:
                text = f"{each.name}: {each.sentence}"
                warnings.warn(text, ConditionWarning, stacklevel=2)
        return found


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
