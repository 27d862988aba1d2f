# Made by specpress 0.1.0, content ce29635ab886c156. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field

from .._runtime.models import Model
from .._runtime.numbers import StrictInt

_Least: TypeAlias = Annotated[StrictInt, Field(ge=0)]

_Most: TypeAlias = Annotated[StrictInt, Field(ge=1)]


class ListSailingsWithin(Model):
    """Used by `listSailings`."""

    least: _Least | MISSING = MISSING
    most: _Most | MISSING = MISSING
