"""Bodies read back: JSON, forms, parts and lines, each by the rules of its format."""

from __future__ import annotations

import json
from email import policy
from email.message import Message
from email.parser import BytesParser
from typing import Any, Final
from urllib.parse import unquote_plus

from roundtrip.described import Payload
from roundtrip.files import Unsayable, followed
from roundtrip.markup import from_xml
from roundtrip.styles import from_pairs, pairs_of
from roundtrip.texts import alike, same, says

_STYLED: Final = ("style", "explode", "allowReserved")
LINES: Final = frozenset(
    "application/jsonl application/x-ndjson application/x-jsonlines "
    "application/ndjson application/x-jsonl application/jsonlines".split()
)


def essence(media_type: str) -> str:
    """Return *media_type* without parameters, in small letters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Return whether values of *media_type* are JSON (RFC 6839, 3.1)."""
    own = essence(media_type)
    return own.endswith(("+json", "/json"))


def is_xml(media_type: str) -> bool:
    """Return whether values of *media_type* are XML (RFC 7303, 4.2)."""
    own = essence(media_type)
    return own in ("application/xml", "text/xml") or own.endswith("+xml")


def difference(
    payload: Payload, dialect: str, media_type: str, content: bytes, given: Any
) -> str:
    """Return how *content*, sent as *media_type*, is not *given*; nothing if it is.

    Raises `Unsayable` where nobody can tell.
    """
    own = essence(media_type)
    wanted = essence(payload.media_type)
    if own != wanted and "*" not in wanted:
        return f"sent as {own}, described as {wanted}"
    if isinstance(given, bytes):
        return "" if content == given else f"bytes {content[:80]!r}"
    if is_json(own):
        return _told(same(given, _json(content)), content)
    if own in LINES or own == "application/json-seq":
        mark = b"\x1e" if own == "application/json-seq" else b""
        texts = [t.removeprefix(mark) for t in content.split(b"\n") if t]
        return _told(same(given, [_json(text) for text in texts]), content)
    if own == "application/x-www-form-urlencoded" and isinstance(given, dict):
        return _form(payload, dialect, content.decode("ascii"), given)
    if own.startswith("multipart/"):
        return _parts(payload, dialect, media_type, content, given)
    if is_xml(own) and not isinstance(given, str):
        return from_xml(content, payload.schema, dialect, given)
    if isinstance(given, str):
        return _told(content.decode() == given, content)
    raise Unsayable(f"a value in {own}")


def _told(fine: bool, content: bytes) -> str:
    return "" if fine else f"content {content[:200]!r}"


def _json(content: bytes) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            raise ValueError("a member is there twice")
        return made

    return json.loads(content, object_pairs_hook=once)


def _form(payload: Payload, dialect: str, content: str, given: dict[str, Any]) -> str:
    """Return how a form differs (OpenAPI 3.2, "Encoding the x-www-form-urlencoded
    Media Type"; WHATWG URL, 5.1)."""
    pairs = pairs_of(content)
    for name, value in given.items():
        known = followed(payload.encoding.get(name)) or {}
        if any(key in known for key in _STYLED):
            style = known.get("style", "form")
            explode = known.get("explode", style == "form")
            found = from_pairs(pairs, name, style, explode, value, unquote_plus)
            if not alike(value, found):
                return f"{name!r}: {found!r} for {value!r}"
            continue
        mine = [unquote_plus(text) for key, text in pairs if unquote_plus(key) == name]
        pairs = [(key, text) for key, text in pairs if unquote_plus(key) != name]
        items = _items(value)
        as_json = is_json(str(known.get("contentType", "")))
        if not _each(items, mine, as_json):
            return f"{name!r}: {mine!r} for {value!r}"
    return f"not given: {pairs!r}" if pairs else ""


def _each(items: list[Any], texts: list[str], as_json: bool) -> bool:
    if len(items) != len(texts):
        return False
    if as_json:
        return same(items, [json.loads(text) for text in texts])
    return all(map(says, texts, items))


def _parts(
    payload: Payload, dialect: str, media_type: str, content: bytes, given: Any
) -> str:
    """Return how parts differ (RFC 7578; OpenAPI 3.2, "Encoding multipart Media
    Types")."""
    if not given or not any(_items(each) for each in _members(given)):
        raise Unsayable("a body of no parts")
    head = f"MIME-Version: 1.0\r\nContent-Type: {media_type}\r\n\r\n".encode()
    whole = BytesParser(policy=policy.HTTP).parsebytes(head + content)
    parts = list(whole.iter_parts()) if whole.is_multipart() else []
    if whole.defects or any(part.defects for part in parts):
        return f"no multipart: {content[:200]!r}"
    if isinstance(given, list):
        return _places(payload, parts, given)
    left = [(_name(part), part) for part in parts]
    for name, value in given.items():
        known = followed(payload.encoding.get(name)) or {}
        mine = [part for key, part in left if key == _quoted(name)]
        if any(key in known for key in _STYLED) and essence(media_type).endswith(
            "form-data"
        ):
            pairs = [(key or "", _text(part)) for key, part in left]
            style = known.get("style", "form")
            explode = known.get("explode", style == "form")
            found = from_pairs(pairs, name, style, explode, value, str)
            left = [(k, p) for k, p in left if (k or "", _text(p)) in pairs]
            if not alike(value, found):
                return f"{name!r}: {found!r} for {value!r}"
            continue
        left = [(key, part) for key, part in left if key != _quoted(name)]
        items = _items(value)
        if len(items) != len(mine):
            return f"{name!r}: {len(mine)} parts for {value!r}"
        for item, part in zip(items, mine, strict=True):
            if wrong := _part(part, known, item):
                return f"{name!r}: {wrong}"
    return f"not given: {[key for key, _ in left]!r}" if left else ""


def _places(payload: Payload, parts: list[Any], given: list[Any]) -> str:
    """Return how parts without names differ (OpenAPI 3.2, "Encoding By Position")."""
    first, rest = payload.parts or (None, None)
    if len(parts) != len(given):
        return f"{len(parts)} parts for {given!r}"
    for index, (part, item) in enumerate(zip(parts, given, strict=True)):
        known = first[index] if first and index < len(first) else rest
        if wrong := _part(part, followed(known) or {}, item):
            return f"part {index}: {wrong}"
    return ""


def _members(given: Any) -> list[Any]:
    return list(given.values()) if isinstance(given, dict) else given


def _items(value: Any) -> list[Any]:
    """Return the values that a field or part is repeated for: null is none."""
    items = value if isinstance(value, list) else [value]
    return [each for each in items if each is not None]


def _part(part: Message, known: dict[str, Any], item: Any) -> str:
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    if isinstance(item, bytes):
        if content != item:
            return f"{content[:80]!r} for {item!r}"
        return "" if part.get_filename() else "a file without a name"
    told = str(part.get("Content-Type", ""))
    allowed = [essence(each) for each in str(known.get("contentType", "")).split(",")]
    is_exact = allowed[0] and not any("*" in each for each in allowed)
    if is_exact and essence(told) not in allowed and not isinstance(item, dict | list):
        return f"sent as {told!r}, described as {allowed}"
    if is_json(told) or isinstance(item, dict | list):
        return "" if same(item, _json(content)) else f"{content[:80]!r} for {item!r}"
    text = content.decode()
    return "" if says(text, item) else f"{text!r} for {item!r}"


def _name(part: Message) -> str | None:
    found = part.get_param("name", header="content-disposition")
    return found if isinstance(found, str) else None


def _text(part: Message) -> str:
    raw = part.get_payload(decode=True)
    return raw.decode() if isinstance(raw, bytes) else ""


def _quoted(name: str) -> str:
    """Return *name* as forms write it (WHATWG HTML, 4.10.21.8)."""
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
