"""Codes of what is wrong with a page of which only the rendering is there."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

UNKNOWN_SECTION: Final = Code(
    "RND001",
    Severity.ERROR,
    "the part {path!r} is not understood ({text!r}); what it says is left out",
    "unknown section",
    "The page holds a table, a list or a section that the documentation tool does not"
    " write where it stands: parameters or fields may be in it. The page may come from"
    " another version of the tool, or was edited. The path is a CSS selector that finds"
    " the place (in Markdown: the headings above it).",
    fidelity="dropped",
)

UNKNOWN_TEXT: Final = Code(
    "RND002",
    Severity.WARNING,
    "the text {text!r} in {path!r} is not understood; it is left out",
    "unknown text",
    "Text stands where the documentation tool writes none. The path is a CSS selector"
    " that finds the place (in Markdown: the headings above it).",
    fidelity="approximated",
)

UNKNOWN_COLUMN: Final = Code(
    "RND003",
    Severity.WARNING,
    "the column {column!r} of the table {path!r} is not understood; its cells are left"
    " out",
    "unknown column",
    "The tables of a documentation tool have fixed columns, and this one has another"
    " one. The page may come from another version of the tool.",
    fidelity="approximated",
)

MISSING_COLUMN: Final = Code(
    "RND004",
    Severity.ERROR,
    "the table {path!r} has no column {column!r}; its rows are left out",
    "column missing",
    "Without this column a row says nothing that can be understood: it may have been"
    " renamed.",
    fidelity="dropped",
)

BROKEN_ROW: Final = Code(
    "RND005",
    Severity.ERROR,
    "the row {text!r} of the table {path!r} is not understood; it is left out",
    "broken row",
    "A row of a table has no name, or has other cells than its head tells.",
    fidelity="dropped",
)

UNKNOWN_SCHEMA_TYPE: Final = Code(
    "RND006",
    Severity.WARNING,
    "unknown type {type!r} of {name!r}; accepting any value",
    "unknown type",
    "The word is none of the documentation tool's types, and no model on the page has"
    " that name.",
    fidelity="approximated",
)

UNKNOWN_MARK: Final = Code(
    "RND007",
    Severity.WARNING,
    "{mark!r} does not tell whether {name!r} is required; taking it as {taken}",
    "unknown required mark",
    "Each parameter and each field is marked in one of the ways that the documentation"
    " tool has.",
    fidelity="repaired",
)

UNKNOWN_RESTRICTION: Final = Code(
    "RND008",
    Severity.WARNING,
    "the restriction {text!r} of {name!r} is not understood; it is left out",
    "unknown restriction",
    "The documentation tool does not write this restriction.",
    fidelity="approximated",
)

NO_HEADING: Final = Code(
    "RND009",
    Severity.ERROR,
    "{what} has no {lacks}; it is left out",
    "operation without its beginning",
    "An operation has a heading, a method and a path, and one of them is missing.",
    fidelity="dropped",
)

ENUM_UNCLEAR: Final = Code(
    "RND010",
    Severity.WARNING,
    "the table {path!r} lists values of {name!r}, and it is not clear which of the"
    " {count} fields of that name they belong to; leaving them out",
    "values without a field",
    "The documentation tool lists values by the field's name only.",
    fidelity="approximated",
)

MODEL_MISSING: Final = Code(
    "RND011",
    Severity.WARNING,
    "no page describes the model {name!r}; accepting any value",
    "model missing",
    "A type is a link to a model, and the model is on none of the pages. Give all the"
    " pages of the reference.",
    fidelity="approximated",
)

SCHEME_UNNAMED: Final = Code(
    "RND013",
    Severity.NOTE,
    "the page does not name the security scheme {shown!r}; naming it {name!r}",
    "security scheme without a name",
    "The documentation tool shows how to authenticate and not how the description"
    " calls that. Operations that name their scheme are matched with it in order.",
)

SCHEME_UNKNOWN: Final = Code(
    "RND014",
    Severity.WARNING,
    "the page does not describe the security scheme {name!r}; operations that need it"
    " are called without",
    "security scheme not described",
    "An operation names a security scheme that the page does not describe.",
    fidelity="approximated",
)

NOT_AN_OPERATION: Final = Code(
    "RND015",
    Severity.NOTE,
    "{method!r} is no HTTP method but a part of the path item, which the documentation"
    " tool takes for an operation; there is none",
    "no operation",
    "Some tools take each key of a path for a method, also servers and extensions.",
)

MEDIA_UNKNOWN: Final = Code(
    "RND016",
    Severity.WARNING,
    "the page does not say which media type {what} has; using {media!r}",
    "media type not stated",
    "The documentation tool shows one list of media types for all responses of an"
    " operation, or none.",
    fidelity="repaired",
)

PARAMETER_TYPE_UNSTATED: Final = Code(
    "RND017",
    Severity.NOTE,
    "pages of this tool give no type for {count} of {all} parameters; they accept any"
    " value",
    "parameter types not stated",
    "The documentation tool shows the format of a parameter and not its type. Where the"
    " format tells the type it is used. An overlay can add the others.",
    fidelity="approximated",
)

KINDS_LOST: Final = Code(
    "RND018",
    Severity.NOTE,
    "pages of {tool} do not show {lost}; give the OpenAPI description instead, or add"
    " what you need with an overlay",
    "facts that the tool leaves out",
    "What a documentation tool drops is listed in docs/what-pages-cannot-say.md.",
)

BAD_JSON: Final = Code(
    "RND019",
    Severity.ERROR,
    "the script in {path!r} holds {what} that is not JSON; it is left out",
    "broken data",
    "The page carries this part as JSON in a script. Scripts are read as data and never"
    " run, so text that is no JSON is not understood.",
    fidelity="dropped",
)

COMBINATION_UNSTATED: Final = Code(
    "RND020",
    Severity.WARNING,
    "the page lists alternatives of {name!r} and not how they combine; accepting any of"
    " them",
    "combination not stated",
    "The documentation tool names allOf, oneOf and anyOf in the tables of models and"
    " responses, but not in those of request bodies.",
    fidelity="approximated",
)

CALLBACK_METHOD: Final = Code(
    "RND021",
    Severity.WARNING,
    "the callback {name!r} is left out: the page shows the method and path of the"
    " operation around it instead of its own",
    "callback without its method",
    "The documentation tool repeats the operation's method and path above a callback,"
    " so its own method is not known. An overlay can add the callback.",
    fidelity="approximated",
)

BASE_PATH_DERIVED: Final = Code(
    "RND022",
    Severity.NOTE,
    "the pages show whole addresses; taking {url!r}, with which all begin, for the"
    " server",
    "base path derived",
    "Where the address of the server ends and the path begins is not shown. What all"
    ' addresses begin with is taken for the server; base_url = "https://..." in the'
    " configuration says it better.",
    setting="base_url",
)
