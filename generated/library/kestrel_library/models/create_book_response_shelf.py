# Made by specpress 0.1.0, content 7ce5a0fc2b7ae0cf. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_shelf import GetBookResponseShelf

CreateBookResponseShelf: TypeAlias = GetBookResponseShelf
"""The same as `GetBookResponseShelf`."""
