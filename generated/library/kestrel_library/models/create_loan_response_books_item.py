# Made by specpress 0.1.0, content d81af7568298deab. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictBool, StrictInt, StrictStr

from .._runtime.models import Model
from .create_loan_response_books_item_cover import CreateLoanResponseBooksItemCover
from .create_loan_response_books_item_ratings import CreateLoanResponseBooksItemRatings


class CreateLoanResponseBooksItem(Model):
    """A part of `CreateLoanResponse`."""

    id: StrictStr | MISSING = MISSING

    isbn: JsonValue | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    subtitle: StrictStr | MISSING = MISSING

    language: StrictStr | MISSING = MISSING

    published: StrictStr | MISSING = MISSING

    pages: StrictInt | MISSING = MISSING

    weight: StrictInt | MISSING = MISSING

    available: StrictBool | MISSING = MISSING

    authors: list[JsonValue] | MISSING = MISSING

    subjects: list[JsonValue] | MISSING = MISSING

    shelf: JsonValue | MISSING = MISSING

    cover: CreateLoanResponseBooksItemCover | MISSING = MISSING

    ratings: CreateLoanResponseBooksItemRatings | MISSING = MISSING
