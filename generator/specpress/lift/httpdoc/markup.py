"""What the pages of the tool are made of: class names, in lower case."""

from __future__ import annotations

from typing import Final

from specpress.readers.raw import Markup

CHILDREN: Final = {
    "": ("requestoverview", "http", "parameters", "requestcontent", "responses"),
    "requestoverview": ("request-summary", "request-description"),
    "http": ("http-example",),
    "http-example": (
        "request-line",
        "http-target",
        "http-version",
        "header-line",
        "header-value",
        "status-line",
        "status-description",
    ),
    "parameters": ("parameter",),
    "parameter": (
        "parameter-name",
        "parameter-location",
        "parameter-type",
        "parameter-description",
        "parameter-required",
    ),
    "requestcontent": ("schema",),
    "responses": ("responses", "response"),
    "response": ("http-example",),
}
"""Which elements may stand in which; elements without an entry hold text only."""

ONCE: Final = (
    "request-summary",
    "request-description",
    "http",
    "request-line",
    "schema",
)
"""Elements that stand on a page once at most."""

RAW: Final = ("request-description", "parameter-description")
"""Elements into which the tool writes text without escaping it."""

KNOWN: Final = frozenset(name for names in CHILDREN.values() for name in names)

MARKUP: Final = Markup(RAW, tuple(sorted(KNOWN - set(RAW))))
