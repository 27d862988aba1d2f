# Made by specpress 0.1.0, content f0cb517af5f7e523. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt

from .._runtime.fields import absent
from .._runtime.models import Model


class ListBooksResponseItemsItemRatings(Model):
    """A part of `ListBooksResponseItemsItem`."""

    field_5: StrictInt | MISSING = absent("5")

    field_4: StrictInt | MISSING = absent("4")

    field_1: StrictInt | MISSING = absent("1")
