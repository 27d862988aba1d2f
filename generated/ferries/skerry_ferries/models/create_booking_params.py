# Made by specpress 0.1.0, content 6c9345276570eed9. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.fields import absent
from .._runtime.models import Model
from .._runtime.scalars import WireUuid

_IdempotencyKey: TypeAlias = Annotated[StrictStr, Field(max_length=64)]


class CreateBookingParams(Model):
    """Checks the parameters of `createBooking`."""

    sailing_id: WireUuid = Field(
        validation_alias="sailingId", serialization_alias="sailingId"
    )
    idempotency_key: _IdempotencyKey | MISSING = absent("Idempotency-Key")
