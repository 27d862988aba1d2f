# Made by specpress 0.1.0, content f045d19a2814e787. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.models import Model
from .booking_vehicle import BookingInputVehicle
from .contact import Contact
from .passenger import Passenger

_Passengers_2: TypeAlias = Annotated[list[Passenger], Field(min_length=1, max_length=9)]

_Note_2: TypeAlias = Annotated[StrictStr, Field(max_length=200)] | None

_Card_2: TypeAlias = Annotated[StrictStr, Field(pattern="^[0-9]{12,19}\\Z")]


class BookingInput(Model):
    """What `createBooking` sends."""

    passengers: _Passengers_2
    contact: Contact
    vehicle: BookingInputVehicle | MISSING = MISSING
    note: _Note_2 | MISSING = MISSING
    card: _Card_2 | MISSING = MISSING
    """Example: `"4000000000000002"`."""
