"""Texts that would make another path, by the style of their parameter."""

from __future__ import annotations

import pytest

from specpress.emit.cases.slots import Slot
from specpress.emit.cases.trials import Trials
from specpress.ir.nodes import Parameter, Style
from specpress.ir.types import String

REFUSED: dict[Style, list[str]] = {
    "simple": ["", ".", ".."],
    "label": ["", "."],
    "matrix": [],
}


@pytest.mark.parametrize("style", REFUSED)
def test_what_makes_another_path_is_refused(style: Style) -> None:
    """A style that puts a mark before the value makes some of them harmless."""
    parameter = Parameter(
        name="id", location="path", type=String(), required=True, style=style
    )
    slot = Slot("id", "id", "path", String(), True, True, parameter)
    (made,) = Trials({}).of([slot], [slot], None, lambda *_: True, lambda *_: True)

    invalid = made["invalid"]
    assert isinstance(invalid, list)
    assert [c["value"] for c in invalid if c["rules"] == ["segment"]] == REFUSED[style]
