# Made by specpress 0.1.0, content ce6adeb1d2ef553a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt
from .._runtime.texts import UriReferenceText

_Status_2: TypeAlias = Annotated[StrictInt, Field(ge=100, le=599)]

_PlacesLeft: TypeAlias = Annotated[StrictInt, Field(ge=0)]


class CreateBookingResponse409(Model):
    """What `createBooking` answers with status 409."""

    type: UriReferenceText | MISSING = MISSING
    """Default: `"about:blank"`."""
    title: StrictStr | MISSING = MISSING
    status: _Status_2 | MISSING = MISSING
    detail: StrictStr | MISSING = MISSING
    places_left: _PlacesLeft | MISSING = MISSING
