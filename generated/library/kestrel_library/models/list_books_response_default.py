# Made by specpress 0.1.0, content 055d8cc38854a2ed. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, JsonValue, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class ListBooksResponseDefault(Model):
    """What `listBooks` answers with status default."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    detail: JsonValue | MISSING = MISSING
    trace: StrictStr | MISSING = MISSING


CreateBookResponseDefault: TypeAlias = ListBooksResponseDefault
"""What `createBook` answers with status default."""

CreateLoanResponseDefault: TypeAlias = ListBooksResponseDefault
"""What `createLoan` answers with status default."""
