# Made by specpress 0.1.0, content f4bd2c33b17701ca. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model
from .create_book_response422_errors_item import CreateBookResponse422ErrorsItem


class CreateBookResponse422(Model):
    """What `createBook` answers with status 422."""

    type: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING

    status: StrictInt | MISSING = MISSING

    errors: list[CreateBookResponse422ErrorsItem] | MISSING = MISSING
