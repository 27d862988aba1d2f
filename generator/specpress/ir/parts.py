"""Parts of bodies, and the styles that they and parameters are written in."""

from __future__ import annotations

from typing import Literal, TypeAlias

from specpress.ir.base import Node

Style: TypeAlias = Literal[
    "simple",
    "label",
    "matrix",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "tabDelimited",
    "deepObject",
    "cookie",
]
"""The styles of OpenAPI 3.2, and the one that Swagger 2.0 called ``tsv``."""


class PartHeader(Node, frozen=True, kw_only=True):
    """A header of a part of a body; *value* is what it is where nothing else is said."""

    name: str
    value: str | None = None
    required: bool = False


class Encoding(Node, frozen=True, kw_only=True):
    """How a part of a body is written (OpenAPI 3.2, "Encoding Object").

    *name* is the property that is the part; *index* its place among parts that have no
    names (``prefixEncoding``). Without either it is that of all further parts without
    names (``itemEncoding``). *media_types* are those that it may have, by preference.
    What *style*, *explode* and *allow_reserved* say is None where nothing is said.
    """

    name: str | None = None
    index: int | None = None
    media_types: tuple[str, ...] = ()
    headers: tuple[PartHeader, ...] = ()
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool | None = None
