"""Which values are of a type."""

from __future__ import annotations

import pytest

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
from specpress.ir.values import Json
from specpress.lower.accepts import accepts

OPEN = Object(fields=(Field(name="a", type=Null(), required=True),))
CLOSED = Object(fields=(Field(name="a", type=Null()),), additional=Nothing())


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        (Anything(), [1, None, {}], []),
        (Nothing(), [], [1, None, {}]),
        (Null(), [None], [0, False, ""]),
        (Boolean(), [True, False], [0, 1, "true"]),
        (Integer(), [1, 1.0, -1], [1.5, True, "1"]),
        (Integer(minimum=1, maximum=3), [1, 3], [0, 4]),
        (Number(exclusive_minimum=1, exclusive_maximum=3), [1.1, 2], [1, 3, True]),
        (String(min_length=1, max_length=2), ["a", "ab"], ["", "abc", 1]),
        (String(format="date"), ["2020-02-29"], ["2020-02-30", "x"]),
        (String(format="date-time"), ["2020-01-01T00:00:00Z"], ["x"]),
        (String(format="uuid"), [f"{0:08}-0000-0000-0000-{0:012}"], ["x", "0" * 32]),
        (String(format="byte"), ["", "QQ==", "QUJD"], ["Q", "a b", "QQ"]),
        (Integer(format="int32"), [2**31 - 1, -(2**31)], [2**31, -(2**31) - 1]),
        (Number(), [1e300], [float("inf"), float("nan")]),
        (String(format="other"), ["x"], []),
        (Enum(values=(Json.of(1), Json.of("a"))), [1, "a"], [True, "1"]),
        (List(item=Null()), [[], [None]], [[1], {}, "", None]),
        (Map(value=Null()), [{}, {"a": None}], [{"a": 1}, []]),
        (OPEN, [{"a": None}, {"a": None, "b": 1}], [{}, {"a": 1}, []]),
        (CLOSED, [{}, {"a": None}], [{"b": 1}]),
        (Union(members=(Null(), String())), [None, "a"], [1]),
        (Ref(target="x"), [True], [1]),
    ],
)
def test_a_value_is_of_a_type_or_is_not(
    type_: Type, good: list[object], bad: list[object]
) -> None:
    """Kinds, bounds, members and known formats decide."""

    def resolve(_: Ref) -> Type:
        return Boolean()

    assert [value for value in good if not accepts(type_, value, resolve)] == []
    assert [value for value in bad if accepts(type_, value, resolve)] == []
