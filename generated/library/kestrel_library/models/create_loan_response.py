# Made by specpress 0.1.0, content 996f8d981fccdf87. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictBool, StrictStr

from .._runtime.fields import absent
from .._runtime.models import Model
from .._runtime.numbers import StrictInt
from .list_books_response_items_item_cover import CreateLoanResponseBooksItemCover


class CreateLoanResponseBooksItemRatings(Model):
    """A part of `CreateLoanResponseBooksItem`."""


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


class CreateLoanResponseMember(Model):
    """A part of `CreateLoanResponse`."""

    id: StrictInt | MISSING = MISSING
    name: StrictStr | MISSING = MISSING
    blocked: StrictBool | MISSING = MISSING


class CreateLoanResponse(Model):
    """What `createLoan` answers with status 201."""

    id: StrictStr | MISSING = MISSING
    member: CreateLoanResponseMember | MISSING = MISSING
    books: list[CreateLoanResponseBooksItem] | MISSING = MISSING
    from_: StrictStr | MISSING = absent("from")
    to: StrictStr | MISSING = MISSING
    renewals: StrictInt | MISSING = MISSING
    fine: JsonValue | MISSING = MISSING
