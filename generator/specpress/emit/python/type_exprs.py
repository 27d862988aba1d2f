"""Type expressions: what the IR's types are called in models and in signatures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, assert_never

from specpress.emit.python.formats import (
    is_decimal,
    number_alias,
    text_alias,
    typed,
    written_bounds,
)
from specpress.emit.python.rule_exprs import is_literal, rules_expr, rules_of
from specpress.emit.python.shape import literal
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


_KINDS: Final = {"[": "array", "{": "object", '"': "string"} | dict.fromkeys(
    "tfn", "word"
)
"""What JSON texts are, by the first character; all others are numbers."""


_EXACT: Final = frozenset(("true", "false", "0", "1"))
"""JSON values that are equal to others in Python."""


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
    expr = _bare_expr(type_, names, place)
    if place == "signature" or isinstance(type_, Object):  # classes see to themselves
        return expr
    return checked(expr, type_)


def checked(expr: Expr, type_: Type) -> Expr:
    """Return *expr*, of a model, with what checks the rules of *type_*."""
    more = [rules_expr(rules)] if (rules := rules_of(type_)) else []
    if isinstance(type_, List | Map | String) and type_.implied:
        more.append("IMPLIED")
    if not more:
        return expr
    uses = ("Annotated", *(name.partition("(")[0] for name in more))
    return expr.plus(f"Annotated[{expr.text}, {', '.join(more)}]", *uses)


def _bare_expr(type_: Type, names: Mapping[str, str], place: Place) -> Expr:
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
            value = rest_expr(type_, names, place)
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


def rest_expr(type_: Map | Object, names: Mapping[str, str], place: Place) -> Expr:
    """Return what keys of *type_* that are no fields may hold, whichever they are."""
    rest = type_.value if isinstance(type_, Map) else type_.additional
    every = [*(pattern.type for pattern in type_.patterns), rest]
    return union_expr(type_expr(each, names, place) for each in _wide(every))


def _wide(types: Sequence[Type]) -> Sequence[Type]:
    """Return *types* for a union; `Anything` alone where it is one of them."""
    known = [type_ for type_ in types if not isinstance(type_, Nothing)]
    free = [type_ for type_ in known if type_ == Anything(span=type_.span)]
    return free[:1] or known or types[:1]


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
    }
    if isinstance(type_, Integer):
        limits["multiple_of"] = type_.multiple_of
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
        bounds = written_bounds(type_) if place == "model" else {}
        if not bounds:
            return Expr(text, frozenset({text.split(".")[0]}))
        given = ", ".join(f"{key}={literal(value)}" for key, value in bounds.items())
        uses = frozenset({text, "Annotated", "Written"})
        return Expr(f"Annotated[{text}, Written({given})]", uses)
    limits: dict[str, str | int | float | None] = {
        "min_length": type_.min_length,
        "max_length": type_.max_length,
    }
    if type_.pattern is not None:
        limits["pattern"] = python_pattern(type_.pattern)
    return _limited(_scalar("str", text_alias(type_), place), limits, place)


def _list(type_: List, names: Mapping[str, str], place: Place) -> Expr:
    sizes = {"min_length": type_.min_items, "max_length": type_.max_items}
    if is_tuple(type_):
        items = [type_expr(each, names, place) for each in type_.prefix]
        made = union_expr(items)
        made = made.plus(f"tuple[{', '.join(item.text for item in items)}]")
        sizes = {}
    else:
        every = _wide([*type_.prefix, type_.item])
        item = union_expr(type_expr(each, names, place) for each in every)
        made = item.plus(f"list[{item.text}]")
    if type_.unique and place == "model":
        made = made.plus(f"Annotated[{made.text}, UNIQUE]", "Annotated", "UNIQUE")
    return _limited(made, sizes, place)


def is_tuple(type_: List) -> bool:
    """Return whether arrays of *type_* always have as many items as its prefix."""
    count = len(type_.prefix)
    closed = isinstance(type_.item, Nothing) or type_.max_items == count
    return 0 < count == type_.min_items and closed


def _enum(type_: Enum, place: Place) -> Expr:
    if is_literal(type_):
        values = [literal(json.loads(v.text)) for v in type_.values]
        expr = Expr(f"Literal[{', '.join(values)}]", frozenset({"Literal"}))
        if place == "signature" or _EXACT.isdisjoint(v.text for v in type_.values):
            return expr
        return expr.plus(f"Annotated[{expr.text}, EXACT]", "Annotated", "EXACT")
    kinds = {_KINDS.get(v.text[0], "number") for v in type_.values}
    free = Expr("JsonValue", frozenset({"JsonValue"}))
    match kinds.pop() if len(kinds) == 1 else "":
        case "number":
            exact = _scalar("int", "StrictInt", place)  # 1 is not sent as 1.0
            return union_expr([exact, _scalar("float", "StrictFloat", place)])
        case "array":
            return free.plus("list[JsonValue]")
        case "object":
            return free.plus("dict[str, JsonValue]")
        case _:
            return free


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
