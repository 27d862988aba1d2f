"""Forms: bodies of pairs whose parts have styles, or media types, of their own."""

from __future__ import annotations

from .json import is_list, is_object, json_text, wire_text
from .media import is_json
from .operation import Body, Part
from .percent import encode_form, encode_form_name, encode_reserved
from .request import Content
from .styles import form_pairs, style_pairs


def write_form(body: Body, value: object) -> tuple[str, Content]:
    """Return *value*, an object, as a form (OpenAPI 3.2, "Encoding the
    x-www-form-urlencoded Media Type"); text and bytes are one already."""
    if isinstance(value, str | bytes):
        return body.media_type, value.encode() if isinstance(value, str) else value
    if not is_object(value):
        raise ValueError(
            f"a body of {body.media_type} must be an object, text or bytes"
        )
    parts = {part.name: part for part in body.parts}
    pairs: list[str] = []
    for name, item in value.items():
        part = parts.get(name)
        pairs += form_pairs({name: item}) if part is None else _pairs(part, name, item)
    return body.media_type, "&".join(pairs).encode()


def _pairs(part: Part, name: str, value: object) -> list[str]:
    """Return *value* as the pairs of the field *name*, as *part* says."""
    code = encode_reserved if part.reserved else encode_form
    if part.style:
        explode = part.style == "form" if part.explode is None else part.explode
        made = style_pairs(name, value, part.style, explode, encode_form_name, code)
        return [f"{key}={text}" for key, text in made]
    write = json_text if is_json(part.media_type or "") else wire_text
    items = value if is_list(value) else [value]
    key = encode_form_name(name)
    return [f"{key}={code(write(item))}" for item in items if item is not None]
