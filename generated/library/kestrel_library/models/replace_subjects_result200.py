# Made by specpress 0.1.0, content d1524f4057fe1a60. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import TypeAlias

from pydantic import StrictStr

ReplaceSubjectsResult200: TypeAlias = list[StrictStr]
"""What a body holds."""
