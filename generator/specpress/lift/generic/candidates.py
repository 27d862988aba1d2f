"""An operation that a page names, and the parts of the page about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from specpress.lift.generic.blocks import (
    Block,
    Heading,
    Section,
)
from specpress.lift.generic.endpoint import (
    Endpoint,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of an operation, with the sections around it, the innermost last."""

    sections: tuple[Section, ...]
    block: Block


@dataclass(slots=True)
class Candidate:
    """An operation: what names it, and the part of the page that describes it.

    *title* is what it is called, *brief* what an index says of it.
    """

    endpoint: Endpoint
    title: Heading | None
    parts: list[Part] = field(default_factory=list[Part])
    brief: str = ""
    name: str = ""
    sure: float = 1.0


def shape(path: str) -> str:
    """Return *path* without the names of its parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path).rstrip("/")
