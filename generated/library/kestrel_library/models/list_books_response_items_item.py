# Made by specpress 0.1.0, content f68cff394d0e772b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictBool, StrictFloat, StrictInt, StrictStr

from .._runtime.models import Model
from .list_books_response_items_item_authors_item import (
    ListBooksResponseItemsItemAuthorsItem,
)
from .list_books_response_items_item_cover import ListBooksResponseItemsItemCover
from .list_books_response_items_item_ratings import ListBooksResponseItemsItemRatings
from .list_books_response_items_item_shelf import ListBooksResponseItemsItemShelf


class ListBooksResponseItemsItem(Model):
    """A part of `ListBooksResponse`."""

    id: StrictStr | MISSING = MISSING

    isbn: StrictStr | None | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    subtitle: StrictStr | None | MISSING = MISSING

    language: StrictStr | MISSING = MISSING

    published: StrictStr | MISSING = MISSING

    pages: StrictInt | MISSING = MISSING

    weight: StrictFloat | MISSING = MISSING

    available: StrictBool | MISSING = MISSING

    authors: list[ListBooksResponseItemsItemAuthorsItem] | MISSING = MISSING

    subjects: list[StrictStr] | MISSING = MISSING

    shelf: ListBooksResponseItemsItemShelf | None | MISSING = MISSING

    cover: ListBooksResponseItemsItemCover | None | MISSING = MISSING

    ratings: ListBooksResponseItemsItemRatings | MISSING = MISSING
