# Made by specpress 0.1.0, content 9058c22bb1a4c12d. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt

ShelfBranch: TypeAlias = Literal["kestrel-lane", "old-mill", "harbour"]

_Floor: TypeAlias = Annotated[StrictInt, Field(ge=-1, le=4)]

_Code: TypeAlias = Annotated[StrictStr, Field(min_length=3, max_length=20)]


class Shelf(Model):
    """A part of `NewBook`."""

    branch: ShelfBranch
    """The branch."""
    floor: _Floor | MISSING = MISSING
    code: _Code
    """Example: `"883.01 HOM"`."""
