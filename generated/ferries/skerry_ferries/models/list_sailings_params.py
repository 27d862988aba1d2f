# Made by specpress 0.1.0, content 0c46d37d5e5e4c0d. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.fields import UNIQUE
from .._runtime.models import Model
from .._runtime.times import WireDate
from .facility import Facility
from .list_sailings_within import ListSailingsWithin

_From_2: TypeAlias = Annotated[StrictStr, Field(pattern="^[A-Z]{3}\\Z")]

_OnBoard: TypeAlias = Annotated[list[Facility], UNIQUE]


class ListSailingsParams(Model):
    """Checks the parameters of `listSailings`."""

    from_: _From_2 = Field(validation_alias="from", serialization_alias="from")
    day: WireDate | MISSING = MISSING
    on_board: _OnBoard | MISSING = MISSING
    within: ListSailingsWithin | MISSING = MISSING
