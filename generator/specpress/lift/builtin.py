"""The lifters there are, in the order in which they are asked about a page."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Final

from specpress.lift.base import GROUP, Lifter
from specpress.lift.bootprint import Bootprint
from specpress.lift.embedded import Embedded
from specpress.lift.generic import Generic
from specpress.lift.httpdoc import HttpDoc
from specpress.lift.neoteroi import Neoteroi
from specpress.lift.openapi_generator.dynamic import DynamicHtml
from specpress.lift.openapi_generator.interactive import InteractiveHtml
from specpress.lift.openapi_generator.static import StaticHtml
from specpress.lift.redoc import Redoc
from specpress.lift.sphinx import Sphinx
from specpress.lift.swaggerui import SwaggerUi
from specpress.lift.widdershins import Widdershins

EMBEDDED: Final[tuple[Callable[[], Lifter], ...]] = (Embedded,)
"""What finds a description in the page or next to it: nothing is lost, so first."""

RENDERED: Final[tuple[Callable[[], Lifter], ...]] = (
    HttpDoc,
    StaticHtml,
    InteractiveHtml,
    DynamicHtml,
    Bootprint,
    Widdershins,
    Sphinx,
    Neoteroi,
    SwaggerUi,
    Redoc,
)
"""What knows the rendering of one documentation tool."""

GENERIC: Final[tuple[Callable[[], Lifter], ...]] = (Generic,)
"""What makes the best of any page: asked when no other lifter knows it."""


def installed() -> list[Lifter]:
    """Return the lifters, the most certain first.

    Those of third parties, found through the entry points of `GROUP` and sorted by
    name, come before the generic ones; the names of built-in lifters are taken.
    """
    before = [make() for make in (*EMBEDDED, *RENDERED)]
    last = [make() for make in GENERIC]
    taken = {lifter.name for lifter in (*before, *last)}
    found = sorted(entry_points(group=GROUP), key=lambda entry: entry.name)
    return [*before, *(e.load()() for e in found if e.name not in taken), *last]
