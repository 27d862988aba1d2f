# Made by specpress 0.1.0, content 18cdd337c1d144e8. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class CreateBookResponse422ErrorsItem(Model):
    """A part of `CreateBookResponse422`."""

    path: list[StrictStr | StrictInt] | MISSING = MISSING

    message: StrictStr | MISSING = MISSING
