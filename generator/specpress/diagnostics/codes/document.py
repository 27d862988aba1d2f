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

ODD: Final = Code(
    "DOC002",
    Severity.WARNING,
    "not valid OpenAPI at {pointer!r}: {reason}; read as it stands",
    "description that breaks the rules",
    "The description does not satisfy the official JSON Schema of OpenAPI at this place."
    " What can be understood is used, and what is not is said on its own. With"
    " 'strict_spec' this is an error.",
)

MORE_INVALID: Final = Code(
    "DOC003",
    Severity.NOTE,
    "{count} more places break the same rule as this one",
    "many places that break one rule",
    "Of places that break the same rule of OpenAPI only the first ones are shown.",
)

TWO_PAGES: Final = Code(
    "DOC010",
    Severity.ERROR,
    "{method} {path} is described twice, first at {first}; the first one is used",
    "two descriptions of one operation",
    "Method and path make an operation, so two places describe the same one and"
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

NO_DESCRIPTION: Final = Code(
    "DOC020",
    Severity.ERROR,
    "no description among {names}: none has 'openapi' or 'swagger' at its top",
    "no description",
    "The file where a description begins has the key 'openapi' or 'swagger' at its top"
    " level. Name it in the sources.",
)

NOT_A_DESCRIPTION: Final = Code(
    "DOC022",
    Severity.ERROR,
    "{name!r} has neither 'openapi' nor 'swagger' at its top; nothing is read",
    "not a description",
    "A description says with the key 'openapi' or 'swagger' which version it follows.",
)

TWO_DESCRIPTIONS: Final = Code(
    "DOC024",
    Severity.ERROR,
    "{method} {path} is described in two ways, first at {first}; the first one is used",
    "two descriptions of one operation",
    "Several descriptions among the sources make one client. Method and path make an"
    " operation, and nothing says which description of it counts. Take one of the files"
    " out of the sources, or make a client of each.",
    fidelity="dropped",
)

TWO_ITEMS: Final = Code(
    "DOC025",
    Severity.WARNING,
    "the {key} of {path!r} is given in two ways, first at {first}; the first one is"
    " used",
    "two descriptions of one path",
    "Several descriptions among the sources make one client. What they say of a path"
    " that all of them have has to be the same.",
    fidelity="unused",
)

OTHER_SERVER: Final = Code(
    "DOC026",
    Severity.WARNING,
    "{name!r} names the server {url!r}, most others {usual!r}; keeping it for its"
    " operations",
    "descriptions of different servers",
    "Several descriptions among the sources make one client, which speaks to one server."
    " Do they describe one API?",
)
