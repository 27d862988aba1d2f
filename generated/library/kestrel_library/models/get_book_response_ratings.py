# Made by specpress 0.1.0, content 6ab51870c0746715. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING

from .._runtime.fields import absent
from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class GetBookResponseRatings(Model):
    """A part of `GetBookResponse`."""

    field_5: StrictInt | MISSING = absent("5")
    field_4: StrictInt | MISSING = absent("4")
    field_1: StrictInt | MISSING = absent("1")


ListBooksResponseItemsItemRatings: TypeAlias = GetBookResponseRatings

CreateBookResponseRatings: TypeAlias = GetBookResponseRatings

UpdateBookResponseRatings: TypeAlias = GetBookResponseRatings
