"""What is sent of a content: how its body is written, and which type that has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias

from specpress.ir.media import essence, framing, is_form, is_multipart
from specpress.ir.nodes import Content
from specpress.ir.types import Anything, List, Map, Object, Ref, String, Type, Union
from specpress.ir.xml import is_typed

Writing: TypeAlias = Literal[
    "json", "form", "multipart", "lines", "sequence", "xml", "text", "bytes"
]
"""How a body is turned into bytes."""
ANY_FORM: Map = Map(value=Anything())
"""The type of a form that the description says nothing of."""
_BINARY = ("image/", "audio/", "video/", "font/", "application/octet-stream", "*/*")


def writing_of(content: Content) -> Writing:
    """Return how bodies of *content* are written (RFC 6838, RFC 6839 suffixes).

    What is not known to be binary can be passed as text too.
    """
    name = essence(content.media_type)
    if name == "application/json" or name.endswith("+json"):
        return "bytes" if is_file(content.type) else "json"
    if name in ("*/*", "application/*") and not _is_text(content.type):
        return "json"
    if is_form(name):
        return "form"
    if is_multipart(name):
        return "multipart"
    if is_typed(content):
        return "xml"
    match framing(name):
        case "lines":
            return "lines"
        case "sequence":
            return "sequence"
        case _:
            return "bytes" if name.startswith(_BINARY) else "text"


def sent_type(content: Content) -> str:
    """Return the media type that *content* is sent as: JSON, where any may be sent."""
    is_json = writing_of(content) == "json"
    return (
        "application/json"
        if is_json and "*" in content.media_type
        else content.media_type
    )


def is_file(type_: Type | None) -> bool:
    """Return whether a body of *type_* is a file, whatever its media type is (OpenAPI
    3.0, "Considerations for File Uploads").

    >>> is_file(String(format="binary")), is_file(String())
    (True, False)
    """
    if not isinstance(type_, String) or type_.content_encoding:
        return False
    octets = type_.content_media_type == "application/octet-stream"
    return octets or type_.format == "binary"


def _is_text(type_: Type | None) -> bool:
    """Return whether a body of *type_* is for the caller to write."""
    return type_ is None or isinstance(type_, Anything | String)


def form_type(type_: Type | None, target: Callable[[str], Type]) -> Type | None:
    """Return the type of a form whose schema has *type_*; None when it can't be one.

    *target* gives a named type by its id. A form is a list of names and values (WHATWG
    URL 5.2), so that only an object has one (OpenAPI 3.2, "Form Media Types").
    """
    if type_ is None or isinstance(type_, Anything):
        return ANY_FORM
    return type_ if _is_object(type_, target, frozenset()) else None


def parts_type(type_: Type | None, target: Callable[[str], Type]) -> Type | None:
    """Return the type of a body of several parts whose schema has *type_*; None when it
    has none: parts have names, as in an object, or places, as in a list (OpenAPI 3.2,
    "Encoding multipart Media Types")."""
    return type_ if isinstance(type_, List) else form_type(type_, target)


def _is_object(
    type_: Type, target: Callable[[str], Type], inside: frozenset[str]
) -> bool:
    match type_:
        case Object() | Map():
            return True
        case Ref(target=id_):
            known = id_ in inside
            return known or _is_object(target(id_), target, inside | {id_})
        case Union(members=members):
            return all(_is_object(each, target, inside) for each in members)
        case _:
            return False
