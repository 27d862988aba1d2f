# Made by specpress 0.1.0, content 7a44e0f95c1d117f. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class CreateBookResponse409Existing(Model):
    """A part of `CreateBookResponse409`."""

    id: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING


class CreateBookResponse409(Model):
    """What `createBook` answers with status 409."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    existing: CreateBookResponse409Existing | MISSING = MISSING
