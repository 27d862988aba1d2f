# Made by specpress 0.1.0, content ff58f2f1b06de460. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from pydantic import MISSING, JsonValue

from .._runtime.models import Model


class ListBooksParams(Model):
    """Checks the parameters of `listBooks`."""

    subject: list[JsonValue] | MISSING = MISSING
