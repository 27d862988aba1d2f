# Made by specpress 0.1.0, content fa2b297b7b589dc0. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictBool, StrictInt, StrictStr

from .._runtime.models import Model


class CreateLoanResponseMember(Model):
    """A part of `CreateLoanResponse`."""

    id: StrictInt | MISSING = MISSING

    name: StrictStr | MISSING = MISSING

    blocked: StrictBool | MISSING = MISSING
