# Made by specpress 0.1.0, content 211db586312c982b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.rules import Ruled, Rules
from .contact import Contact

_Note_3: TypeAlias = Annotated[StrictStr, Field(max_length=200)] | None


class ChangeBookingRequest(Ruled, rules=Rules('{"minProperties":1}')):
    """What `changeBooking` sends."""

    note: _Note_3 | MISSING = MISSING
    contact: Contact | None | MISSING = MISSING
