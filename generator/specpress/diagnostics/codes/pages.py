"""Diagnostics of lists that come in pages."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

_REMEDY: Final = (
    " Say how it goes from page to page in the configuration, in "
    "[operations.ID.pages], or turn it off there with pages = false."
)

NO_PARAMETER: Final = Code(
    "PAG001",
    Severity.WARNING,
    "operation {operation!r} has no parameter {name!r} to ask for pages with; no iterator "
    "is made",
    "pages asked for with a parameter that is not there",
    "What the description tells of its pages names a parameter that the operation does "
    "not have." + _REMEDY,
    fidelity="approximated",
)
NOT_A_WAY: Final = Code(
    "PAG002",
    Severity.WARNING,
    "operation {operation!r} tells of its pages by the path {path!r}, which is more than "
    "names of members; no iterator is made",
    "pages told of by a path that is not followed",
    "Only paths from member to member are followed, such as $.meta.next." + _REMEDY,
    fidelity="approximated",
)
NO_LIST: Final = Code(
    "PAG003",
    Severity.WARNING,
    "operation {operation!r} has no list at {path!r} in its one answer; no iterator is "
    "made",
    "pages without a list of items",
    "The items of a page are those of a list that the answer always has room for."
    + _REMEDY,
    fidelity="approximated",
)
