# Made by specpress 0.1.0, content 084c356a82fba6e6. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt

from .._runtime.fields import absent
from .._runtime.models import Model


class CreateBookResponseRatings(Model):
    """A part of `CreateBookResponse`."""

    field_5: StrictInt | MISSING = absent("5")

    field_4: StrictInt | MISSING = absent("4")

    field_1: StrictInt | MISSING = absent("1")
