"""Codes of what pages of Sphinx leave open."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

HIDDEN_VALUES: Final = Code(
    "SPX001",
    Severity.WARNING,
    "the page says that {name!r} has listed values, and does not show them; accepting"
    " any value of its type",
    "listed values not shown",
    "The tool writes 'enum' behind the type and leaves the values out. An overlay can"
    " add them.",
    fidelity="approximated",
)

SWAPPED_FIELDS: Final = Code(
    "SPX002",
    Severity.WARNING,
    "the page lists the fields of requests as those of responses and the other way"
    " round; reading {label!r} as the {meant}",
    "request and response swapped",
    "Some versions of the two Sphinx extensions disagree about which mark means the"
    " request. The page gives it away: bodies of GET requests, and fields of requests"
    " only behind the status codes.",
    fidelity="repaired",
)

UNKNOWN_FIELDS: Final = Code(
    "SPX003",
    Severity.ERROR,
    "nothing is known of the list {label!r}; its fields are left out",
    "unknown list of fields",
    "The list has rows like the lists of parameters have, but a label that the tool"
    " does not write. What it names would be missing in the client.",
    fidelity="dropped",
)

NO_SUCCESS: Final = Code(
    "SPX004",
    Severity.NOTE,
    "the page lists the fields of the response and no successful status; taking them"
    " for those of 200",
    "response without a status",
    "The fields of a response belong to a status of success.",
)
