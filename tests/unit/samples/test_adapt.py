"""Examples made to fit."""

from __future__ import annotations

from specpress.emit.samples.adapt import adapted
from specpress.ir.types import Field, List, Number, Object, String


def test_an_example_is_sent_in_the_order_of_the_fields() -> None:
    """Keys come in the type's order at every depth, unknown ones last; numbers are floats."""
    inner = Object(
        fields=(Field(name="b", type=String()), Field(name="a", type=Number()))
    )
    type_ = Object(fields=(Field(name="items", type=List(item=inner)),))
    given = {"x": 1, "items": [{"y": 2, "a": 3, "b": "c"}]}
    made = adapted(given, type_, {})
    assert str(made) == "{'items': [{'b': 'c', 'a': 3.0, 'y': 2}], 'x': 1}"
