# Made by specpress 0.1.0, content c77b9122b0cbe3ac. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_shelf import GetBookResponseShelf

ListBooksResponseItemsItemShelf: TypeAlias = GetBookResponseShelf
"""A part of `ListBooksResponseItemsItem`."""
