# Made by specpress 0.1.0, content 2503c791ca2a9821. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import MISSING, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt


class DeleteBookResponse(Model):
    """What `deleteBook` answers with status 404."""

    type: StrictStr | MISSING = MISSING
    title: StrictStr | MISSING = MISSING
    status: StrictInt | MISSING = MISSING
    detail: StrictStr | MISSING = MISSING
    instance: StrictStr | MISSING = MISSING


GetBookResponse404: TypeAlias = DeleteBookResponse
"""What `getBook` answers with status 404."""

UpdateBookResponse404: TypeAlias = DeleteBookResponse
"""What `updateBook` answers with status 404."""

ReplaceSubjectsResponse404: TypeAlias = DeleteBookResponse
"""What `replaceSubjects` answers with status 404."""
