"""The merging of types that hold no others, and of the tags of unions."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from specpress.ir.types import Integer, Number, String, Type, Union
from specpress.ir.walk import shape
from specpress.lower.bounds import (
    crossed,
    highest,
    highest_count,
    lowest,
    lowest_count,
    multiple,
    patterns,
)


def numbers(left: Integer | Number, right: Integer | Number) -> Integer | Number | None:
    """Return the numbers that are both *left* and *right*; None when none are."""
    kind = Integer if Integer in (type(left), type(right)) else Number
    merged = kind(
        format=right.format or left.format,
        minimum=highest(left.minimum, right.minimum),
        maximum=lowest(left.maximum, right.maximum),
        exclusive_minimum=highest(left.exclusive_minimum, right.exclusive_minimum),
        exclusive_maximum=lowest(left.exclusive_maximum, right.exclusive_maximum),
        multiple_of=multiple(left.multiple_of, right.multiple_of),
        span=right.span,
    )
    low = highest(merged.minimum, merged.exclusive_minimum)
    high = lowest(merged.maximum, merged.exclusive_maximum)
    is_crossed = low is not None and high is not None and low > high
    return None if is_crossed else merged


def strings(left: String, right: String) -> String | None:
    """Return the texts that are both *left* and *right*; None when none are."""
    merged = String(
        format=right.format or left.format,
        pattern=patterns(left.pattern, right.pattern),
        min_length=highest_count(left.min_length, right.min_length),
        max_length=lowest_count(left.max_length, right.max_length),
        content_encoding=right.content_encoding or left.content_encoding,
        content_media_type=right.content_media_type or left.content_media_type,
        implied=left.implied and right.implied,
        span=right.span,
    )
    return None if crossed(merged.min_length, merged.max_length) else merged


def of_members(union: Union, pairs: Sequence[tuple[Type, Type]]) -> Union:
    """Return *union* of the second of each of *pairs* in place of its member, the first;
    its tags follow. One that tells a variant inside a member stays while that does."""
    became = {shape(old): new for old, new in pairs}
    kept = {shape(new) for _, new in pairs}
    gone = {shape(member) for member in union.members} - became.keys() - kept

    def follows(type_: Type) -> Type:
        return became.get(shape(type_), type_)

    fallback = None if union.fallback is None else follows(union.fallback)
    return replace(
        union,
        members=tuple(new for _, new in pairs),
        tags=tuple(
            replace(tag, type=follows(tag.type))
            for tag in union.tags
            if shape(tag.type) not in gone
        ),
        fallback=None if fallback is None or shape(fallback) in gone else fallback,
    )
