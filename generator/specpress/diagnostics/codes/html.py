"""Codes of what is wrong with a reference page."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

NOT_HTML: Final = Code(
    "HTM001",
    Severity.ERROR,
    "{name!r} is not HTML; nothing is read from it",
    "not HTML",
    "A reference page is recognised by its content, not by its name, and this file"
    " has no HTML element. Take the file out of the sources, or name the page it"
    " belongs to.",
    fidelity="dropped",
)

NOT_RECOGNISED: Final = Code(
    "HTM002",
    Severity.ERROR,
    "no lifter knows the page {name!r}",
    "page not recognised",
    "The page is HTML, but none of the installed lifters knows the documentation tool"
    " that made it. Check that the file is a reference page and not an index. Lifters"
    " of other tools are found through the entry-point group specpress.lifters.",
    fidelity="dropped",
)

NO_PAGES: Final = Code(
    "HTM003",
    Severity.ERROR,
    "there is no page to read",
    "no pages",
    "The sources name no file, or a folder without reference pages (files ending in"
    " .html, .md or .txt). Check the paths and patterns of the sources.",
)

TOO_DEEP: Final = Code(
    "HTM004",
    Severity.ERROR,
    "elements are nested more than {limit} levels deep; the page is not read",
    "HTML nested too deeply",
    "No reference page needs this depth; the page is broken or hostile.",
    fidelity="dropped",
)

TRUNCATED: Final = Code(
    "HTM005",
    Severity.ERROR,
    "the element <{tag}> is never closed; the page seems to be cut off",
    "truncated page",
    "An element that needs an end tag has none, which happens when a download or a"
    " copy stops half way. What follows is missing, so nothing is guessed. Fetch the"
    " page again.",
    fidelity="dropped",
)

UNKNOWN_LIFTER: Final = Code(
    "HTM006",
    Severity.ERROR,
    "there is no lifter {name!r}; there are: {known}",
    "unknown lifter",
    "The name of a documentation tool was given that no installed lifter has.",
)

TOO_MANY_TAGS: Final = Code(
    "HTM007",
    Severity.ERROR,
    "the page has more than {limit} tags; it is not read",
    "too many tags",
    "A reference page has some thousand tags. The page is not one, or hostile.",
    fidelity="dropped",
)

TOO_MUCH_MARKUP: Final = Code(
    "HTM008",
    Severity.ERROR,
    "the page has more than {limit} characters in its tags; it is not read",
    "too much markup",
    "The page is not a reference page, or hostile.",
    fidelity="dropped",
)

UNKNOWN_ELEMENT: Final = Code(
    "HTM010",
    Severity.ERROR,
    "unknown element {path!r} in the reference; its content is left out",
    "unknown element",
    "The page holds an element that the format does not have, so something that it"
    " says about the operation would be lost. Its page may come from a newer version"
    " of the tool or was edited. Report it with the page.",
    fidelity="dropped",
)

UNKNOWN_INLINE: Final = Code(
    "HTM011",
    Severity.WARNING,
    "unknown element {path!r} in the reference; its content is left out",
    "unknown inline element",
    "The page holds an inline element that the format does not have; its text was not"
    " understood.",
    fidelity="approximated",
)

STRAY_TEXT: Final = Code(
    "HTM012",
    Severity.WARNING,
    "the text {text!r} in {path!r} is not understood; it is left out",
    "stray text",
    "Text stands where the format has none.",
    fidelity="approximated",
)

REPEATED_ELEMENT: Final = Code(
    "HTM013",
    Severity.ERROR,
    "the element {path!r} stands more than once; the first one is used",
    "repeated element",
    "An element that the format has once stands several times. A page holds one"
    " operation.",
    fidelity="dropped",
)

NO_TARGET: Final = Code(
    "HTM020",
    Severity.ERROR,
    "the page has no {what}; its operation is left out",
    "request line missing",
    "Without the method and the target of the HTTP request there is no operation. The"
    " page is not whole, or not a reference page.",
    fidelity="dropped",
)

UNKNOWN_METHOD: Final = Code(
    "HTM021",
    Severity.ERROR,
    "unknown method {method!r}; the operation is left out",
    "unknown method",
    "OpenAPI knows GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH and TRACE.",
    fidelity="dropped",
)

BAD_TARGET: Final = Code(
    "HTM022",
    Severity.ERROR,
    "the target {target!r} is not a path template: {reason}; the operation is left out",
    "broken target",
    "A target is a path that begins with a slash (or a backslash, which counts as"
    " one), with parameters in braces, and may end in a query template such as"
    " {{?name*}}.",
    fidelity="dropped",
)

UNKNOWN_EXPRESSION: Final = Code(
    "HTM023",
    Severity.ERROR,
    "the part {part!r} of the query template is not understood; the parameter is"
    " left out",
    "unknown template expression",
    "The query template follows RFC 6570: names separated by commas, each"
    " percent-encoded, with an asterisk when it is exploded.",
    fidelity="dropped",
)

UNKNOWN_HEADER: Final = Code(
    "HTM024",
    Severity.WARNING,
    "the header {name!r} is not understood; it is left out",
    "unknown header",
    "Of the headers in an HTTP example only host, accept and content-type say"
    " something about the operation.",
    fidelity="approximated",
)

ODD_PORT: Final = Code(
    "HTM025",
    Severity.WARNING,
    "the page does not say whether port {port} speaks http or https; using {url!r}",
    "unusual port",
    "The page gives a host and port without a scheme. Ports 443 and 80 tell; for"
    ' another one, put the right URL into the configuration: base_url = "http://...".',
    fidelity="approximated",
)

BAD_HOST: Final = Code(
    "HTM026",
    Severity.WARNING,
    "{host!r} is not a host and port; the server is left out",
    "broken host",
    'Put the server into the configuration: base_url = "https://...".',
    fidelity="approximated",
)

BAD_MEDIA_TYPE: Final = Code(
    "HTM027",
    Severity.WARNING,
    "{media!r} is not a media type; keeping it",
    "broken media type",
    "A media type is a type and a subtype with a slash between, such as"
    " application/json.",
)

NO_MEDIA_TYPE: Final = Code(
    "HTM028",
    Severity.WARNING,
    "the page has a request schema but no content-type; using {media!r}",
    "content type missing",
    "The request example has no content-type header, so the media type of the body is"
    " a guess.",
    fidelity="repaired",
)

NO_BODY_SCHEMA: Final = Code(
    "HTM029",
    Severity.WARNING,
    "the request has a content-type but no schema; any body is accepted",
    "request schema missing",
    "The page shows a request body and has no section with its schema.",
)

NOT_LISTED: Final = Code(
    "HTM030",
    Severity.NOTE,
    "the parameter {name!r} stands only in the target; taking it for {taken}",
    "parameter recovered from the target",
    "The list of parameters leaves out those that are declared for the whole path. A"
    " parameter in the target exists, but its type and description are not known.",
)

NOT_IN_TARGET: Final = Code(
    "HTM031",
    Severity.WARNING,
    "the {location} parameter {name!r} is listed but does not stand in the target;"
    " keeping it",
    "parameter missing from the target",
    "The list and the target of the request contradict each other.",
    fidelity="repaired",
)

REQUIRED_CONFLICT: Final = Code(
    "HTM032",
    Severity.WARNING,
    "the path parameter {name!r} is marked {mark!r}; a path parameter is always"
    " required",
    "contradictory required flag",
    "Without a value for it there is no path, so the parameter is taken as required.",
    fidelity="repaired",
)

UNKNOWN_REQUIRED: Final = Code(
    "HTM033",
    Severity.WARNING,
    "{mark!r} is neither 'required' nor 'optional'; taking the parameter {name!r} as"
    " {taken}",
    "unknown required flag",
    "Each parameter is marked as required or optional.",
    fidelity="repaired",
)

UNKNOWN_TYPE: Final = Code(
    "HTM034",
    Severity.WARNING,
    "unknown type {type!r} of the parameter {name!r}; accepting any value",
    "unknown parameter type",
    "The types are string, number, integer, boolean, array and object, or empty when"
    " the description has none.",
    fidelity="approximated",
)

UNKNOWN_LOCATION: Final = Code(
    "HTM035",
    Severity.ERROR,
    "unknown place {location!r} of the parameter {name!r}; the parameter is left out",
    "unknown parameter place",
    "A parameter is in the path, the query, a header or a cookie.",
    fidelity="dropped",
)

INCOMPLETE_PARAMETER: Final = Code(
    "HTM036",
    Severity.ERROR,
    "a parameter has no {what}; it is left out",
    "incomplete parameter",
    "An entry of the parameter list lacks what makes it a parameter.",
    fidelity="dropped",
)

UNDESCRIBED_PARAMETER: Final = Code(
    "HTM037",
    Severity.WARNING,
    "the parameter {name!r} has no {what}; {instead}",
    "parameter without its second half",
    "An entry of the parameter list has no description list detail, so nothing says"
    " what it means and whether it is required.",
    fidelity="repaired",
)

REPEATED_PARAMETER: Final = Code(
    "HTM038",
    Severity.WARNING,
    "the {location} parameter {name!r} is listed twice; the first one is used",
    "repeated parameter",
    "Name and place make a parameter, so the two are the same one.",
    fidelity="repaired",
)

UNLISTED_PARAMETERS: Final = Code(
    "HTM039",
    Severity.WARNING,
    "the list of parameters is empty; the operation takes parameters (in cookies or"
    " headers) that the page does not name",
    "parameters not named",
    "The tool writes the list when an operation has parameters, but leaves out those"
    " in cookies and those declared for the whole path. Nothing else on the page"
    " names them; a caller can still send them as extra headers.",
)

UNKNOWN_STATUS: Final = Code(
    "HTM040",
    Severity.WARNING,
    "unknown status {status!r}; the response is left out",
    "unknown status",
    "A status is a number from 100 to 599, a range such as 4XX, or default.",
    fidelity="approximated",
)

REPEATED_STATUS: Final = Code(
    "HTM041",
    Severity.WARNING,
    "the status {status!r} is documented twice; the first one is used",
    "repeated status",
    "Each status has one response.",
    fidelity="repaired",
)

NO_RESPONSES: Final = Code(
    "HTM042",
    Severity.WARNING,
    "the page documents no response; assuming one with any content",
    "no responses",
    "An operation has at least one response.",
    fidelity="repaired",
)

BAD_EXAMPLE: Final = Code(
    "HTM043",
    Severity.WARNING,
    "the example is not JSON ({reason}); keeping it as text",
    "broken example",
    "The example stands below a JSON media type but is not JSON.",
    fidelity="approximated",
)

UNKNOWN_KEYWORD: Final = Code(
    "HTM044",
    Severity.WARNING,
    "unknown schema keyword {keyword!r}; it is left out",
    "unknown schema keyword",
    "The schemas on these pages follow OpenAPI 3.0, which does not have this keyword.",
    fidelity="unused",
)

BAD_KEYWORD: Final = Code(
    "HTM049",
    Severity.WARNING,
    "below the schema keyword {keyword!r} should stand {expected}; it is left out",
    "bad value of a schema keyword",
    "The value is not one that OpenAPI 3.0 allows below this keyword. A common case is"
    ' "required": true in the schema of a field: required is a list of names in the'
    " schema of the object.",
    fidelity="approximated",
)

NOT_A_SCHEMA: Final = Code(
    "HTM045",
    Severity.ERROR,
    "a schema is an object, and this is {found}; it is left out",
    "not a schema",
    "Where the page should have a JSON Schema stands another JSON value.",
    fidelity="approximated",
)

REQUIRED_UNKNOWN: Final = Code(
    "HTM046",
    Severity.WARNING,
    "the field {name!r} is required, but the schema neither has nor allows it;"
    " keeping both",
    "contradictory required field",
    "The schema requires a field that it does not list, and refuses fields that it"
    " does not list, so no value could ever be valid.",
    fidelity="repaired",
)

CUT_REFERENCE: Final = Code(
    "HTM047",
    Severity.NOTE,
    "the schema refers back to {ref!r}, which the page writes out in place; taking"
    " {place!r} for its definition",
    "recursive schema",
    "The tool writes every schema out in place and cuts recursion off with a"
    " reference. Which of the enclosing schemas the reference means is not said, so it"
    " is inferred from titles, names and the other pages.",
)

LOST_REFERENCE: Final = Code(
    "HTM048",
    Severity.WARNING,
    "nothing on the page is {ref!r}; accepting any value there",
    "lost reference",
    "A schema refers to a definition that the page does not hold.",
    fidelity="approximated",
)

NAMES_DIFFER: Final = Code(
    "HTM050",
    Severity.NOTE,
    "the heading names the operation {heading!r}, the file {stem!r}; using {taken!r}",
    "two names for an operation",
    "A page without a summary shows the operationId as its heading, and its file is"
    " named after it as well. The file may have been renamed.",
)

NO_OPERATION_ID: Final = Code(
    "HTM051",
    Severity.WARNING,
    "the page does not name its operation; its name is derived from method and path",
    "operation without a name",
    "The description had no operationId, so the file has no name but its ending.",
)

NO_CONTENT: Final = Code(
    "HTM052",
    Severity.WARNING,
    "the request accepts {media!r}, but no response has content; it is left out",
    "accepted media type without a response",
    "The accept header lists the media types of the responses, and none of the"
    " responses on the page shows content.",
    fidelity="approximated",
)

NO_BASE_PATH: Final = Code(
    "HTM060",
    Severity.NOTE,
    "the pages name the server {url!r} but not its base path; if it has one, put"
    ' into the configuration: base_url = "{url}/..."',
    "base path not stated",
    "Pages of this tool show host and port of the server only.",
    setting="base_url",
)

NO_SERVER: Final = Code(
    "HTM061",
    Severity.NOTE,
    "the pages name no server, so base_url is a required argument of the client; or"
    ' put into the configuration: base_url = "https://..."',
    "server not stated",
    "The description had no server when the pages were made.",
    setting="base_url",
)

NO_SECURITY: Final = Code(
    "HTM062",
    Severity.NOTE,
    "the pages do not say how to authenticate; if calls need it, put into the"
    ' configuration of the client: auth.NAME = {{ type = "basic" }} (or "bearer", or'
    ' "api-key" with name and location)',
    "security not stated",
    "Pages of this tool do not show security schemes.",
    setting="auth",
)

NO_RESPONSE_SCHEMA: Final = Code(
    "HTM063",
    Severity.NOTE,
    "the pages show no response schemas: {derived} of {responses} responses with"
    " content get their type from an example, the others decode to plain JSON",
    "response schemas not stated",
    "Pages of this tool show an example of a response at most. A type derived from an"
    " example has only optional fields. There is no setting for it: give the examples,"
    " or generate from the OpenAPI description instead (an overlay can add schemas).",
)

NOT_IN_CONTENTS: Final = Code(
    "HTM064",
    Severity.WARNING,
    "the table of contents {toc!r} lists {method} for this page, which says {own}",
    "contents and page differ",
    "The table of contents beside the pages names another method for the page.",
)

PAGE_MISSING: Final = Code(
    "HTM065",
    Severity.WARNING,
    "the table of contents {toc!r} lists {method} {page!r}, which is not among the"
    " pages",
    "page missing",
    "The table of contents beside the pages lists an operation that no page describes."
    " The page was left out, or lost because two operations had the same file name.",
)
