# Made by specpress 0.1.0, content addba00622bac5b7. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class UpdateBookResponse412(Model):
    """What `updateBook` answers with status 412."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
