# Made by specpress 0.1.0, content bad59ff907f1801a. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue, StrictInt, StrictStr

from .._runtime.models import Model


class CreateLoanResponseDefault(Model):
    """What `createLoan` answers with status default."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    detail: JsonValue | MISSING = MISSING

    trace: StrictStr | MISSING = MISSING
