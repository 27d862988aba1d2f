# Made by specpress 0.1.0, content e61bb4dfa34f5cfe. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model
from .list_books_response_items_item import ListBooksResponseItemsItem


class ListBooksResponse(Model):
    """What `listBooks` answers with status 200."""

    items: list[ListBooksResponseItemsItem] | MISSING = MISSING

    page: StrictInt | MISSING = MISSING

    pages: StrictInt | MISSING = MISSING

    total: StrictInt | MISSING = MISSING

    next: StrictStr | MISSING = MISSING
