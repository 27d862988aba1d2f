"""Codes of upgrading a document to OpenAPI 3.2."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

UNKNOWN_VERSION: Final = Code(
    "UPG001",
    Severity.ERROR,
    "the version {version!r} is none of Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2; the"
    " document is not read",
    "unknown version of OpenAPI",
    "The member 'openapi' or 'swagger' at the top of a document names the version of the"
    " format. Convert older documents, such as those of Swagger 1.2, to Swagger 2.0 or"
    " OpenAPI 3.",
    fidelity="dropped",
)
COLLECTION_FORMAT: Final = Code(
    "UPG002",
    Severity.WARNING,
    "the collection format {format!r} of {name!r} can't be said in OpenAPI 3; the items"
    " are sent with commas between them",
    "list that is sent with commas instead",
    "OpenAPI 3 has styles for lists in the query and in forms that are separated by"
    " commas, spaces or bars, or given once for each item (the client knows tabs, too);"
    " elsewhere there are commas only.",
    fidelity="approximated",
)
NESTED_FORMAT: Final = Code(
    "UPG003",
    Severity.WARNING,
    "the collection format {format!r} of a list inside a list can't be said in OpenAPI 3;"
    " left out",
    "list in a list without its format",
    "In OpenAPI 3 the style of a parameter counts for the outer list only.",
    fidelity="approximated",
)
ASSUMED_SCHEME: Final = Code(
    "UPG004",
    Severity.NOTE,
    "nothing says how {host!r} is spoken to; taken to be https",
    "host without a scheme",
    "Without 'schemes', Swagger 2.0 means the scheme by which the description itself was"
    " read, which the description doesn't know. Set 'base_url' to have another one.",
)
EMPTY_FIELD: Final = Code(
    "UPG005",
    Severity.WARNING,
    "OpenAPI 3 can't say that the field {name!r} of a form may be empty; an empty value is"
    " refused",
    "field of a form that may not be empty",
    "'allowEmptyValue' is there for parameters in the query only, and the empty text is no"
    " value of this field's type.",
    fidelity="approximated",
)
