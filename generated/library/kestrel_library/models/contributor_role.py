# Made by specpress 0.1.0, content 8c012630b41d71d7. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Literal, TypeAlias

ContributorRole: TypeAlias = Literal["author", "editor", "translator", "illustrator"]
"""A part of `Contributor`."""
