# Made by specpress 0.1.0, content 2ab7225eb36504a1. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime.fields import OPEN

Facility: TypeAlias = Annotated[Literal["cafe", "charger", "cabin", "lift"] | str, OPEN]
"""Used by `listSailings`."""
