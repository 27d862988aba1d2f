# Made by specpress 0.1.0, content a3e6702e0d41d053. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StrictStr

from .._runtime.models import Model

_BookingId_2: TypeAlias = Annotated[StrictStr, Field(pattern="^[A-Z]{2}[0-9]{6}\\Z")]


class CancelBookingParams(Model):
    """Checks the parameters of `cancelBooking`."""

    booking_id: _BookingId_2 = Field(
        validation_alias="bookingId", serialization_alias="bookingId"
    )
