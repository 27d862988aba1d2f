# Made by specpress 0.1.0, content 9a9eef9bc3913902. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StrictStr

from .._runtime.models import Model

_Number: TypeAlias = Annotated[StrictStr, Field(pattern="^\\+[1-9][0-9]{6,14}\\Z")]


class ByPhone(Model):
    """A part of `Notification`."""

    kind: Literal["phone"]

    number: _Number
