# Made by specpress 0.1.0, content 93ddc9111eb1d11f. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .get_book_response import GetBookResponse

UpdateBookResponse: TypeAlias = GetBookResponse
"""What `updateBook` answers with status 200."""
