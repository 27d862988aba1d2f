# Made by specpress 0.1.0, content c0332adb268fa8ed. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictInt, StrictStr

from .._runtime.models import Model


class GetBookResponseShelf(Model):
    """A part of `GetBookResponse`."""

    branch: StrictStr | MISSING = MISSING

    floor: StrictInt | MISSING = MISSING

    code: StrictStr | MISSING = MISSING

    previous: list[JsonValue] | MISSING = MISSING
