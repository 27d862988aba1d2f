"""What merging does that `show` does not print: words, defaults, and references."""

from __future__ import annotations

import pytest

from specpress.ir.types import (
    Anything,
    Boolean,
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
from specpress.ir.values import Json
from specpress.lower.merge import Merge

PET = Object(fields=(Field(name="n", type=String()),))
REF = Ref(target="Pet")
MERGE = Merge(lambda ref: {"Pet": PET}[ref.target])
A, B = Json.of("a"), Json.of("b")


def _field(**words: object) -> Field:
    return Field(name="f", type=String(), **words)  # type: ignore[arg-type] - by name


@pytest.mark.parametrize(
    ("left", "right", "both"),
    [
        (_field(description="l"), _field(description="r"), _field(description="r")),
        (_field(description="l"), _field(), _field(description="l")),
        (_field(default=A), _field(default=B), _field(default=B)),
        (_field(default=A), _field(), _field(default=A)),
        (_field(examples=(A,)), _field(), _field(examples=(A,))),
        (_field(required=True), _field(), _field(required=True)),
        (_field(deprecated=True), _field(), _field(deprecated=True)),
        (_field(), _field(read_only=True), _field(read_only=True)),
        (_field(write_only=True), _field(), _field(write_only=True)),
        (_field(), _field(origin="default"), _field(required=True)),
        (_field(origin="default"), _field(), _field(required=True)),
    ],
)
def test_the_later_words_win(left: Field, right: Field, both: Field) -> None:
    """A property described twice keeps the later words, and every flag that is set."""
    merged = MERGE.both(Object(fields=(left,)), Object(fields=(right,)))

    assert merged == Object(fields=(both,))


@pytest.mark.parametrize("other", [Anything(), Map(value=Anything()), REF, PET])
def test_a_reference_stays_one_when_nothing_is_added(other: Type) -> None:
    """What adds nothing to a named type leaves its name."""
    assert MERGE.both(REF, other) == REF
    assert MERGE.both(other, REF) == REF


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (String(), Null()),
        (String(), Boolean()),
        (Integer(minimum=5), Number(maximum=4)),
        (String(min_length=5), String(max_length=4)),
        (List(item=Null(), min_items=5), List(item=Null(), max_items=4)),
        (Map(value=Null(), min_properties=5), Map(value=Null(), max_properties=4)),
        (REF, String()),
        (Union(members=(String(), Null())), Integer()),
        (Integer(), Union(members=(String(), Null()))),
    ],
)
def test_what_shares_no_value_is_told_once(left: Type, right: Type) -> None:
    """Two types without a common value make nothing, and one conflict."""
    found: list[tuple[Type, Type]] = []
    merge = Merge(MERGE.resolve, lambda *pair: found.append(pair))

    assert isinstance(merge.both(left, right), Nothing)
    assert len(found) == 1


def test_a_conflict_is_not_told_again() -> None:
    """What is nothing already makes no further conflict."""
    found: list[tuple[Type, Type]] = []
    merge = Merge(MERGE.resolve, lambda *pair: found.append(pair))

    assert isinstance(merge.both(Nothing(), String()), Nothing)
    assert found == []


@pytest.mark.parametrize(
    ("left", "right", "step"), [(4, 6, 12), (None, 6, 6), (0.5, 2, 2), (3, None, 3)]
)
def test_steps_are_merged(left: float | None, right: float | None, step: float) -> None:
    """The common multiple of whole steps is the least one."""
    merged = MERGE.both(Number(multiple_of=left), Number(multiple_of=right))

    assert merged == Number(multiple_of=step)
