# Made by specpress 0.1.0, content f6cb7a194341811b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .list_books_response_default import ListBooksResponseDefault

CreateBookResponseDefault: TypeAlias = ListBooksResponseDefault
"""What `createBook` answers with status default."""
