# Made by specpress 0.1.0, content b05fae2b3cf0248e. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class CreateLoanResponseBooksItemCover(Model):
    """A part of `CreateLoanResponseBooksItem`."""

    url: StrictStr | MISSING = MISSING

    width: StrictInt | MISSING = MISSING

    height: StrictInt | MISSING = MISSING
