# Made by specpress 0.1.0, content 00295f23f7680464. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_authors_item import GetBookResponseAuthorsItem

ListBooksResponseItemsItemAuthorsItem: TypeAlias = GetBookResponseAuthorsItem
"""A part of `ListBooksResponseItemsItem`."""
