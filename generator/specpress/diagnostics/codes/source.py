"""Codes of what is wrong with a file before it is parsed."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

EMPTY_FILE: Final = Code(
    "SRC001",
    Severity.ERROR,
    "the file {name!r} is empty; nothing is read from it",
    "empty file",
    "The file holds nothing but white space. Often a download or a rendering that"
    " failed. Render or download it again, or take it out of the sources.",
)

UNDECODABLE: Final = Code(
    "SRC002",
    Severity.ERROR,
    "byte {offset} of {name!r} is not {charset}; the file is not read",
    "undecodable file",
    "The bytes of the file are not text in the character set that it declares (in a"
    ' byte order mark or in <meta charset="...">; UTF-8 without either). Save the file'
    " as UTF-8, or correct the declaration.",
    fidelity="dropped",
)

TOO_LARGE: Final = Code(
    "SRC003",
    Severity.ERROR,
    "{name!r} has {size} bytes, more than {limit}; the file is not read",
    "file too large",
    "A description or page of this size is almost always the wrong file, and reading"
    " it would take much time and memory. Check what the sources name.",
    fidelity="dropped",
)

UNKNOWN_CHARSET: Final = Code(
    "SRC004",
    Severity.WARNING,
    "unknown character set {charset!r}; reading the file as UTF-8",
    "unknown character set",
    'The page declares a character set in <meta charset="..."> that does not exist.'
    " Correct the declaration, or save the page as UTF-8.",
    fidelity="approximated",
)

UNREADABLE: Final = Code(
    "SRC005",
    Severity.ERROR,
    "{name!r} cannot be read ({reason}); it is left out",
    "unreadable file",
    "The system refused to open the file: it may be missing, a directory, or closed"
    " to the current user. Check its path and its permissions.",
    fidelity="dropped",
)
