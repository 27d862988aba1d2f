"""Type expressions: what the IR's types are called in models and in signatures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from specpress.emit.python.formats import (
    is_decimal,
    number_alias,
    text_alias,
    typed,
)
from specpress.emit.python.shape import literal, string
from specpress.ir.patterns import python_pattern
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Ref,
    String,
    Type,
    Union,
)

Place: TypeAlias = Literal["model", "signature"]
"""Where an expression stands: in a model, which validates, or in a signature."""


@dataclass(frozen=True, slots=True)
class Expr:
    """An expression's *text*, the global names it *uses*, the type ids it *refers* to."""

    text: str
    uses: frozenset[str] = frozenset()
    refers: frozenset[str] = frozenset()

    def plus(self, text: str, *uses: str) -> Expr:
        """Return the same with another *text* that uses some names more."""
        return replace(self, text=text, uses=self.uses | frozenset(uses))


def type_expr(type_: Type, names: Mapping[str, str], place: Place) -> Expr:
    """Return *type_* as an expression for *place*; *names* are those of declared types.

    Constraints stand only in models: they are what validates.
    """
    match type_:
        case Anything() | Object():
            return Expr("JsonValue", frozenset({"JsonValue"}))
        case Nothing() if place == "signature":
            return Expr("Never", frozenset({"Never"}))
        case Nothing():
            uses = frozenset({"Annotated", "Never", "NOTHING"})
            return Expr("Annotated[Never, NOTHING]", uses)
        case Null():
            return Expr("None")
        case Boolean():
            return _scalar("bool", "StrictBool", place)
        case Integer() | Number():
            return _number(type_, place)
        case String():
            return _string(type_, place)
        case Enum():
            return _enum(type_, place)
        case List():
            return _list(type_, names, place)
        case Map():
            value = type_expr(type_.value, names, place)
            sizes = {"min_length": type_.min_properties}
            sizes["max_length"] = type_.max_properties
            return _limited(value.plus(f"dict[str, {value.text}]"), sizes, place)
        case Union():
            # Whole numbers last: they would take a float without a fraction, too.
            order = sorted(type_.members, key=lambda m: isinstance(m, Integer))
            members = [type_expr(m, names, place) for m in order]
            texts = sum(isinstance(member, String) for member in type_.members)
            made = union_expr(members)
            if place == "signature" or texts < 2 or " | " not in made.text:
                return made
            text = f"Annotated[{made.text}, Variants()]"
            return made.plus(text, "Annotated", "Variants")
        case Ref():
            name = names[type_.target]
            text = name if place == "model" else f"models.{name}"
            uses = frozenset[str]() if place == "model" else frozenset({"models"})
            return Expr(text, uses, frozenset({type_.target}))
        case _:
            assert_never(type_)


def union_expr(members: Iterable[Expr]) -> Expr:
    """Return the union of *members*, each text once, ``None`` last, ``Never`` nowhere."""
    every = list(members)
    given = [member for member in every if member.text != "Never"] or every[:1]
    texts = sorted(dict.fromkeys(m.text for m in given), key=lambda t: t == "None")
    return Expr(
        " | ".join(texts),
        frozenset[str]().union(*(m.uses for m in given)),
        frozenset[str]().union(*(m.refers for m in given)),
    )


def _scalar(plain: str, strict: str, place: Place) -> Expr:
    return Expr(plain) if place == "signature" else Expr(strict, frozenset({strict}))


def _number(type_: Integer | Number, place: Place) -> Expr:
    limits = {
        "ge": type_.minimum,
        "gt": type_.exclusive_minimum,
        "le": type_.maximum,
        "lt": type_.exclusive_maximum,
        "multiple_of": type_.multiple_of,
    }
    alias = number_alias(type_)
    if is_decimal(type_):
        base = Expr("Decimal", frozenset({"Decimal"}))
        if place == "model":
            base = _scalar("", alias, place)
    else:
        plain = "int" if isinstance(type_, Integer) else "float"
        base = _scalar(plain, alias, place)
    return _limited(base, limits, place)


def _string(type_: String, place: Place) -> Expr:
    if (own := typed(type_)) is not None:
        text = own.alias if place == "model" else own.plain
        return Expr(text, frozenset({text.split(".")[0]}))
    limits: dict[str, str | int | float | None] = {
        "min_length": type_.min_length,
        "max_length": type_.max_length,
    }
    if type_.pattern is not None:
        limits["pattern"] = python_pattern(type_.pattern)
    return _limited(_scalar("str", text_alias(type_), place), limits, place)


def _list(type_: List, names: Mapping[str, str], place: Place) -> Expr:
    item = type_expr(type_.item, names, place)
    made = item.plus(f"list[{item.text}]")
    if type_.unique and place == "model":
        made = made.plus(f"Annotated[{made.text}, UNIQUE]", "Annotated", "UNIQUE")
    sizes = {"min_length": type_.min_items, "max_length": type_.max_items}
    return _limited(made, sizes, place)


def _enum(type_: Enum, place: Place) -> Expr:
    values = [json.loads(v.text) for v in type_.values]
    if all(isinstance(v, str | bool | int | None) for v in values):
        text = f"Literal[{', '.join(literal(v) for v in values)}]"
        return Expr(text, frozenset({"Literal"}))
    if place == "signature":
        return Expr("JsonValue", frozenset({"JsonValue"}))
    listed = ", ".join(string(v.text) for v in type_.values)
    text = f"Annotated[JsonValue, OneOf({listed})]"
    return Expr(text, frozenset({"Annotated", "JsonValue", "OneOf"}))


def _limited(
    base: Expr, limits: Mapping[str, str | int | float | None], place: Place
) -> Expr:
    given = [
        f"{key}={literal(value)}" for key, value in limits.items() if value is not None
    ]
    if not given or place == "signature":
        return base
    text = f"Annotated[{base.text}, Field({', '.join(given)})]"
    return base.plus(text, "Annotated", "Field")
