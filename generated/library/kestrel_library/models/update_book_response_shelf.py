# Made by specpress 0.1.0, content 7891da42ca0d10d3. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_shelf import GetBookResponseShelf

UpdateBookResponseShelf: TypeAlias = GetBookResponseShelf
"""The same as `GetBookResponseShelf`."""
