"""Codes of references inside a document."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

DANGLING: Final = Code(
    "DOC101",
    Severity.ERROR,
    "nothing is defined at {ref!r}; {instead}",
    "dangling reference",
    "A $ref points at a place that the document does not have. Check its spelling, and "
    "that what it points at is part of the document.",
    fidelity="dropped",
)
NOT_LOCAL: Final = Code(
    "DOC102",
    Severity.ERROR,
    "the reference {ref!r} leaves the document; {instead}",
    "reference to another document",
    "In a single document only references that begin with '#' are followed. Those to other "
    "files are made so when the description is read, unless they stand where OpenAPI "
    "knows no reference.",
    fidelity="dropped",
)
LOOP: Final = Code(
    "DOC103",
    Severity.ERROR,
    "the reference {ref!r} leads back to itself; {instead}",
    "reference that never arrives",
    "Following this reference comes back to it without finding a value. Give one of the "
    "references in the circle a definition of its own.",
    fidelity="dropped",
)
SCHEMA_LOOP: Final = Code(
    "DOC106",
    Severity.WARNING,
    "the schema {ref!r} is nothing but itself; {instead}",
    "schema that is nothing but itself",
    "Following the references of this schema comes back to it without finding a type, so"
    " nothing is known of its values. Give one of the schemas in the circle a type.",
    fidelity="approximated",
)
NOT_TEXT: Final = Code(
    "DOC104",
    Severity.ERROR,
    "a reference is a string, not {found}; {instead}",
    "reference that is not a string",
    "The value of $ref is a URI reference, such as '#/components/schemas/Pet'.",
    fidelity="dropped",
)
BESIDE_REF: Final = Code(
    "DOC105",
    Severity.NOTE,
    "OpenAPI before 3.1 ignores {keyword!r} beside '$ref'; left out",
    "keyword beside a reference",
    "Before OpenAPI 3.1 only the reference counts where there is one. To add to what it "
    "points at, put the reference and the keyword into an 'allOf'.",
    fidelity="unused",
)
