# Made by specpress 0.1.0, content 4b8de2624ba9215a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictBool, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictFloat, StrictInt
from .._runtime.scalars import WireUuid
from .._runtime.times import WireDateTime
from .facility import Facility

_From: TypeAlias = Annotated[StrictStr, Field(pattern="^[A-Z]{3}\\Z")]

_Fares: TypeAlias = dict[str, Annotated[StrictFloat, Field(ge=0)]]


class Sailing(Model):
    """A part of `ListSailingsResponse`."""

    id: WireUuid
    from_: _From = Field(validation_alias="from", serialization_alias="from")
    to: _From
    departs: WireDateTime
    """Local time, with its offset."""
    minutes: StrictInt
    """How long it takes. Example: `45`."""
    cancelled: StrictBool | MISSING = MISSING
    """Default: `false`."""
    on_board: list[Facility] | MISSING = MISSING
    fares: _Fares | MISSING = MISSING
    """Prices in crowns, by kind of passenger. Example: `{"adult":120,"child":60}`."""


class ListSailingsResponse(Model):
    """What `listSailings` answers with status 200."""

    sailings: list[Sailing]
    next: StrictStr | None | MISSING = MISSING
    """The cursor of the next page."""
