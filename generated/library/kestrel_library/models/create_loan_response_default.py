# Made by specpress 0.1.0, content 725925de6d7a70b8. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .list_books_response_default import ListBooksResponseDefault

CreateLoanResponseDefault: TypeAlias = ListBooksResponseDefault
"""What `createLoan` answers with status default."""
