"""Bodies of several parts: `multipart/form-data` and the other multipart types."""

from __future__ import annotations

from collections.abc import Iterator
from secrets import token_hex

from .files import File, as_file, joined_content
from .headers import header_fault
from .json import is_list, is_object, json_text, wire_text
from .media import is_json
from .operation import Body, Part
from .request import Content
from .styles import as_is, style_pairs

_QUOTED = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})
"""What names of parts and files must not hold (WHATWG HTML, 4.10.21.8)."""
_PLAIN = Part(None)


def write_multipart(body: Body, value: object) -> tuple[str, Content]:
    """Return *value* part by part: an object by the names of its fields, a list by
    their places (RFC 7578; OpenAPI 3.2, "Encoding multipart Media Types")."""
    boundary = token_hex(16)
    pieces: list[bytes | File] = []
    for part, name, item in _items(body, value):
        pieces += _written(part, name, item, boundary)
    end = f"--{boundary}--\r\n".encode()
    media_type = f"{body.media_type}; boundary={boundary}"
    return media_type, joined_content([*pieces, end])


def _items(body: Body, value: object) -> Iterator[tuple[Part, str | None, object]]:
    """Yield each part of *value*: how it is written, its name if it has one, and it."""
    parts = {part.name: part for part in body.parts}
    if is_list(value):
        for index, item in enumerate(value):
            yield parts.get(index) or parts.get(None) or _PLAIN, None, item
        return
    if not is_object(value):
        raise ValueError(f"a body of {body.media_type} must be an object or a list")
    for name, field in value.items():
        part = parts.get(name, _PLAIN)
        if part.style:
            explode = part.style == "form" if part.explode is None else part.explode
            for key, text in style_pairs(
                name, field, part.style, explode, as_is, as_is
            ):
                yield part, key, text
        else:
            for item in field if is_list(field) else [field]:
                if item is not None:
                    yield part, name, item


def _written(
    part: Part, name: str | None, value: object, boundary: str
) -> list[bytes | File]:
    """Return one part: its headers, its content and the end of its last line."""
    lines: list[tuple[str, str]] = []
    sent: bytes | File
    if isinstance(value, str | int | float) or is_object(value) or is_list(value):
        media_type, sent = _text(part, value)
        named = f'form-data; name="{_quoted(name or "")}"'
        more = dict(part.headers)
    else:
        sent = as_file(value)
        media_type = sent.type(part.media_type)
        shown = sent.name or name or "file"
        named = f'form-data; name="{_quoted(name or "")}"; filename="{_quoted(shown)}"'
        more = {**dict(part.headers), **sent.headers}
        if name is None and sent.name:
            lines.append(
                ("Content-Disposition", f'attachment; filename="{_quoted(shown)}"')
            )
    if name is not None:
        lines.append(("Content-Disposition", named))
    lines += [("Content-Type", media_type)] if media_type else []
    lines += [line for line in more.items() if line[0].lower() != "content-type"]
    for header, text in lines:
        if fault := header_fault(header, text):
            raise ValueError(f"the header {header!r} of a part {fault}")
    head = "".join(f"{header}: {text}\r\n" for header, text in lines)
    return [f"--{boundary}\r\n{head}\r\n".encode(), sent, b"\r\n"]


def _text(part: Part, value: object) -> tuple[str | None, bytes]:
    """Return the media type and the bytes of *value*, which is no file.

    Objects are JSON and all else is text, unless the part says another thing.
    """
    listed = [each.strip() for each in (part.media_type or "").split(",")]
    known = next((each for each in listed if each and "*" not in each), None)
    if is_object(value) or is_list(value):
        known = next(filter(is_json, listed), known) or "application/json"
        if not is_json(known):
            raise ValueError(f"a part of {known} must be text or a file")
    if known and is_json(known):
        return known, json_text(value).encode()
    return known, wire_text(value).encode()


def _quoted(text: str) -> str:
    """Return *text* as it stands between quotes."""
    return text.translate(_QUOTED)
