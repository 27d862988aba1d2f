# Made by specpress 0.1.0, content 4240d216f2113c39. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field, StrictStr

from .._runtime.fields import UNIQUE

ReplaceSubjectsBody: TypeAlias = Annotated[
    Annotated[
        list[Annotated[StrictStr, Field(max_length=40, pattern="^[a-z][a-z -]*\\Z")]],
        UNIQUE,
    ],
    Field(max_length=12),
]
"""What a body holds."""
