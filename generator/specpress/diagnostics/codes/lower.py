"""Codes of lowering: what a document says that the IR can't, or that can't be."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

BAD_LOCATION: Final = Code(
    "LOW001",
    Severity.ERROR,
    "the parameter {name!r} has the unknown location {location!r}; left out",
    "unknown parameter location",
    "A parameter stands in the path, the query, a header or a cookie. Correct the value "
    "of 'in'.",
    fidelity="dropped",
)
LOST_KEYWORD: Final = Code(
    "LOW002",
    Severity.WARNING,
    "the keyword {keyword!r} can't be said by a type; not enforced",
    "constraint that the client does not enforce",
    "The types of the client have no word for this keyword, so values that break it are "
    "not refused before they are sent. The emitted tests still validate examples "
    "against the whole schema.",
    fidelity="approximated",
)
IDLE_KEYWORD: Final = Code(
    "LOW003",
    Severity.NOTE,
    "the keyword {keyword!r} says nothing about {type}; left out",
    "keyword that says nothing about this type",
    "A keyword such as 'maxLength' only counts for values of one type, and this schema "
    "allows none of it. Correct the type, or remove the keyword.",
    fidelity="unused",
)
BAD_VALUE: Final = Code(
    "LOW004",
    Severity.WARNING,
    "{keyword!r} can't be {value!r}; left out",
    "keyword with a value it can't have",
    "JSON Schema allows another kind of value here: a length is a whole number, a "
    "pattern is a string, 'required' is a list of names.",
    fidelity="approximated",
)
CONTRADICTION: Final = Code(
    "LOW005",
    Severity.WARNING,
    "{low!r} is above {high!r}, so no value would do; both left out",
    "bounds that no value can meet",
    "The lower bound is above the upper one. Correct one of them.",
    fidelity="approximated",
)
PATTERN: Final = Code(
    "LOW006",
    Severity.WARNING,
    "the pattern {pattern!r} has no equal in Python; not enforced",
    "pattern that Python can't run",
    "Patterns are ECMA-262 regular expressions. This one does not compile, or uses what "
    "Python's expressions don't have, such as Unicode properties.",
    fidelity="approximated",
)
UNKNOWN_TYPE: Final = Code(
    "LOW007",
    Severity.WARNING,
    "there is no type {name!r}; any value is allowed",
    "unknown type",
    "JSON Schema knows string, number, integer, boolean, array, object and null.",
    fidelity="approximated",
)
CONFLICT: Final = Code(
    "LOW008",
    Severity.WARNING,
    "{left} and {right} can't both hold; no value is allowed here",
    "parts of an allOf that can't both hold",
    "The schemas of this 'allOf', or a schema and its own 'anyOf' or 'oneOf', leave no "
    "value that meets all of them.",
)
UNDESCRIBED: Final = Code(
    "LOW009",
    Severity.NOTE,
    "the required property {name!r} is not described; any value is allowed",
    "required property without a description",
    "A name in 'required' has no schema in 'properties'. Add one, or correct the name.",
)
TOO_DEEP: Final = Code(
    "LOW010",
    Severity.WARNING,
    "schemas nest more than {limit} levels here; any value is allowed below",
    "schema nested too deeply",
    "Give the inner schemas a place below 'components' and refer to them.",
    fidelity="approximated",
)
UNKNOWN_SCHEME: Final = Code(
    "LOW011",
    Severity.ERROR,
    "{user} needs the security scheme {name!r}, which is not defined; {hint}",
    "unknown security scheme",
    "Each name in 'security' of the configuration is that of a scheme: a table below "
    "'auth' in it, or an entry of 'components.securitySchemes' in the description.",
)
NO_SUCH_SCHEME: Final = Code(
    "LOW080",
    Severity.WARNING,
    "{user} needs the security scheme {name!r}, which is not defined; {hint}; the client"
    " sends no credentials for it",
    "security scheme that is not defined",
    "Each name in 'security' is that of an entry of 'components.securitySchemes'. Define"
    " it there, or below 'auth' in the configuration; until then, send it with a"
    " header or a query parameter of your own.",
    fidelity="approximated",
)
TRANSPORT_HEADER: Final = Code(
    "LOW081",
    Severity.NOTE,
    "the header {name!r} is set by what sends the request; left out",
    "parameter for a header of the transport",
    "Content-Length, Host and Transfer-Encoding follow from the request (RFC 9110, RFC"
    " 9112). A value of the caller's could only be the same, or wrong.",
    fidelity="unused",
)
UNKNOWN_OPERATION: Final = Code(
    "LOW012",
    Severity.ERROR,
    "the configuration has settings for the operation {name!r}, which does not exist; "
    "{hint}",
    "settings for an unknown operation",
    "The keys of 'operations' in the configuration are operationIds; "
    "'specpress inspect' lists them.",
)
UNSUPPORTED_SCHEME: Final = Code(
    "LOW013",
    Severity.WARNING,
    "the security scheme {name!r} is {kind}; its credentials are not sent",
    "security scheme that the client can't use",
    "The client knows the types of OpenAPI: apiKey, http, mutualTLS, oauth2 and "
    "openIdConnect. For any other, pass an HTTP client of your own that authenticates.",
    fidelity="approximated",
)
FROM_EXAMPLE: Final = Code(
    "LOW014",
    Severity.NOTE,
    "the type of the {status} response of {operation!r} is derived from its example",
    "type derived from an example",
    "There is no schema for this response. Its type is read from the example, so each "
    "field is optional and unknown keys are kept.",
)
NO_PARAMETER: Final = Code(
    "LOW015",
    Severity.WARNING,
    "the path of {operation!r} has {name!r}, which no parameter describes; it is a "
    "required string",
    "path placeholder without a parameter",
    "Each placeholder of a path is a parameter that is 'in: path'.",
    fidelity="repaired",
)
NO_PLACEHOLDER: Final = Code(
    "LOW016",
    Severity.ERROR,
    "the path of {operation!r} has no place for the path parameter {name!r}; left out",
    "path parameter without a placeholder",
    "A parameter that is 'in: path' fills the placeholder of its name. Correct the name, "
    "or the location.",
    fidelity="dropped",
)
DERIVED_ID: Final = Code(
    "LOW017",
    Severity.NOTE,
    "{method} {path} has no operationId; it is called {name!r}",
    "operation without an operationId",
    "The operation's name in the client is made of its method and path. Give it an "
    "operationId to choose another.",
)
SAME_ID: Final = Code(
    "LOW018",
    Severity.WARNING,
    "several operations are called {name!r}; {method} {path} is called {instead!r}",
    "operationId used more than once",
    "Operation ids are unique. Until they are, these operations are named by their "
    "methods and paths.",
    fidelity="repaired",
)
ENUM_VALUE: Final = Code(
    "LOW019",
    Severity.WARNING,
    "the value {value} is not of the type {type}; left out",
    "enum value that its type forbids",
    "The schema allows a value by 'enum' and forbids it by 'type'.",
    fidelity="approximated",
)
REFUSED_VALUE: Final = Code(
    "LOW032",
    Severity.WARNING,
    "the value {value} is refused by another keyword of its schema; left out",
    "enum value that a keyword forbids",
    "The schema lists a value and forbids it by a bound, a length or a pattern beside"
    " the list, so no value can be this one.",
    fidelity="repaired",
)
BAD_STYLE: Final = Code(
    "LOW021",
    Severity.WARNING,
    "the {location} parameter {name!r} can't have the style {style!r}; it is {instead!r}",
    "style that the location does not have",
    "See the table 'Style Values' of the OpenAPI Specification.",
    fidelity="repaired",
)
IGNORED_HEADER: Final = Code(
    "LOW023",
    Severity.NOTE,
    "OpenAPI ignores a parameter for the header {name!r}; left out",
    "parameter for a header that has its own place",
    "Accept and Content-Type come from the media types, Authorization from the security "
    "schemes.",
    fidelity="unused",
)
LOST_PART: Final = Code(
    "LOW024",
    Severity.WARNING,
    "{part!r} is not used; left out",
    "part of a description that the client does not use",
    "The client sends requests without this part of the description: the encodings of "
    "parts and items.",
    fidelity="approximated",
)
OUR_FAULT: Final = Code(
    "LOW070",
    Severity.ERROR,
    "specpress itself fails here ({error}); {instead}; please report it",
    "fault of specpress",
    "This is a bug in specpress, and not in the description. The rest of the description "
    "is read all the same, and --keep-going writes a client in which this part is not "
    "typed. Please report it with the line of the description that is named; the exit "
    "status is 70.",
    fidelity="approximated",
)
UNUSED_PART: Final = Code(
    "LOW071",
    Severity.NOTE,
    "{part!r} is not used, since {why}",
    "part of a description that no client needs",
    "The client makes calls and takes their answers. Links say which call may follow; "
    "the IR has them.",
    fidelity="unused",
)
UNKNOWN_KEYWORD: Final = Code(
    "LOW025",
    Severity.WARNING,
    "unknown keyword {keyword!r}; left out ({hint})",
    "unknown schema keyword",
    "Neither JSON Schema nor OpenAPI has this keyword. Correct its spelling; a keyword "
    "of your own begins with 'x-'.",
    fidelity="unused",
)
NOT_A_SCHEMA: Final = Code(
    "LOW026",
    Severity.WARNING,
    "a schema is an object, not {value!r}; any value is allowed",
    "something that is not a schema",
    "A schema is an object of keywords, or true or false.",
    fidelity="approximated",
)
BAD_PART: Final = Code(
    "LOW027",
    Severity.ERROR,
    "{what} is not an object, or lacks its name; left out",
    "part of a description that can't be read",
    "The description is not valid OpenAPI here.",
    fidelity="dropped",
)
BAD_STATUS: Final = Code(
    "LOW029",
    Severity.WARNING,
    "{status!r} is no status of a response; left out",
    "response under something that is no status",
    "A response stands under a status such as '200', a range such as '4XX', or "
    "'default'.",
    fidelity="approximated",
)
REOPENED: Final = Code(
    "LOW030",
    Severity.WARNING,
    "one part of this schema adds the property {name!r}, another forbids it; allowed",
    "property that 'additionalProperties' of another part forbids",
    "In an 'allOf', 'additionalProperties' does not see the properties of the other "
    "members, so nothing could have this property. Use 'unevaluatedProperties' beside "
    "the 'allOf' instead.",
    fidelity="approximated",
)
BAD_DEFAULT: Final = Code(
    "LOW031",
    Severity.WARNING,
    "the default {value} is not of the type {type}; left out",
    "default that its type forbids",
    "The default has another type, or breaks a constraint. Correct one of them.",
    fidelity="approximated",
    member="default",
)
