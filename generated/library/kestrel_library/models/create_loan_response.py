# Made by specpress 0.1.0, content 52e1dde4fa9b34e0. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictInt, StrictStr

from .._runtime.fields import absent
from .._runtime.models import Model
from .create_loan_response_books_item import CreateLoanResponseBooksItem
from .create_loan_response_member import CreateLoanResponseMember


class CreateLoanResponse(Model):
    """What `createLoan` answers with status 201."""

    id: StrictStr | MISSING = MISSING

    member: CreateLoanResponseMember | MISSING = MISSING

    books: list[CreateLoanResponseBooksItem] | MISSING = MISSING

    from_: StrictStr | MISSING = absent("from")

    to: StrictStr | MISSING = MISSING

    renewals: StrictInt | MISSING = MISSING

    fine: JsonValue | MISSING = MISSING
