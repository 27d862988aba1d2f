"""The differences between two APIs."""

from __future__ import annotations

import pytest

from specpress.ir.compare import differences
from specpress.ir.nodes import Api, Operation, Parameter, Response
from specpress.ir.types import Boolean, Integer, String, Type
from specpress.source import Span


def _api(*operations: Operation, title: str = "T") -> Api:
    return Api(title=title, version="1", operations=operations)


def _operation(id_: str, type_: Type | None = None, **more: object) -> Operation:
    parameter = Parameter(name="q", location="query", type=type_ or String())
    return Operation(
        id=id_,
        method="GET",
        path="/a",
        parameters=(parameter,),
        **more,  # type: ignore[arg-type]  # what the fields take
    )


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (_api(), _api(), ()),
        (_api(), _api(title="U"), ("title: 'T' != 'U'",)),
        (
            _api(_operation("a", String(max_length=2))),
            _api(_operation("a", String(max_length=3))),
            ("operations[a].parameters[q].type.max_length: 2 != 3",),
        ),
        (
            _api(_operation("a", Integer())),
            _api(_operation("a", Boolean())),
            ("operations[a].parameters[q].type.type: 'integer' != 'boolean'",),
        ),
        (
            _api(_operation("a"), _operation("b")),
            _api(_operation("b"), _operation("a")),
            ("operations: the order a, b != b, a",),
        ),
        (
            _api(_operation("a", tags=("x", "y"))),
            _api(_operation("a", tags=("x",))),
            ("operations[a].tags[1]: 'y' != nothing",),
        ),
        (
            _api(_operation("a", span=Span("a", 1, 2), origin="config")),
            _api(_operation("a")),
            (),
        ),
    ],
)
def test_differences(left: Api, right: Api, told: tuple[str, ...]) -> None:
    """Each difference is a line with its path; places and origins are none."""
    assert differences(left, right) == told


def test_what_is_missing_is_one_difference() -> None:
    """Of an item that only one side has, nothing inside is listed."""
    response = Response(status="200", description="fine")
    with_one = _operation("a", responses=(response,))
    (line,) = differences(_api(with_one), _api(_operation("a")))

    assert line.startswith("operations[a].responses: [")
    assert line.endswith(" != nothing")
