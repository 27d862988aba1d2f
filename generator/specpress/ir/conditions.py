"""Conditions between the arguments of an operation, as far as they are to be checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import msgspec

from specpress.ir.types import Told


class Condition(msgspec.Struct, frozen=True, kw_only=True):
    """What *sentence* says of the argument *name* beside *others*: its *rule*, and with
    which *values* of the others it holds. A *strict* one has to be kept."""

    rule: str
    name: str
    others: tuple[str, ...]
    sentence: str
    values: tuple[str, ...] = ()
    strict: bool = False

    def is_broken(self, given: Mapping[str, object]) -> bool:
        """Return whether the arguments *given* break it."""
        beside = [given[other] for other in self.others if other in given]
        if self.values:
            beside = [value for value in beside if str(value) in self.values]
        match self.rule:
            case "either":
                return self.name not in given and not beside
            case "required":
                return self.name not in given and bool(beside)
            case "only" | "needs":
                return self.name in given and not beside
            case _:
                return self.name in given and bool(beside)


def conditions_of(
    told: Iterable[Told], arguments: Mapping[str, str]
) -> tuple[Condition, ...]:
    """Return the conditions in *told* that are to be checked, each once, with what
    *arguments* are called there; those that speak of others are left out."""
    return tuple(dict.fromkeys(_conditions(told, arguments)))


def _conditions(
    told: Iterable[Told], arguments: Mapping[str, str]
) -> Iterator[Condition]:
    for fact in told:
        if fact.kind != "condition" or fact.level not in ("type", "enforce"):
            continue
        value = fact.value.value
        if not isinstance(value, dict):
            continue
        given = cast("dict[str, object]", value)
        listed = given.get("others")
        names = cast("list[object]", listed) if isinstance(listed, list) else []
        others = tuple(arguments[str(n)] for n in names if str(n) in arguments)
        name = arguments.get(str(given.get("name")))
        if name is None or not others:
            continue
        found = given.get("values")
        values = cast("list[object]", found) if isinstance(found, list) else []
        yield Condition(
            rule=str(given.get("rule")),
            name=name,
            others=others,
            sentence=fact.sentence,
            values=tuple(map(str, values)),
            strict=fact.level == "enforce",
        )
