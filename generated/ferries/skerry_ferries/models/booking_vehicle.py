# Made by specpress 0.1.0, content c839182095b0539c. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StrictBool, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictFloat
from .._runtime.unions import Variants


class Bicycle(Model):
    """A part of `BookingVehicle`."""

    cargo: StrictBool


_Length: TypeAlias = Annotated[StrictFloat, Field(gt=0, le=20)]


class Car(Model):
    """A part of `BookingVehicle`."""

    plate: StrictStr
    length: _Length
    """In metres."""


BookingVehicle: TypeAlias = Annotated[Car | Bicycle, Variants()]

BookingInputVehicle: TypeAlias = BookingVehicle
