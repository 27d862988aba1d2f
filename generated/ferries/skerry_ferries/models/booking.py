# Made by specpress 0.1.0, content 45e2c580ac1c4a3f. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.models import Model
from .._runtime.times import WireDateTime
from .booking_vehicle import BookingVehicle
from .contact import Contact
from .passenger import Passenger

_Passengers: TypeAlias = Annotated[list[Passenger], Field(min_length=1, max_length=9)]

_Note: TypeAlias = Annotated[StrictStr, Field(max_length=200)] | None

_Card: TypeAlias = Annotated[StrictStr, Field(pattern="^[0-9]{12,19}\\Z")]


class Booking(Model):
    """What `createBooking` answers with status 201."""

    id: StrictStr
    """The number of the booking. Set by the server."""
    made_at: WireDateTime
    """Set by the server."""
    passengers: _Passengers
    contact: Contact
    vehicle: BookingVehicle | MISSING = MISSING
    note: _Note | MISSING = MISSING
    card: _Card | MISSING = MISSING
    """Example: `"4000000000000002"`."""


ListBookingsResult200: TypeAlias = list[Booking]
"""What a body holds."""
