# Made by specpress 0.1.0, content 39a62296342f5372. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictBool, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictFloat, StrictInt
from .get_book_response_authors_item import ListBooksResponseItemsItemAuthorsItem
from .get_book_response_ratings import ListBooksResponseItemsItemRatings
from .get_book_response_shelf import ListBooksResponseItemsItemShelf
from .list_books_response_items_item_cover import ListBooksResponseItemsItemCover


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


class ListBooksResponse(Model):
    """What `listBooks` answers with status 200."""

    items: list[ListBooksResponseItemsItem] | MISSING = MISSING
    page: StrictInt | MISSING = MISSING
    pages: StrictInt | MISSING = MISSING
    total: StrictInt | MISSING = MISSING
    next: StrictStr | MISSING = MISSING
