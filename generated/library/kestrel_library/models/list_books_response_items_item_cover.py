# Made by specpress 0.1.0, content a3562cf0b5516f96. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, StrictInt, StrictStr

from .._runtime.models import Model


class ListBooksResponseItemsItemCover(Model):
    """A part of `ListBooksResponseItemsItem`."""

    url: StrictStr | MISSING = MISSING

    width: StrictInt | MISSING = MISSING

    height: StrictInt | MISSING = MISSING
