"""Bodies on the wire, by media type."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from specpress.emit.cases.parts import (
    BOUNDARY,
    field_pairs,
    form_text,
    multipart_text,
    part_texts,
)
from specpress.emit.cases.text import compact
from specpress.emit.cases.xml import xml_member, xml_text
from specpress.emit.forms import Writing, form_type, parts_type, sent_type, writing_of
from specpress.emit.samples import Types
from specpress.ir.nodes import Content
from specpress.ir.types import Anything, List, String, Type

Coding: TypeAlias = Literal["json", "form", "text", "bytes"]


def coding_of(media_type: str) -> Coding:
    """Return how a body of *media_type* is written.

    >>> coding_of("application/problem+json; charset=utf-8"), coding_of("image/png")
    ('json', 'bytes')
    """
    essence = media_type.split(";")[0].strip().lower()
    if essence == "application/json" or essence.endswith("+json"):
        return "json"
    if essence == "application/x-www-form-urlencoded":
        return "form"
    return "text" if essence.startswith("text/") else "bytes"


def writing_for(content: Content, types: Types) -> Writing:
    """Return how the body *content* is written: as text, where its schema leaves no
    other way."""
    writing = writing_of(content)
    known = {"form": form_type, "multipart": parts_type}.get(writing)
    if known is not None and known(content.type, types.__getitem__) is None:
        return "text"
    return writing


def body_type(content: Content, types: Types) -> Type:
    """Return the type of what is given for the body *content*: that of its items in a
    list, where it is a series. What the caller writes is text, and files are, too."""
    match writing_for(content, types):
        case "text" | "bytes":
            return String()
        case "lines" | "sequence":
            return List(item=content.item or Anything())
        case "form" | "multipart":
            return parts_type(content.type, types.__getitem__) or Anything()
        case "json" | "xml":
            return content.type or Anything()


def content_type(content: Content, types: Types) -> str:
    """Return the header that tells what *content* is sent as."""
    media_type = sent_type(content)
    match writing_for(content, types):
        case "multipart":
            return f"{media_type}; boundary={BOUNDARY}"
        case "bytes" if "*" in media_type:
            return "application/octet-stream"
        case "text" if "*" in media_type:
            return "text/plain"
        case _:
            return media_type


def body_text(value: object, content: Content, types: Types) -> str:
    """Return *value* as a body; *value* is JSON data, text stands for bytes too."""
    match writing_for(content, types):
        case "json":
            return compact(value)
        case "xml":
            return xml_text(value, content)
        case "form" if isinstance(value, dict):
            return form_text(cast("dict[str, object]", value), content)
        case "multipart":
            return multipart_text(value, content, types)
        case "lines" | "sequence" as series if isinstance(value, list):
            head = "\x1e" if series == "sequence" else ""
            items = cast("list[object]", value)
            return "".join(f"{head}{compact(item)}\n" for item in items)
        case _:
            return str(value)


def field_text(name: str, value: object, content: Content, types: Types) -> str | None:
    """Return what the field *name* adds to a body, None for nothing."""
    match writing_for(content, types):
        case "form":
            return "&".join(field_pairs(name, value, content)) or None
        case "multipart":
            return (
                f"--{BOUNDARY}\r\n".join(part_texts(name, value, content, types))
                or None
            )
        case "xml":
            return xml_member(name, value, content)
        case _:
            return f"{compact(name)}:{compact(value)}"
