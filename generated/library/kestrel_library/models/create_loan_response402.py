# Made by specpress 0.1.0, content 0805416a096819cc. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model
from .create_loan_response402_owed import CreateLoanResponse402Owed


class CreateLoanResponse402(Model):
    """What `createLoan` answers with status 402."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    owed: CreateLoanResponse402Owed | MISSING = MISSING
