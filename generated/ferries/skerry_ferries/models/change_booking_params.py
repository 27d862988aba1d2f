# Made by specpress 0.1.0, content 8d9a7f205b58b309. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StrictStr

from .._runtime.models import Model

_BookingId: TypeAlias = Annotated[StrictStr, Field(pattern="^[A-Z]{2}[0-9]{6}\\Z")]


class ChangeBookingParams(Model):
    """Checks the parameters of `changeBooking`."""

    booking_id: _BookingId = Field(
        validation_alias="bookingId", serialization_alias="bookingId"
    )
