"""The settings of the lifter of hand-made pages."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

ColumnRole: TypeAlias = Literal[
    "name",
    "type",
    "required",
    "optional",
    "description",
    "default",
    "location",
    "values",
    "example",
    "limits",
    "minimum",
    "maximum",
    "format",
    "nullable",
    "deprecated",
    "status",
    "method",
    "path",
    "returns",
    "ignore",
]
"""What a column of a table in a hand-made page holds."""

SectionRole: TypeAlias = Literal[
    "path",
    "query",
    "header",
    "cookie",
    "body",
    "form",
    "parameters",
    "response",
    "errors",
    "example request",
    "example response",
    "authentication",
]
"""What stands below a heading of a hand-made page."""


class LiftSite(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the hand-made pages of one site are to be read."""

    pages: Annotated[
        tuple[str, ...],
        Meta(description="Patterns of the names of its pages; all pages without."),
    ] = ("*",)
    content: Annotated[
        str | None,
        Meta(description="The selector of the element that holds the reference."),
    ] = None
    ignore: Annotated[
        tuple[str, ...], Meta(description="Selectors of what is to be left out.")
    ] = ()
    columns: Annotated[
        dict[str, ColumnRole],
        Meta(description="What the columns of tables hold, by their headers."),
    ] = msgspec.field(default_factory=dict[str, ColumnRole])
    sections: Annotated[
        dict[str, SectionRole],
        Meta(description="What stands below headings and labels, by their texts."),
    ] = msgspec.field(default_factory=dict[str, SectionRole])


class LiftConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How pages that no documentation tool made are to be read."""

    threshold: Annotated[
        int,
        Meta(
            ge=0,
            description="How certain, in percent, a fact has to be; what is less "
            "certain is reported and left out.",
        ),
    ] = 50
    site: Annotated[
        tuple[LiftSite, ...],
        Meta(description="The sites; the first one whose pages fit counts."),
    ] = ()
