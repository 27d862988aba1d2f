# Made by specpress 0.1.0, content 63bf152b49d4d942. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, JsonValue, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class GetBookResponseShelf(Model):
    """A part of `GetBookResponse`."""

    branch: StrictStr | MISSING = MISSING
    floor: StrictInt | MISSING = MISSING
    code: StrictStr | MISSING = MISSING
    previous: list[JsonValue] | MISSING = MISSING


ListBooksResponseItemsItemShelf: TypeAlias = GetBookResponseShelf

CreateBookResponseShelf: TypeAlias = GetBookResponseShelf

UpdateBookResponseShelf: TypeAlias = GetBookResponseShelf
