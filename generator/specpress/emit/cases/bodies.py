"""Bodies on the wire, by media type."""

from __future__ import annotations

from typing import Literal, TypeAlias, cast

from specpress.emit.cases.parameters import form_pairs
from specpress.emit.cases.text import compact
from specpress.emit.forms import form_type
from specpress.emit.samples import Types
from specpress.ir.nodes import Content

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


def coding_for(content: Content, types: Types) -> Coding:
    """Return how the body *content* is written: as text, if its form is no object."""
    coding = coding_of(content.media_type)
    is_form = coding == "form" and form_type(content.type, types.__getitem__)
    return "text" if coding == "form" and not is_form else coding


def body_text(value: object, coding: Coding) -> str:
    """Return *value* as a body; *value* is JSON data, text stands for bytes too."""
    match coding:
        case "json":
            return compact(value)
        case "form" if isinstance(value, dict):
            members = cast("dict[str, object]", value).items()
            return "&".join(p for name, item in members for p in form_pairs(name, item))
        case _:
            return str(value)
