"""What objects of each kind are called, and where they stand to be referred to."""

from __future__ import annotations

from typing import Final

from specpress.document.grammar import Kind

NAMES: Final = {
    "schema": "a schema",
    "parameter": "a parameter",
    "header": "a header",
    "response": "a response",
    "body": "a request body",
    "media": "a media type",
    "example": "an example",
    "link": "a link",
    "callback": "a callback",
    "scheme": "a security scheme",
    "path_item": "a path item",
    "operation": "an operation",
    "encoding": "an encoding",
    "document": "the whole description",
}
"""What to call objects of each kind in a message; maps are just objects."""

INSTEAD: Final = {
    "schema": "any value is allowed",
    "parameter": "the parameter is left out",
    "header": "the header is left out",
    "response": "the response is left out",
    "body": "the body is left out",
    "media": "the media type is left out",
    "example": "the example is left out",
    "link": "the link is left out",
    "callback": "the callback is left out",
    "scheme": "the scheme is left out",
    "path_item": "the path is left out",
    "operation": "the operation is left out",
}
"""What is done instead where a reference to each kind leads nowhere."""

_SECTIONS: Final = {
    "schema": "components/schemas definitions",
    "parameter": "components/parameters parameters",
    "response": "components/responses responses",
    "scheme": "components/securitySchemes securityDefinitions",
    "body": "components/requestBodies",
    "header": "components/headers",
    "example": "components/examples",
    "link": "components/links",
    "callback": "components/callbacks",
}
"""Where what is referred to can stand: from 3.0 on, and in 2.0."""


def section(kind: Kind, version: str) -> tuple[str, ...] | None:
    """Return where objects of *kind* stand by name in a description of *version*.

    None when there is no such place, so that they can't be referred to.

    >>> section("schema", "2.0"), section("path_item", "3.0.3")
    (('definitions',), None)
    """
    places = _SECTIONS.get(kind, "").split()
    if version.startswith("2"):
        return (places[1],) if len(places) > 1 else None
    if places:
        return tuple(places[0].split("/"))
    if kind == "media" and version >= "3.2":
        return "components", "mediaTypes"
    return None
