# Made by specpress 0.1.0, content c85c2d6bab70d897. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictInt, StrictStr

from .._runtime.models import Model
from .new_loan_renew import NewLoanRenew
from .notification import Notification

_Books: TypeAlias = Annotated[
    list[Annotated[StrictStr, Field(pattern="^bk-[0-9]{4}\\Z")]],
    Field(min_length=1, max_length=10),
]

_Timeout: TypeAlias = Annotated[StrictInt, Field(ge=1, le=72)]

_Labels: TypeAlias = dict[str, Annotated[StrictStr, Field(max_length=30)]]


class NewLoan(Model):
    """What `createLoan` sends."""

    books: _Books
    """The ids of the books."""

    from_: dt.date = Field(validation_alias="from", serialization_alias="from")
    """The first day."""

    to: dt.date
    """The last day."""

    renew: NewLoanRenew | None | MISSING = MISSING
    """How often it may be renewed."""

    timeout: _Timeout | MISSING = MISSING
    """After how many hours a reservation lapses."""

    notify: Notification | MISSING = MISSING
    """How to remind the member."""

    labels: _Labels | MISSING = MISSING
    """Anything the desk wants to note."""
