# Made by specpress 0.1.0, content 9ca01894386618dc. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response_ratings import GetBookResponseRatings

CreateBookResponseRatings: TypeAlias = GetBookResponseRatings
"""The same as `GetBookResponseRatings`."""
