# Made by specpress 0.1.0, content 1ce0c88193576b3c. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_authors_item import GetBookResponseAuthorsItem

CreateBookResponseAuthorsItem: TypeAlias = GetBookResponseAuthorsItem
"""The same as `GetBookResponseAuthorsItem`."""
