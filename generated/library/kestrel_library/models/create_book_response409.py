# Made by specpress 0.1.0, content 39c831ff4af86c0e. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model
from .create_book_response409_existing import CreateBookResponse409Existing


class CreateBookResponse409(Model):
    """What `createBook` answers with status 409."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    existing: CreateBookResponse409Existing | MISSING = MISSING
