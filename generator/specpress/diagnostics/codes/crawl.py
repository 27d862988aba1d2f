"""Codes of sets of pages and files that describe one API together."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NOTHING_SHOWN: Final = Code(
    "CRW001",
    Severity.NOTE,
    "no lifter knows this page, and it shows no method with a path; it is passed over",
    "page without operations",
    "A set of pages has some that are not about operations: a start page, an index, terms"
    " of use.",
)
SAME_TEXT: Final = Code(
    "CRW002",
    Severity.NOTE,
    "this file has the same text as {first!r}; it is passed over",
    "page saved twice",
    "A page that was saved under several addresses is read once.",
)
TOLD_TWICE: Final = Code(
    "CRW010",
    Severity.WARNING,
    "{what} of {method} {path} is {other}, but {used} at {first}; that one is used",
    "sources that contradict each other",
    "Two of the sources describe one operation and say different things. The one that is"
    " used is that of the kind which the setting 'precedence' names first, and of two of"
    " one kind the first by name.",
    fidelity="dropped",
)
MORE_TOLD_TWICE: Final = Code(
    "CRW011",
    Severity.WARNING,
    "{count} more facts of {method} {path} differ from those at {first}, which are used",
    "sources that contradict each other often",
    "Of the facts in which two descriptions of one operation differ, only the first are"
    " shown. Do they describe the same version of the API?",
    fidelity="dropped",
)
