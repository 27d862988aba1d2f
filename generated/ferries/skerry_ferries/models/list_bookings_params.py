# Made by specpress 0.1.0, content b7eb3f745c031e05. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from pydantic import Field

from .._runtime.models import Model
from .._runtime.scalars import WireUuid


class ListBookingsParams(Model):
    """Checks the parameters of `listBookings`."""

    sailing_id: WireUuid = Field(
        validation_alias="sailingId", serialization_alias="sailingId"
    )
