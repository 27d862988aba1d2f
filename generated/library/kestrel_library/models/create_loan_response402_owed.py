# Made by specpress 0.1.0, content 45aad991821313e7. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictFloat, StrictStr

from .._runtime.models import Model


class CreateLoanResponse402Owed(Model):
    """A part of `CreateLoanResponse402`."""

    amount: StrictFloat | MISSING = MISSING

    currency: StrictStr | MISSING = MISSING
