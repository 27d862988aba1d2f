# Made by specpress 0.1.0, content d16913a595c98a7d. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from .list_books_response_items_item_cover import ListBooksResponseItemsItemCover

CreateLoanResponseBooksItemCover: TypeAlias = ListBooksResponseItemsItemCover
"""A part of `CreateLoanResponseBooksItem`."""
