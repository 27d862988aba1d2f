# Made by specpress 0.1.0, content b9d4240cc5e2e450. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class UpdateBookResponseAuthorsItem(Model):
    """A part of `UpdateBookResponse`."""

    name: StrictStr | MISSING = MISSING

    role: StrictStr | MISSING = MISSING

    born: StrictInt | None | MISSING = MISSING
