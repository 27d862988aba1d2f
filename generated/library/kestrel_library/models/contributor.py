# Made by specpress 0.1.0, content 3690f14cd16e7dde. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictInt, StrictStr

from .._runtime.models import Model
from .contributor_role import ContributorRole

_Name: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=120)]

_Born: TypeAlias = Annotated[StrictInt, Field(ge=-3000, le=2100)] | None


class Contributor(Model):
    """A part of `NewBook`."""

    name: _Name
    """The name as printed on the title page."""

    role: ContributorRole | MISSING = MISSING
    """What the person did.

    Default: `"author"`."""

    born: _Born | MISSING = MISSING
    """The year of birth, `null` when it is not known."""
