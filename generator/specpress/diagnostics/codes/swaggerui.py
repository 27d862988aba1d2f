"""Codes of what pages leave out that were saved from a browser."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

FOLDED_OPERATION: Final = Code(
    "SAV001",
    Severity.ERROR,
    "the operation {method} {path} is folded on the page: its parameters, its body and"
    " its responses are not known",
    "folded operation",
    "The page was saved while the operation was closed. Open all operations in the"
    " browser before saving, or give the description itself.",
    fidelity="dropped",
)

FOLDED: Final = Code(
    "SAV002",
    Severity.WARNING,
    "a schema is folded on the page; accepting any value there",
    "folded schema",
    "The page was saved while a part of a schema was closed, and no other place shows"
    " it. Expand the schemas in the browser before saving.",
    fidelity="approximated",
)

FOLDED_VALUES: Final = Code(
    "SAV003",
    Severity.WARNING,
    "listed values are folded on the page; accepting any value of the type",
    "folded values",
    "The page was saved while the list of values was closed. Expand the schemas in the"
    " browser before saving.",
    fidelity="approximated",
)

SAMPLE_ONLY: Final = Code(
    "SAV004",
    Severity.WARNING,
    "the page shows a sample of the body and not its schema; the types of its fields"
    " are those of the sample",
    "body known by a sample",
    "The page was saved with the tab of the sample in front. Choose the tab of the"
    " schema in the browser before saving, or give the description itself.",
    fidelity="approximated",
)

UNKNOWN_LIMIT: Final = Code(
    "SAV005",
    Severity.WARNING,
    "the constraint {text!r} is not understood; it is left out",
    "unknown constraint",
    "The documentation tool does not write this constraint.",
    fidelity="approximated",
)

UNKNOWN_SCHEME: Final = Code(
    "SAV006",
    Severity.WARNING,
    "the page names the security scheme {name!r} and does not tell how it works; it is"
    " left out: put into the configuration of the client: auth.NAME = {{ type ="
    ' "bearer" }} (or "basic", or "api-key" with name and location)',
    "security scheme not told",
    "The page was saved without the details of authorization, which the tool shows in"
    " a dialog or behind a click.",
    fidelity="approximated",
    setting="auth",
)

ONE_VARIANT: Final = Code(
    "SAV007",
    Severity.WARNING,
    "the page shows one of several alternatives; accepting anything for {names}",
    "alternatives not shown",
    "The tool draws one alternative of a schema at a time and the names of the others.",
    fidelity="approximated",
)

UNKNOWN_CLASSES: Final = Code(
    "SAV008",
    Severity.WARNING,
    "the tool is not known to write the classes {names}; what only they mark, such as"
    " that a field is required, is left out",
    "unknown classes",
    "Another version of the tool, or what saved the page, named parts of it anew. Compare"
    " the result with the page, or give the description itself.",
    fidelity="approximated",
)

EMPTIED_ROW: Final = Code(
    "SAV009",
    Severity.WARNING,
    "the row {text!r} has no cell with its name; what else the cell said, such as a"
    " type, is left out",
    "row without a name",
    "A cell of a table of parameters or headers is empty or gone. Compare the result with"
    " the page, or give the description itself.",
    fidelity="approximated",
)
