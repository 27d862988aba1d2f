# Made by specpress 0.1.0, content 164f4f667b11d9c8. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Literal

from pydantic import StrictStr

from .._runtime.models import Model


class ByMail(Model):
    """A part of `Notification`."""

    kind: Literal["mail"]

    address: StrictStr
