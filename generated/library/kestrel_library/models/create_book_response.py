# Made by specpress 0.1.0, content ad3b0d7112c8d851. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictBool, StrictFloat, StrictInt, StrictStr

from .._runtime.models import Model
from .create_book_response_authors_item import CreateBookResponseAuthorsItem
from .create_book_response_ratings import CreateBookResponseRatings
from .create_book_response_shelf import CreateBookResponseShelf


class CreateBookResponse(Model):
    """What `createBook` answers with status 201."""

    id: StrictStr | MISSING = MISSING

    isbn: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    subtitle: JsonValue | MISSING = MISSING

    language: StrictStr | MISSING = MISSING

    published: StrictStr | MISSING = MISSING

    pages: StrictInt | MISSING = MISSING

    weight: StrictFloat | MISSING = MISSING

    available: StrictBool | MISSING = MISSING

    authors: list[CreateBookResponseAuthorsItem] | MISSING = MISSING

    subjects: list[StrictStr] | MISSING = MISSING

    shelf: CreateBookResponseShelf | MISSING = MISSING

    cover: JsonValue | MISSING = MISSING

    ratings: CreateBookResponseRatings | MISSING = MISSING
