"""The settings of what is made of prose."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

Level: TypeAlias = Literal["off", "document", "type", "enforce"]


class Prose(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is made of what descriptions say in words and schemas leave out."""

    level: Annotated[
        Level,
        Meta(
            description="off: nothing; document: inspect shows it; type: values are "
            "named in types that stay open, and conditions between arguments are "
            "warned of; enforce: requests are checked against it."
        ),
    ] = "document"
    fields: Annotated[
        dict[str, Level],
        Meta(
            description="The level of single arguments and fields, by patterns of "
            "OPERATION.ARGUMENT or TYPE.FIELD (*, ?); the last that matches counts."
        ),
    ] = msgspec.field(default_factory=dict[str, Level])
