# Made by specpress 0.1.0, content a8edcc6d4da476fb. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StrictStr

from .._runtime.models import Model
from .._runtime.texts import EmailText
from .._runtime.unions import Variants


class ByMail(Model):
    """A part of `Contact`."""

    by: Literal["mail"]
    address: EmailText


_Number: TypeAlias = Annotated[StrictStr, Field(pattern="^\\+[0-9]{6,15}\\Z")]


class ByPhone(Model):
    """A part of `Contact`."""

    by: Literal["phone"]
    number: _Number
    """Example: `"+4790000000"`."""


Contact: TypeAlias = Annotated[
    ByPhone | ByMail, Variants("by", {"phone": ByPhone, "mail": ByMail})
]
