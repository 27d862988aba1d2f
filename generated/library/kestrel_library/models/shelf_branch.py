# Made by specpress 0.1.0, content 825a09cfbfbea259. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Literal, TypeAlias

ShelfBranch: TypeAlias = Literal["kestrel-lane", "old-mill", "harbour"]
"""A part of `Shelf`."""
