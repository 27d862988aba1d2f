"""Values that break a type, one for each of its rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from specpress.emit.samples.boundaries import LONGEST, MOST_ITEMS, items, some
from specpress.emit.samples.check import NOTHING, RULE, WRONG_TYPE, failures
from specpress.emit.samples.make import Sampler
from specpress.ir.formats import bounded, text_format
from specpress.ir.texts import CHECKED, TYPED
from specpress.ir.types import (
    Anything,
    Enum,
    Integer,
    List,
    Nothing,
    Number,
    Object,
    Ref,
    String,
    Type,
)


@dataclass(frozen=True, slots=True)
class Violation:
    """A *value* that breaks *rule* (a JSON Schema keyword), and as few others as can be.

    *rules* are all that it breaks; *path* leads from the value to what is wrong in it.
    """

    rule: str
    value: object
    rules: frozenset[str]
    path: tuple[str | int, ...] = ()


_ODD: Final = ("!", " ", "~", "\n", "\x7f", "é", "0", "a")
_UNKNOWN: Final = "unheard-of"
_OF_ANY_TYPE: Final[tuple[object, ...]] = (12345, "not a value", {"not": "a value"})


def violations(type_: Type, sampler: Sampler, name: str = "") -> list[Violation]:
    """Return one value for each rule of *type_* that a value can be found to break."""
    found = dict[str, Violation]()
    for rule, value in _candidates(type_, sampler, name):
        rules = failures(value, type_, sampler.types)
        best = found.get(rule)
        if rule in rules and (best is None or len(rules) < len(best.rules)):
            found[rule] = Violation(rule, value, rules)
    return [*found.values(), *_inside(type_, sampler, name)]


def _candidates(
    type_: Type, sampler: Sampler, name: str
) -> Iterator[tuple[str, object]]:
    if type_.rules:
        yield from ((RULE, value) for value in sampler.candidates(type_, name))
    match type_:
        case Anything():
            return
        case Nothing():
            yield NOTHING, _OF_ANY_TYPE[0]
        case Enum(values=values):
            texts = [v.value for v in values if isinstance(v.value, str)]
            yield "enum", f"not-{texts[0]}" if texts else "not a value"
        case Integer() | Number():
            yield WRONG_TYPE, "not a number"
            yield from _beyond(type_)
        case String() if (format_ := text_format(type_)) in TYPED:
            yield WRONG_TYPE, ["not text"]
            yield "format", f"not-a-{format_}!"
        case String():
            yield WRONG_TYPE, 12345
            if type_.format in CHECKED:
                yield "format", "! !"
            yield from _texts(type_, [str(v) for v in some(type_, sampler, name, 1)])
        case List():
            yield WRONG_TYPE, 12345
            yield from _lists(type_, sampler, name)
        case Ref(target=target):
            yield from _candidates(sampler.types[target], sampler, name)
        case _:
            yield from ((WRONG_TYPE, value) for value in _OF_ANY_TYPE)
            yield WRONG_TYPE, None


def _beyond(type_: Integer | Number) -> Iterator[tuple[str, object]]:
    if isinstance(type_, Integer):
        type_ = bounded(type_)
        yield WRONG_TYPE, 1.5
    yield WRONG_TYPE, True
    step = type_.multiple_of or 1
    for rule, edge, way in (
        ("minimum", type_.minimum, -1),
        ("maximum", type_.maximum, 1),
        ("exclusiveMinimum", type_.exclusive_minimum, 0),
        ("exclusiveMaximum", type_.exclusive_maximum, 0),
    ):
        if edge is not None:
            yield rule, _shaped(type_, edge + way * step)
            yield rule, _shaped(type_, edge + way)
    if type_.multiple_of:
        for count in (1, 2, 10):
            for part in (type_.multiple_of / 2, 1):
                value = count * type_.multiple_of + part
                for edge in (type_.minimum, type_.exclusive_minimum, 0):
                    yield "multipleOf", _shaped(type_, (edge or 0) + value)


def _shaped(type_: Integer | Number, value: float) -> int | float:
    return int(value) if isinstance(type_, Integer) else float(value)


def _texts(type_: String, samples: list[str]) -> Iterator[tuple[str, object]]:
    sample = samples[0] if samples else ""
    if type_.min_length:
        yield "minLength", sample[: type_.min_length - 1]
        yield "minLength", "a" * (type_.min_length - 1)
    if type_.max_length is not None and type_.max_length < LONGEST:
        longer = type_.max_length + 1 - len(sample)
        yield "maxLength", sample + sample[-1:] * longer
        yield "maxLength", "a" * (type_.max_length + 1)
    if type_.pattern is not None:
        size = max(len(sample), type_.min_length or 1)
        for odd in _ODD:
            yield "pattern", odd * size
            for at in (0, size - 1):
                yield "pattern", sample[:at] + odd + sample[at + 1 :]
        yield "pattern", ""


def _lists(type_: List, sampler: Sampler, name: str) -> Iterator[tuple[str, object]]:
    if type_.min_items:
        yield "minItems", items(type_, sampler, name, type_.min_items - 1)
    if type_.max_items is not None and type_.max_items < MOST_ITEMS:
        yield "maxItems", items(type_, sampler, name, type_.max_items + 1)
    if type_.unique:
        count = max(type_.min_items or 0, 2)
        found = items(type_, sampler, name, count - 1)
        yield "uniqueItems", [*found, *found[:1]]


def _inside(type_: Type, sampler: Sampler, name: str) -> Iterator[Violation]:
    """Yield the violations of what is inside *type_*: items of lists, and keys that a
    closed object can't have."""
    match type_:
        case List():
            least = max(type_.min_items or 1, 1)
            others = items(type_, sampler, name, least - 1)
            for inner in violations(type_.item, sampler, name):
                value = [inner.value, *others]
                rules = failures(value, type_, sampler.types)
                yield Violation(inner.rule, value, rules, (0, *inner.path))
        case Object(additional=Nothing(), patterns=()):
            for object_ in some(type_, sampler, name, 1):
                if isinstance(object_, dict):
                    more = {**cast("dict[str, object]", object_), _UNKNOWN: 1}
                    rules = failures(more, type_, sampler.types)
                    yield Violation("additionalProperties", more, rules, (_UNKNOWN,))
        case Ref(target=target) if not isinstance(sampler.types[target], Ref):
            yield from _inside(sampler.types[target], sampler, name)
        case _:
            return
