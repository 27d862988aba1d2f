# Made by specpress 0.1.0, content c52038c880bbde35. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.fields import absent
from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class GetBookResponse5XX(Model):
    """What `getBook` answers with status 5XX."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    retry_after: StrictInt | MISSING = absent("retryAfter")
