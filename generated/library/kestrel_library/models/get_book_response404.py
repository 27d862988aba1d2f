# Made by specpress 0.1.0, content 6512fa5edb275736. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .delete_book_response import DeleteBookResponse

GetBookResponse404: TypeAlias = DeleteBookResponse
"""What `getBook` answers with status 404."""
