# Made by specpress 0.1.0, content 9e64b5ac65d1973b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class CreateBookResponseAuthorsItem(Model):
    """A part of `CreateBookResponse`."""

    name: StrictStr | MISSING = MISSING

    role: StrictStr | MISSING = MISSING

    born: StrictInt | None | MISSING = MISSING
