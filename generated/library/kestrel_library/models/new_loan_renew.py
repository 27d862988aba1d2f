# Made by specpress 0.1.0, content a9b7ae69cd3b89cf. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Literal, TypeAlias

NewLoanRenew: TypeAlias = Literal["never", "once", "always"]
"""A part of `NewLoan`."""
