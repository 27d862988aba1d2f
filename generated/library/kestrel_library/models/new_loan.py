# Made by specpress 0.1.0, content 74a099ed626c7c8a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.closed import Closed
from .._runtime.models import Model
from .._runtime.numbers import StrictInt
from .._runtime.texts import EmailText
from .._runtime.times import WireDate
from .._runtime.unions import Variants

NewLoanRenew: TypeAlias = Literal["never", "once", "always"]


class ByMail(Model):
    """A part of `Notification`."""

    kind: Literal["mail"]
    address: EmailText


_Number: TypeAlias = Annotated[StrictStr, Field(pattern="^\\+[1-9][0-9]{6,14}\\Z")]


class ByPhone(Model):
    """A part of `Notification`."""

    kind: Literal["phone"]
    number: _Number


Notification: TypeAlias = Annotated[
    ByMail | ByPhone, Variants("kind", {"mail": ByMail, "phone": ByPhone})
]

_Books: TypeAlias = Annotated[
    list[Annotated[StrictStr, Field(pattern="^bk-[0-9]{4}\\Z")]],
    Field(min_length=1, max_length=10),
]

_Timeout: TypeAlias = Annotated[StrictInt, Field(ge=1, le=72)]

_Labels: TypeAlias = dict[str, Annotated[StrictStr, Field(max_length=30)]]


class NewLoan(Closed):
    """What `createLoan` sends."""

    books: _Books
    """The ids of the books."""
    from_: WireDate = Field(validation_alias="from", serialization_alias="from")
    """The first day."""
    to: WireDate
    """The last day."""
    renew: NewLoanRenew | None | MISSING = MISSING
    """How often it may be renewed."""
    timeout: _Timeout | MISSING = MISSING
    """After how many hours a reservation lapses."""
    notify: Notification | MISSING = MISSING
    """How to remind the member."""
    labels: _Labels | MISSING = MISSING
    """Anything the desk wants to note."""
