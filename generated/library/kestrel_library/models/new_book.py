# Made by specpress 0.1.0, content 91a05d0778e1fdff. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Kestrel Lane Library."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictBool, StrictStr

from .._runtime.fields import UNIQUE
from .._runtime.models import Model
from .._runtime.numbers import StrictFloat, StrictInt
from .._runtime.times import WireDate
from .shelf import Shelf

ContributorRole: TypeAlias = Literal["author", "editor", "translator", "illustrator"]

_Name: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=120)]

_Born: TypeAlias = Annotated[StrictInt, Field(ge=-3000, le=2100)] | None


class Contributor(Model):
    """A part of `NewBook`."""

    name: _Name
    """The name as printed on the title page. Example: `"Homer"`."""
    role: ContributorRole | MISSING = MISSING
    """What the person did. Default: `"author"`."""
    born: _Born | MISSING = MISSING
    """The year of birth, `null` when it is not known."""


_Isbn: TypeAlias = Annotated[StrictStr, Field(pattern="^97[89][0-9]{10}\\Z")] | None

_Title: TypeAlias = Annotated[StrictStr, Field(min_length=1, max_length=300)]

_Language: TypeAlias = Annotated[StrictStr, Field(pattern="^[a-z]{2}\\Z")]

_Pages: TypeAlias = Annotated[StrictInt, Field(ge=1, le=20000)]

_Weight: TypeAlias = Annotated[StrictFloat, Field(gt=0, le=40)]

_Authors: TypeAlias = Annotated[list[Contributor], Field(min_length=1, max_length=20)]

_Subjects: TypeAlias = Annotated[
    Annotated[list[Annotated[StrictStr, Field(pattern="^[a-z][a-z -]*\\Z")]], UNIQUE],
    Field(max_length=12),
]


class NewBook(Model):
    """What `createBook` sends."""

    isbn: _Isbn | MISSING = MISSING
    """The ISBN-13 without hyphens; null for what was printed before 1970."""
    title: _Title
    """The title. Example: `"The Odyssey"`."""
    subtitle: StrictStr | None | MISSING = MISSING
    """The subtitle, if there is one."""
    language: _Language | MISSING = MISSING
    """A language code of two letters. Default: `"en"`."""
    published: WireDate | MISSING = MISSING
    """The day of publication."""
    pages: _Pages | MISSING = MISSING
    """How many pages it has."""
    weight: _Weight | MISSING = MISSING
    """The weight in kilograms."""
    reference: StrictBool | MISSING = MISSING
    """Whether it may only be read in the house."""
    authors: _Authors
    """Who made it, the most important first."""
    subjects: _Subjects | MISSING = MISSING
    """What it is about."""
    shelf: Shelf | None
    """Where it stands; `null` while it is in the post."""
