# Made by specpress 0.1.0, content af0aa97ef2ef9399. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response import GetBookResponse

CreateBookResponse: TypeAlias = GetBookResponse
"""What `createBook` answers with status 201."""
