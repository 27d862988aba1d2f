"""Codes of repairs: what breaks the rules of OpenAPI and is understood all the same.

With ``strict_spec`` each of them is an error.
"""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

REPAIRS: Final = "FIX"
"""The area of these codes."""

WRONG_KIND: Final = Code(
    "FIX001",
    Severity.WARNING,
    "{found} stands where {wanted} belongs; read as {instead}",
    "value of the wrong kind, understood",
    "OpenAPI has a value of another kind here, such as a string and not a number, or a"
    " list and not its only item. What is meant is clear.",
    fidelity="repaired",
)
NO_USE: Final = Code(
    "FIX002",
    Severity.WARNING,
    "{found} stands where {wanted} belongs; left out",
    "value of the wrong kind, left out",
    "OpenAPI has a value of another kind here, and this one can't be understood as one.",
    fidelity="approximated",
)
LOST: Final = Code(
    "FIX003",
    Severity.ERROR,
    "{found} stands where {wanted} belongs; nothing is made of it",
    "something that is no part of an API",
    "An operation, a parameter, a body or a response is an object. This value is none, so"
    " a part of the API is missing from the client.",
    fidelity="dropped",
)
NO_VALUE: Final = Code(
    "FIX004",
    Severity.WARNING,
    "{key!r} has no value; read as {instead}",
    "member without a value",
    "In YAML, a key with nothing after its colon has the value null, which OpenAPI does"
    " not allow here.",
    fidelity="repaired",
)
VERSION: Final = Code(
    "FIX005",
    Severity.WARNING,
    "{found}; the document is read as {version!r}",
    "version of OpenAPI not as it should be",
    "The member 'openapi' (or 'swagger', in version 2.0) is a string with all parts of"
    " the version, such as '3.1.0'.",
    fidelity="repaired",
)
MISSING: Final = Code(
    "FIX006",
    Severity.WARNING,
    "{what} is missing; {instead}",
    "required member is missing",
    "OpenAPI requires this member. What stands in for it says as little as possible.",
    fidelity="repaired",
)
MENDED_REF: Final = Code(
    "FIX007",
    Severity.WARNING,
    "nothing is defined at {ref!r}; read as {instead!r}",
    "reference that misses",
    "The reference points at nothing, but there is one thing whose name differs by case,"
    " by how it is escaped or by where it stands, and that is what is meant.",
    fidelity="repaired",
)
STATUS: Final = Code(
    "FIX008",
    Severity.WARNING,
    "{found!r} is no status of a response; read as {instead!r}",
    "status that is written otherwise",
    "A response stands under a status of three digits, a range such as '4XX', or"
    " 'default'.",
    fidelity="repaired",
)
METHOD: Final = Code(
    "FIX009",
    Severity.WARNING,
    "{found!r} is no member of a path; read as the method {instead!r}",
    "method that is written otherwise",
    "Methods are written in lower case.",
    fidelity="repaired",
)
PATH: Final = Code(
    "FIX010",
    Severity.WARNING,
    "the path {found!r} does not begin with a slash; read as {instead!r}",
    "path without a slash",
    "A path begins with a slash; it is put behind the URL of the server.",
    fidelity="repaired",
)
TWICE: Final = Code(
    "FIX011",
    Severity.WARNING,
    "the {location} parameter {name!r} is described twice; the first one counts",
    "one parameter described twice",
    "A list of parameters has each name once for each location.",
    fidelity="repaired",
)
OTHER_NAME: Final = Code(
    "FIX012",
    Severity.WARNING,
    "the path {path!r} has no place for {name!r}; read as {instead!r}",
    "path parameter with another name than its place",
    "There is one parameter without a place in the path, and one place of nearly the same"
    " name without a parameter: they belong together.",
    fidelity="repaired",
)
NO_PLACE: Final = Code(
    "FIX013",
    Severity.WARNING,
    "the path {path!r} has no place for {name!r}; left out",
    "path parameter without a place",
    "The value of a path parameter takes the place of its name in braces. This path has"
    " none, so there is no way to send it.",
    fidelity="unused",
)
OTHER_VERSION: Final = Code(
    "FIX014",
    Severity.WARNING,
    "{what} is not said so in this version of OpenAPI; read as {instead}",
    "words of another version",
    "The description is of one version of OpenAPI and uses the words of another one.",
    fidelity="repaired",
)
WORD: Final = Code(
    "FIX015",
    Severity.WARNING,
    "there is no {what} {found}; read as {instead}",
    "unknown word, understood",
    "OpenAPI has a fixed set of words here. This one is not among them, but its meaning"
    " is clear.",
    fidelity="repaired",
)
REQUIRED: Final = Code(
    "FIX016",
    Severity.WARNING,
    "the property {name!r} says itself whether it is required; read as in the 'required'"
    " of its object",
    "required property that says so itself",
    "Since draft 4 of JSON Schema an object lists the names of its required properties.",
    fidelity="repaired",
)
IDLE_REQUIRED: Final = Code(
    "FIX017",
    Severity.WARNING,
    "'required' is a list of names, and says nothing of a value that is no property; left"
    " out",
    "flag that says nothing",
    "Whether a value has to be there is said by the object that has it as a property.",
    fidelity="unused",
)
DANGLING: Final = Code(
    "FIX018",
    Severity.WARNING,
    "nothing is defined at {ref!r}; {instead}",
    "reference to nothing, made do without",
    "The reference points at nothing that the description has. What it would say is not"
    " known, so the client takes and gives any JSON value there.",
    fidelity="approximated",
)
LOOP: Final = Code(
    "FIX019",
    Severity.WARNING,
    "the reference {ref!r} leads back to itself; {instead}",
    "reference that never arrives, made do without",
    "Following this reference comes back to it without finding anything, so the client"
    " takes and gives any JSON value there.",
    fidelity="approximated",
)
MISPLACED: Final = Code(
    "FIX020",
    Severity.WARNING,
    "{what} stands outside of {inside!r}; read as if it stood there",
    "member at the wrong level",
    "This belongs one level further down, below the member that is named.",
    fidelity="repaired",
)
