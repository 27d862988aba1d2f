# Made by specpress 0.1.0, content e977474719e6fba2. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictBool, StrictFloat, StrictInt, StrictStr

from .._runtime.models import Model
from .update_book_response_authors_item import UpdateBookResponseAuthorsItem
from .update_book_response_ratings import UpdateBookResponseRatings
from .update_book_response_shelf import UpdateBookResponseShelf


class UpdateBookResponse(Model):
    """What `updateBook` answers with status 200."""

    id: StrictStr | MISSING = MISSING

    isbn: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    subtitle: JsonValue | MISSING = MISSING

    language: StrictStr | MISSING = MISSING

    published: StrictStr | MISSING = MISSING

    pages: StrictInt | MISSING = MISSING

    weight: StrictFloat | MISSING = MISSING

    available: StrictBool | MISSING = MISSING

    authors: list[UpdateBookResponseAuthorsItem] | MISSING = MISSING

    subjects: list[StrictStr] | MISSING = MISSING

    shelf: UpdateBookResponseShelf | MISSING = MISSING

    cover: JsonValue | MISSING = MISSING

    ratings: UpdateBookResponseRatings | MISSING = MISSING
