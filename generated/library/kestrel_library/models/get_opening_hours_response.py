# Made by specpress 0.1.0, content d78af106cd9d1377. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING

from .._runtime.models import Model
from .get_opening_hours_response_error import GetOpeningHoursResponseError


class GetOpeningHoursResponse(Model):
    """What `getOpeningHours` answers with status 404."""

    error: GetOpeningHoursResponseError | MISSING = MISSING
