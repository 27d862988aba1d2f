# Made by specpress 0.1.0, content ac0cdb412639eff5. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class ListBooksResponseItemsItemCover(Model):
    """A part of `ListBooksResponseItemsItem`."""

    url: StrictStr | MISSING = MISSING
    width: StrictInt | MISSING = MISSING
    height: StrictInt | MISSING = MISSING


CreateLoanResponseBooksItemCover: TypeAlias = ListBooksResponseItemsItemCover
