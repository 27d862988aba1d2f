# Made by specpress 0.1.0, content a9ae150afa94081e. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.fields import UNIQUE
from .._runtime.numbers import StrictInt
from .._runtime.rules import Ruled, Rules
from .shelf import Shelf

_Isbn_2: TypeAlias = Annotated[StrictStr, Field(pattern="^97[89][0-9]{10}\\Z")] | None

_Title_2: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=300)]

_Language_2: TypeAlias = Annotated[StrictStr, Field(pattern="^[a-z]{2}\\Z")]

_Pages_2: TypeAlias = Annotated[StrictInt, Field(ge=1, le=20000)]

_Subjects_2: TypeAlias = Annotated[
    Annotated[list[Annotated[StrictStr, Field(pattern="^[a-z][a-z -]*\\Z")]], UNIQUE],
    Field(max_length=12),
]


class BookChanges(Ruled, rules=Rules('{"minProperties":1}')):
    """What `updateBook` sends."""

    isbn: _Isbn_2 | MISSING = MISSING
    """The ISBN-13 without hyphens; null for what was printed before 1970."""
    title: _Title_2 | MISSING = MISSING
    """The title. Example: `"The Odyssey"`."""
    subtitle: StrictStr | None | MISSING = MISSING
    """The subtitle, if there is one."""
    language: _Language_2 | MISSING = MISSING
    """A language code of two letters. Default: `"en"`."""
    pages: _Pages_2 | MISSING = MISSING
    """How many pages it has."""
    subjects: _Subjects_2 | MISSING = MISSING
    """What it is about."""
    shelf: Shelf | None | MISSING = MISSING
    """Where it stands; `null` while it is in the post."""
