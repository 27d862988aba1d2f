# Made by specpress 0.1.0, content 5bb4fc52998f7aa7. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .delete_book_response import DeleteBookResponse

UpdateBookResponse404: TypeAlias = DeleteBookResponse
"""What `updateBook` answers with status 404."""
