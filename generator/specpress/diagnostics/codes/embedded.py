"""Codes of descriptions that are in a page or next to it."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

ELSEWHERE: Final = Code(
    "EMB001",
    Severity.ERROR,
    "the page shows the description at {uri!r}, from where nothing is read: put"
    " {allow!r} into the setting 'allow' and run 'specpress lock', or save the file"
    " beside the page",
    "description on another host",
    "The page holds no description, only the address of one. What is read comes from the"
    " input folder and from what the setting 'allow' names; each file that is read from"
    " elsewhere has to be in specpress.lock.",
    fidelity="dropped",
)
NOT_SECURE: Final = Code(
    "EMB002",
    Severity.ERROR,
    "the page shows the description at {uri!r}, which can't be allowed, since only https"
    " can: save the file beside the page and name it among the sources",
    "description that is not on an https host",
    "The setting 'allow' takes https URLs, and http ones of this machine.",
    fidelity="dropped",
)
NO_FILE: Final = Code(
    "EMB003",
    Severity.ERROR,
    "the page shows the description {ref!r}, which can't be read: {reason}",
    "description that can't be read",
    "The page names a file that is neither in the input folder nor read from elsewhere."
    " An address that begins with a slash is looked for from the input folder downwards"
    " to the page's.",
    fidelity="dropped",
)
NOT_INSIDE: Final = Code(
    "EMB013",
    Severity.ERROR,
    "the page shows the description {ref!r}, which lies outside the input folder: name it"
    " among the sources, or put its folder into the setting 'allow' and run"
    " 'specpress lock'",
    "description outside the input folder",
    "What is read comes from the innermost folder that holds all sources, and from what"
    " the setting 'allow' names; each file that is read from elsewhere has to be in"
    " specpress.lock.",
    fidelity="dropped",
)
NOT_ONE: Final = Code(
    "EMB004",
    Severity.ERROR,
    "{uri!r}, which the page shows as a description, has neither 'openapi' nor 'swagger'"
    " at its top",
    "not a description",
    "A description says with the key 'openapi' or 'swagger' which version it follows.",
    fidelity="dropped",
)
CODE: Final = Code(
    "EMB005",
    Severity.WARNING,
    "this part of the description is code, which is not run; it is left out",
    "description that is made by code",
    "A description in a script is read as data: objects, arrays, strings, numbers, true,"
    " false and null. What a program would work out is not known.",
    fidelity="dropped",
)
CODE_FOR_MORE: Final = Code(
    "EMB012",
    Severity.ERROR,
    "this part of the description is code, which is not run: operations or parameters are"
    " lost",
    "operations or parameters that are made by code",
    "A description in a script is read as data. Where code stands among paths, operations"
    " or parameters, what it would add is not known. Save the description that the page"
    " shows, from the network tab of a browser, and name it among the sources.",
    fidelity="dropped",
)
BESIDE: Final = Code(
    "EMB006",
    Severity.WARNING,
    "the page shows a description that can't be read from where it says ({ref}); reading"
    " {name!r}, the one that lies beside the page",
    "description found beside the page",
    "The page names no file that is there. Beside it lies one whose name is usual for"
    " descriptions. To be sure, name that file among the sources instead of the page.",
    fidelity="approximated",
)
NO_SCRIPT: Final = Code(
    "EMB007",
    Severity.ERROR,
    "the page loads what it shows with the script {ref!r}, which can't be read: {reason};"
    " save it with the page",
    "script that names the description is missing",
    "Some pages keep the description, or its address, in a script of their own. It has to"
    " be saved where the page looks for it.",
    fidelity="dropped",
)
BY_CODE: Final = Code(
    "EMB008",
    Severity.ERROR,
    "the page shows a description whose address only its code knows; save the description"
    " and name it among the sources",
    "address of the description not found",
    "The page has the frame that a documentation tool fills from a description, and no"
    " address of one is written in it or in its scripts.",
    fidelity="dropped",
)
BROKEN: Final = Code(
    "EMB009",
    Severity.ERROR,
    "what looks like a description can't be read: expected {expected}",
    "broken description in a page",
    "The page holds the beginning of a description that is neither JSON nor YAML nor a"
    " literal of JavaScript.",
    fidelity="dropped",
)
RENDERED: Final = Code(
    "EMB010",
    Severity.WARNING,
    "{reason}; reading what the page itself shows",
    "description out of reach",
    "The page was made from a description that can't be read, but it shows what was made"
    " of it. That says less: see docs/documentation-tools.md.",
    fidelity="approximated",
)
NOT_TEXT: Final = Code(
    "EMB011",
    Severity.ERROR,
    "the description in this {what} can't be read: {reason}",
    "broken data in a page",
    "A data: URL or base64 has to hold the text of a description.",
    fidelity="dropped",
)
