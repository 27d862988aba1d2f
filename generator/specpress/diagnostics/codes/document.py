"""Codes of what is wrong with an OpenAPI document."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

INVALID: Final = Code(
    "DOC001",
    Severity.ERROR,
    "not valid OpenAPI at {pointer!r}: {reason}",
    "invalid OpenAPI document",
    "The document does not satisfy the official JSON Schema of OpenAPI at this place.",
)

TWO_PAGES: Final = Code(
    "DOC010",
    Severity.ERROR,
    "{method} {path} is described twice, first at {first}; the first one is used",
    "two descriptions of one operation",
    "Method and path make an operation, so two pages describe the same one and"
    " nothing says which of them counts. Take one of them out of the sources.",
    fidelity="dropped",
)

SAME_OPERATION_ID: Final = Code(
    "DOC011",
    Severity.WARNING,
    "the operationId {id!r} is taken by the operation at {first}; the name of this one"
    " is derived from method and path",
    "duplicate operationId",
    "An operationId names one operation. Two pages have the same file name in"
    " different folders, or the description gives it twice.",
    fidelity="repaired",
)

TWO_SERVERS: Final = Code(
    "DOC012",
    Severity.WARNING,
    "this page names the server {server!r}, most others {usual!r}; keeping it for this"
    " operation",
    "pages of different servers",
    "A client speaks to one server. Do the pages describe one API?",
)
