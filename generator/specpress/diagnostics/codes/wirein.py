"""Codes of how requests are written."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

IDLE_ENCODING: Final = Code(
    "WIR001",
    Severity.NOTE,
    "{key!r} means nothing for a body of {media_type!r}; left out",
    "encoding of a body that has no parts",
    "The parts of forms (application/x-www-form-urlencoded) and of multipart bodies have "
    "encodings. OpenAPI ignores them for all other media types.",
    fidelity="unused",
)
BAD_PART_STYLE: Final = Code(
    "WIR002",
    Severity.WARNING,
    "a part of a body can't have the style {style!r}; left out",
    "encoding with a style that parts can't have",
    "Parts of bodies have the styles of query parameters: form, spaceDelimited, "
    "pipeDelimited and deepObject.",
    fidelity="repaired",
)
SAME_HEADER: Final = Code(
    "WIR003",
    Severity.WARNING,
    "the header {name!r} is {other!r} in another case; the later one is used",
    "two parameters for one header",
    "Names of headers are the same in upper and in lower case, so that a request has one "
    "of them only.",
    fidelity="repaired",
)
BESIDE_QUERYSTRING: Final = Code(
    "WIR004",
    Severity.ERROR,
    "the parameter {name!r} can't stand beside {other!r}, which is the whole query; "
    "left out",
    "parameter beside the whole query",
    "A parameter in 'querystring' is all that stands in the query. Make the others "
    "properties of it.",
    fidelity="dropped",
)
