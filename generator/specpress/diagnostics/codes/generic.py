"""Codes of what the lifter of hand-made pages does not understand, or takes for."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

_SELECTOR: Final = (
    " What the lifter understood of a page is what specpress lift --explain prints,"
    " with the setting to write; see the guide to hand-made pages."
)

NOT_UNDERSTOOD: Final = Code(
    "GEN001",
    Severity.WARNING,
    "the {what} at {path!r} is not understood ({text!r}); it is left out",
    "element of a hand-made page not understood",
    "A table, list or sample stands in the reference and nothing tells what it is: its"
    " headers are no known words and no heading above it helps. Map its columns in the"
    " lift settings, or name its selector under ignore." + _SELECTOR,
    fidelity="approximated",
)

CELL_LOST: Final = Code(
    "GEN002",
    Severity.WARNING,
    "{text!r} at {path!r} is not understood; it is left out",
    "cell of a hand-made page not understood",
    "A cell, a row or a remark beside a name says something that the lifter has no"
    " words for. Map the header of the column in the lift settings." + _SELECTOR,
    fidelity="approximated",
)

UNSURE: Final = Code(
    "GEN003",
    Severity.WARNING,
    "{what} of {name!r} is only {sure} % certain, below the threshold; it is left out",
    "fact below the threshold",
    "Facts that the lifter of hand-made pages is not certain of are left out when they"
    " are below the threshold of the lift settings." + _SELECTOR,
    fidelity="approximated",
)

TYPE_UNKNOWN: Final = Code(
    "GEN004",
    Severity.WARNING,
    "unknown type {type!r} of {name!r}; accepting any value",
    "unknown type in words",
    "The words of the type are not in the lifter's list, and the pages describe no"
    " object of this name.",
    fidelity="approximated",
)

GUESSED_METHOD: Final = Code(
    "GEN005",
    Severity.WARNING,
    "the page does not say by which method {path!r} is called; taking {method}",
    "method not stated",
    "The page names the path of an operation and no method. Taken is the one that the"
    " page says it supports, else GET.",
    fidelity="repaired",
)

STRAY_PARAMETERS: Final = Code(
    "GEN006",
    Severity.WARNING,
    "the parameters below {title!r} belong to no operation; they are left out: {names}",
    "parameters without an operation",
    "A table of parameters stands below a heading that names no operation. They may be"
    " common to all operations; add them by an overlay, or name the element of each"
    " operation in the lift settings." + _SELECTOR,
    fidelity="approximated",
)

TEXT_ASIDE: Final = Code(
    "GEN007",
    Severity.NOTE,
    "the text below {title!r} belongs to no operation; it is left out",
    "text beside the operations",
    "Guides and introductions say nothing that a description of operations holds.",
)

TWICE: Final = Code(
    "GEN008",
    Severity.WARNING,
    "{method} {path!r} is described twice on the page; the fuller one is used",
    "operation described twice on a page",
    "Two sections of the page describe the same method and path.",
    fidelity="repaired",
)

MEDIA_GUESSED: Final = Code(
    "GEN009",
    Severity.NOTE,
    "the page does not say how bodies are encoded; taking {media}",
    "media type not stated",
    "No sample and no sentence names the media type of request bodies.",
)

SAMPLE_BROKEN: Final = Code(
    "GEN010",
    Severity.WARNING,
    "the sample at {path!r} is no JSON; nothing is read from it",
    "sample is no JSON",
    "A sample that begins like JSON can't be read as such, also not when comments and"
    " dots are left out.",
    fidelity="approximated",
)

PLACE_GUESSED: Final = Code(
    "GEN011",
    Severity.NOTE,
    "{method} {path!r} does not say where its parameters go; taking {place}",
    "place of parameters not stated",
    "The page lists parameters without saying whether they stand in the query or in"
    " the body. Those of GET, HEAD and DELETE are taken for the query, others for the"
    " body, unless a sample shows them elsewhere.",
)

PATH_ONLY: Final = Code(
    "GEN012",
    Severity.NOTE,
    "the path parameter {name!r} is not described",
    "path parameter not described",
    "The path has a parameter that no table or list of the operation names.",
)

NO_OPERATIONS: Final = Code(
    "GEN013",
    Severity.ERROR,
    "nothing on the page {name!r} names an operation; nothing is read from it",
    "no operation on a hand-made page",
    "No heading, line or sample holds a method and a path, and the page is not one of"
    " methods called by name." + _SELECTOR,
    fidelity="dropped",
)

BAD_SELECTOR: Final = Code(
    "GEN014",
    Severity.ERROR,
    "{selector!r} is no selector that is understood; it is left out",
    "unknown selector",
    "Selectors may have tags, classes, ids, [attribute=value], spaces, > and commas.",
)

PATH_SERVER: Final = Code(
    "GEN015",
    Severity.NOTE,
    "the page names no server; put into the configuration: base_url" ' = "https://..."',
    "server of a hand-made page not stated",
    "No URL on the page tells where the paths are.",
    setting="base_url",
)

EMPTY_SECTION: Final = Code(
    "GEN016",
    Severity.WARNING,
    "nothing below {title!r} is understood as what the heading announces",
    "heading with nothing below",
    "A heading announces parameters or a body, and no table, list or sample below it was"
    " understood as such; it may have been lost from the page." + _SELECTOR,
    fidelity="approximated",
)
