# Made by specpress 0.1.0, content 0c87f4ffbd07627c. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .delete_book_response import DeleteBookResponse

ReplaceSubjectsResponse404: TypeAlias = DeleteBookResponse
"""What `replaceSubjects` answers with status 404."""
