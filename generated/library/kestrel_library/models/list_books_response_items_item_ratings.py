# Made by specpress 0.1.0, content 4e8085bd06f6f044. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_ratings import GetBookResponseRatings

ListBooksResponseItemsItemRatings: TypeAlias = GetBookResponseRatings
"""A part of `ListBooksResponseItemsItem`."""
