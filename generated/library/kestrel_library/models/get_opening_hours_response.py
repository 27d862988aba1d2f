# Made by specpress 0.1.0, content 1727442d6af78f04. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictStr

from .._runtime.models import Model


class GetOpeningHoursResponseError(Model):
    """A part of `GetOpeningHoursResponse`."""

    code: StrictStr | MISSING = MISSING
    message: StrictStr | MISSING = MISSING
    hints: list[JsonValue] | MISSING = MISSING


class GetOpeningHoursResponse(Model):
    """What `getOpeningHours` answers with status 404."""

    error: GetOpeningHoursResponseError | MISSING = MISSING
