# Made by specpress 0.1.0, content 21dc684489e45a2a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictFloat, StrictInt


class CreateLoanResponse402Owed(Model):
    """A part of `CreateLoanResponse402`."""

    amount: StrictFloat | MISSING = MISSING
    currency: StrictStr | MISSING = MISSING


class CreateLoanResponse402(Model):
    """What `createLoan` answers with status 402."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    owed: CreateLoanResponse402Owed | MISSING = MISSING
