# Made by specpress 0.1.0, content edc9b3627be1695d. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class GetBookResponseAuthorsItem(Model):
    """A part of `GetBookResponse`."""

    name: StrictStr | MISSING = MISSING

    role: StrictStr | MISSING = MISSING

    born: StrictInt | None | MISSING = MISSING
