# Made by specpress 0.1.0, content 1b00941fa38d0bbf. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class DeleteBookResponse4XX(Model):
    """What `deleteBook` answers with status 4XX."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    until: StrictStr | MISSING = MISSING
