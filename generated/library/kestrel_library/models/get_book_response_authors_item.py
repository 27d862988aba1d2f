# Made by specpress 0.1.0, content c51e2a4def8741aa. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class GetBookResponseAuthorsItem(Model):
    """A part of `GetBookResponse`."""

    name: StrictStr | MISSING = MISSING
    role: StrictStr | MISSING = MISSING
    born: StrictInt | None | MISSING = MISSING


ListBooksResponseItemsItemAuthorsItem: TypeAlias = GetBookResponseAuthorsItem

CreateBookResponseAuthorsItem: TypeAlias = GetBookResponseAuthorsItem

UpdateBookResponseAuthorsItem: TypeAlias = GetBookResponseAuthorsItem
