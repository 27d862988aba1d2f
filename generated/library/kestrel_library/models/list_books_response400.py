# Made by specpress 0.1.0, content 3014ca5407581a47. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class ListBooksResponse400(Model):
    """What `listBooks` answers with status 400."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    parameter: StrictStr | MISSING = MISSING
    allowed: list[StrictStr] | MISSING = MISSING
