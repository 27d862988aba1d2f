# Made by specpress 0.1.0, content 6524509a884b5a64. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictStr

from .._runtime.models import Model


class CreateBookResponse409Existing(Model):
    """A part of `CreateBookResponse409`."""

    id: StrictStr | MISSING = MISSING

    title: StrictStr | MISSING = MISSING
