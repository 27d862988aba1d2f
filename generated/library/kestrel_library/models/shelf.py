# Made by specpress 0.1.0, content 5fc1ae6e67fa1a00. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictInt, StrictStr

from .._runtime.models import Model
from .shelf_branch import ShelfBranch

_Floor: TypeAlias = Annotated[StrictInt, Field(ge=-1, le=4)]

_Code: TypeAlias = Annotated[StrictStr, Field(min_length=3, max_length=20)]


class Shelf(Model):
    """A part of `NewBook`."""

    branch: ShelfBranch
    """The branch."""

    floor: _Floor | MISSING = MISSING

    code: _Code
