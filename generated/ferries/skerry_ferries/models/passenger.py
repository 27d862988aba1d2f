# Made by specpress 0.1.0, content b2e2f66621f4f276. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictBool, StrictStr

from .._runtime.fields import OPEN, absent
from .._runtime.models import Model

PassengerKind: TypeAlias = Annotated[Literal["adult", "child", "senior"] | str, OPEN]

_Name: TypeAlias = Annotated[StrictStr, Field(min_length=1)]


class Passenger(Model):
    """A part of `Booking`."""

    name: _Name
    kind: PassengerKind
    assistance: StrictBool | MISSING = MISSING
    """Default: `false`."""
    with_: list[Passenger] | MISSING = absent("with")
    """Those who travel in the care of this one."""
