"""What all nodes of the IR share."""

from __future__ import annotations

import msgspec

from specpress.ir.types import Origin
from specpress.source import NOWHERE, Span


class Strict(
    msgspec.Struct,
    frozen=True,
    omit_defaults=True,
    kw_only=True,
    forbid_unknown_fields=True,
):
    """What all nodes share: nothing is read that is not known."""


class Node(Strict, frozen=True, kw_only=True):
    """What nodes read from a description share: their place and how it was known."""

    span: Span = NOWHERE
    origin: Origin = "stated"
