"""Codes of extensions that are known, and what they say."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NO_NAME: Final = Code(
    "EXT001",
    Severity.WARNING,
    "{key!r} gives the name {name!r}, which can't be one in a program; not used",
    "given name that is none",
    "A name of a method, argument, type or value has letters, digits and underscores,"
    " and begins with a letter. The name that is made from the description is used.",
    fidelity="unused",
)

TAKEN: Final = Code(
    "EXT002",
    Severity.WARNING,
    "the given name {name!r} is also that of {other!r}; not used",
    "given name that another has",
    "Two things beside each other can't have one name. The name that is made from the"
    " description is used for what the extension names.",
    fidelity="unused",
)

LABELS: Final = Code(
    "EXT003",
    Severity.WARNING,
    "{key!r} has {count} entries for an enum of {values}; not used",
    "labels that don't fit the enum",
    "A list of names or descriptions has one entry for each value of the enum, in the"
    " same order.",
    fidelity="unused",
)

UNREADABLE: Final = Code(
    "EXT004",
    Severity.WARNING,
    "{key!r} is not as its makers document it; not used",
    "extension that can't be read",
    "The extension is known, and its value is of another form than the one published"
    " for it.",
    fidelity="unused",
)

PAGING: Final = Code(
    "EXT005",
    Severity.NOTE,
    "the answer comes in pages (by {style}); a call gets one of them",
    "operation with pages",
    "The description tells how to get the next page. It is in the IR; the client"
    " makes one request a call, and the next page is asked for by hand.",
    fidelity="approximated",
)

RETRIES: Final = Code(
    "EXT006",
    Severity.NOTE,
    "the description has retries of its own; those of the client are used instead",
    "retries in the description",
    "What the description says is in the IR. The client retries by the policy that it"
    " is given: see its option 'retry'.",
    fidelity="approximated",
)
