# Made by specpress 0.1.0, content 91607e21650fac30. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class CreateBookResponse422ErrorsItem(Model):
    """A part of `CreateBookResponse422`."""

    path: list[StrictStr | StrictInt] | MISSING = MISSING
    message: StrictStr | MISSING = MISSING


class CreateBookResponse422(Model):
    """What `createBook` answers with status 422."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    errors: list[CreateBookResponse422ErrorsItem] | MISSING = MISSING
