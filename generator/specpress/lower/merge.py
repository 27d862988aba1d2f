"""The merging of types: what the values are that meet two schemas at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat

from msgspec.structs import replace

from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
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
from specpress.ir.walk import shape, with_rules
from specpress.lower.accepts import accepts
from specpress.lower.bounds import crossed, highest_count, lowest_count
from specpress.lower.merge_parts import numbers, of_members, strings


def _silent(left: Type, right: Type) -> None:
    """Report nothing."""


def _kept(field: Field) -> None:
    """Report nothing."""


def _exact() -> None:
    """Report nothing."""


@dataclass(frozen=True, slots=True)
class Merge:
    """How types are merged: *resolve* gives the type behind a reference, *conflict* is
    told of each two types that share no value, *reopen* of each field that one side has
    and the other's additional properties forbid: it is kept. *widen* is told when the
    merged type allows more than both do."""

    resolve: Callable[[Ref], Type]
    conflict: Callable[[Type, Type], None] = _silent
    reopen: Callable[[Field], None] = _kept
    widen: Callable[[], None] = _exact
    _open: set[tuple[str, str]] = dataclasses.field(
        default_factory=set[tuple[str, str]]
    )

    def both(self, left: Type, right: Type) -> Type:
        """Return the type of the values that meet *left* and *right*.

        `Nothing` when there are none. Annotations of *right* win, as it is read later.
        """
        if not left.rules and not right.rules:
            return self._both(left, right)
        bare = self._both(replace(left, rules=()), replace(right, rules=()))
        if isinstance(bare, Nothing):
            return bare
        return with_rules(bare, (*left.rules, *right.rules))

    def _both(self, left: Type, right: Type) -> Type:
        """Merge two types, whose own rules are seen to."""
        if isinstance(left, Anything):
            return right
        if isinstance(left, Ref | Union) and _is_same(left, right):
            return right  # other types that are the same merge to the same
        if isinstance(right, Anything):
            return left
        if isinstance(left, Ref) or isinstance(right, Ref):
            return self._refs(left, right)
        if isinstance(left, Union):
            return self._distribute(left, right, lambda member: (member, right))
        if isinstance(right, Union):
            return self._distribute(right, left, lambda member: (left, member))
        if isinstance(left, Enum):
            return self._filter(left, right)
        if isinstance(right, Enum):
            return self._filter(right, left)
        return self._plain(left, right)

    def _plain(self, left: Type, right: Type) -> Type:
        """Merge two types, neither of which is a reference, a union or an enum."""
        match left, right:
            case (Integer() | Number(), Integer() | Number()):
                return numbers(left, right) or self._nothing(left, right)
            case (String(), String()):
                return strings(left, right) or self._nothing(left, right)
            case (List(), List()):
                return self._lists(left, right)
            case (Object() | Map(), Object() | Map()):
                return self._objects(left, right)
            case (Boolean(), Boolean()) | (Null(), Null()):
                return left
            case _ if _is_implied(left) and _is_implied(right):
                self.widen()
                return left if isinstance(left, Map | Object) else right
            case _ if _is_implied(left):
                return right  # what is implied says nothing of other kinds
            case _ if _is_implied(right):
                return left
            case _:
                return self._nothing(left, right)

    def _nothing(self, left: Type, right: Type) -> Nothing:
        if not isinstance(left, Nothing) and not isinstance(right, Nothing):
            self.conflict(left, right)
        return Nothing(span=right.span)

    def _refs(self, left: Type, right: Type) -> Type:
        """Merge a reference; it stays one when the other type adds nothing to it."""
        pair = (_target(left), _target(right))
        if pair in self._open:  # two recursive types: merged once, then as they are
            return right if isinstance(right, Ref) else left
        plain_left = self.resolve(left) if isinstance(left, Ref) else left
        plain_right = self.resolve(right) if isinstance(right, Ref) else right
        self._open.add(pair)
        merged = self.both(plain_left, plain_right)
        self._open.remove(pair)
        if isinstance(left, Ref) and _is_same(merged, plain_left):
            return left
        if isinstance(right, Ref) and _is_same(merged, plain_right):
            return right
        return merged

    def _distribute(
        self, union: Union, other: Type, sides: Callable[[Type], tuple[Type, Type]]
    ) -> Type:
        """Merge each member of *union* with *other*, leaving out what can't be."""
        quiet = Merge(
            self.resolve, reopen=self.reopen, widen=self.widen, _open=self._open
        )
        merged = [(m, quiet.both(*sides(m))) for m in union.members]
        pairs = [pair for pair in merged if not isinstance(pair[1], Nothing)]
        if not pairs:
            return self._nothing(union, other)
        return pairs[0][1] if len(pairs) == 1 else of_members(union, pairs)

    def _filter(self, enum: Enum, other: Type) -> Type:
        """Keep the values of *enum* that *other* accepts."""
        values = tuple(v for v in enum.values if accepts(other, v.value, self.resolve))
        if not values:
            return self._nothing(enum, other)
        kept = tuple(label for label in enum.labels if label.value in values)
        return replace(enum, values=values, labels=kept)

    def _lists(self, left: List, right: List) -> Type:
        longest = max(len(left.prefix), len(right.prefix))
        pairs = zip(_places(left, longest), _places(right, longest), strict=True)
        merged = List(
            item=self.both(left.item, right.item),
            prefix=tuple(self.both(*pair) for pair in pairs),
            implied=left.implied and right.implied,
            min_items=highest_count(left.min_items, right.min_items),
            max_items=lowest_count(left.max_items, right.max_items),
            unique=left.unique or right.unique,
            span=right.span,
        )
        is_crossed = crossed(merged.min_items, merged.max_items)
        return self._nothing(left, right) if is_crossed else merged

    def _objects(self, left: Object | Map, right: Object | Map) -> Type:
        """Merge the fields; a field of one side meets the other's additional type."""
        low = highest_count(left.min_properties, right.min_properties)
        high = lowest_count(left.max_properties, right.max_properties)
        rest = self.both(_rest(left), _rest(right))
        if crossed(low, high):
            return self._nothing(left, right)
        patterns = tuple(dict.fromkeys((*left.patterns, *right.patterns)))
        if left.patterns != right.patterns and (
            (left.patterns and not isinstance(_rest(right), Anything))
            or (right.patterns and not isinstance(_rest(left), Anything))
        ):
            self.widen()  # the other's additional type is also about these keys
        implied = left.implied and right.implied
        if isinstance(left, Map) and isinstance(right, Map):
            return Map(
                value=rest,
                patterns=patterns,
                min_properties=low,
                max_properties=high,
                implied=implied,
                span=right.span,
            )
        theirs = {field.name: field for field in _fields(right)}
        fields: list[Field] = []
        for field in _fields(left):
            other = theirs.pop(field.name, None)
            fields.append(
                self._alone(field, right)
                if other is None
                else self._fields(field, other)
            )
        fields += [self._alone(field, left) for field in theirs.values()]
        if any(f.required and isinstance(f.type, Nothing) for f in fields):
            return self._nothing(left, right)
        return Object(
            fields=tuple(fields),
            patterns=patterns,
            additional=rest,
            min_properties=low,
            max_properties=high,
            implied=implied,
            span=right.span,
        )

    def _alone(self, field: Field, other: Object | Map) -> Field:
        """Return *field*, which *other* only knows as one of the rest."""
        rest = _rest(other)
        if isinstance(rest, Anything) or other.patterns:
            return field
        quiet = Merge(
            self.resolve, reopen=self.reopen, widen=self.widen, _open=self._open
        )
        merged = quiet.both(field.type, rest)
        if isinstance(merged, Nothing):
            self.reopen(field)
            return field
        return replace(field, type=merged)

    def _fields(self, left: Field, right: Field) -> Field:
        """Merge two descriptions of one property; the later one's words win."""
        if right.origin == "default":  # a name in `required`, described by the other
            return replace(left, required=True)
        if left.origin == "default":
            return replace(right, required=True)
        return replace(
            right,
            type=self.both(left.type, right.type),
            required=left.required or right.required,
            description=right.description or left.description,
            default=left.default if right.default is None else right.default,
            examples=right.examples or left.examples,
            called=right.called or left.called,
            deprecated=left.deprecated or right.deprecated,
            read_only=left.read_only or right.read_only,
            write_only=left.write_only or right.write_only,
        )


def _is_same(left: Type, right: Type) -> bool:
    """Return whether two types are one but for their places, titles and words."""
    if type(left) is not type(right):
        return False
    if isinstance(left, Object) and len(left.fields) != len(_fields(right)):
        return False
    return shape(left) == shape(right)


def _is_implied(type_: Type) -> bool:
    return isinstance(type_, String | List | Map | Object) and type_.implied


def _places(type_: List, count: int) -> tuple[Type, ...]:
    """Return the types of the first *count* items of *type_*."""
    return (*type_.prefix, *repeat(type_.item, count - len(type_.prefix)))


def _target(type_: Type) -> str:
    return type_.target if isinstance(type_, Ref) else ""


def _fields(type_: Type) -> tuple[Field, ...]:
    return type_.fields if isinstance(type_, Object) else ()


def _rest(type_: Object | Map) -> Type:
    return type_.additional if isinstance(type_, Object) else type_.value
