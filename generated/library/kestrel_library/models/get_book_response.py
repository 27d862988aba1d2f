# Made by specpress 0.1.0, content 49484c10ef31fe0a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, JsonValue, StrictBool, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictFloat, StrictInt
from .get_book_response_authors_item import GetBookResponseAuthorsItem
from .get_book_response_ratings import GetBookResponseRatings
from .get_book_response_shelf import GetBookResponseShelf


class GetBookResponse(Model):
    """What `getBook` answers with status 200."""

    id: StrictStr | MISSING = MISSING
    isbn: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    subtitle: JsonValue | MISSING = MISSING
    language: StrictStr | MISSING = MISSING
    published: StrictStr | MISSING = MISSING
    pages: StrictInt | MISSING = MISSING
    weight: StrictFloat | MISSING = MISSING
    available: StrictBool | MISSING = MISSING
    authors: list[GetBookResponseAuthorsItem] | MISSING = MISSING
    subjects: list[StrictStr] | MISSING = MISSING
    shelf: GetBookResponseShelf | MISSING = MISSING
    cover: JsonValue | MISSING = MISSING
    ratings: GetBookResponseRatings | MISSING = MISSING


CreateBookResponse: TypeAlias = GetBookResponse
"""What `createBook` answers with status 201."""

UpdateBookResponse: TypeAlias = GetBookResponse
"""What `updateBook` answers with status 200."""
