"""Bodies read back by the media type they are in."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

from conformance.elements import from_xml
from conformance.inexpressible import Inexpressible
from conformance.operations import Found, resolved
from conformance.values import from_json, from_text, kinds, properties


def essence(media_type: str) -> str:
    """Return *media_type* without parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def raw(content: Mapping[str, str]) -> bytes:
    """Return the bytes of *content* as the scenarios have it."""
    if "base64" in content:
        return base64.b64decode(content["base64"])
    return content["text"].encode()


def described(found: Found, media_type: str) -> tuple[str, Mapping[str, Any]]:
    """Return the media type of a request's description that means *media_type*."""
    body = resolved(found.document, found.operation.get("requestBody")) or {}
    contents = body.get("content", {})
    for name, content in contents.items():
        if essence(name) == essence(media_type):
            return name, content
    for name, content in contents.items():
        kind, _, rest = essence(name).partition("/")
        if "*" in (kind, rest) and kind in ("*", essence(media_type).partition("/")[0]):
            return name, content
    if (
        essence(media_type).endswith("json")
        and "application/merge-patch+json" in contents
    ):
        return "application/merge-patch+json", contents["application/merge-patch+json"]
    raise Inexpressible(f"the description has no body of {media_type}")


def from_body(found: Found, body: Mapping[str, Any], declared: str) -> tuple[str, Any]:
    """Return the described media type of a *body*, and what it says.

    The *declared* media type is that of a header; without it, or where only the mock
    knows it, the body's own counts, which it is written in as well.
    """
    try:
        media_type, content = described(found, declared or body["type"])
    except Inexpressible:
        media_type, content = described(found, body["type"])
    schema = content.get("schema", {})
    if "parts" in body:
        return media_type, _parts(found, schema, body)
    data = raw(body["content"]) if body["content"] else b""
    return media_type, from_bytes(found.document, schema, body["type"], data)


def from_bytes(
    document: Mapping[str, Any], schema: Any, media_type: str, data: bytes
) -> Any:
    """Return what *data* of *media_type* says, of what *schema* describes."""
    kind = essence(media_type)
    if is_file(document, schema):
        return data
    if kind.endswith("json"):
        return from_json(document, schema, json.loads(data))
    if kind.endswith("xml"):
        return from_xml(document, schema, data)
    if kind.endswith("jsonl"):
        return [json.loads(line) for line in data.splitlines() if line.strip()]
    if kind == "application/x-www-form-urlencoded":
        known = properties(document, schema)
        pairs = parse_qs(data.decode(), keep_blank_values=True)
        return {
            k: from_text(document, known.get(k, {}), v[0]) for k, v in pairs.items()
        }
    if kind.startswith("text/"):
        return data.decode()
    return data


def is_file(document: Mapping[str, Any], schema: Any) -> bool:
    """Tell whether *schema* describes bytes as they are (OpenAPI 3.0, "binary")."""
    return any(part.get("format") == "binary" for part in kinds(document, schema))


def _parts(found: Found, schema: Any, body: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a multipart *body* by name; files are `Sent`."""
    known = properties(found.document, schema)
    out: dict[str, Any] = {}
    for name, value in body["parts"].items():
        part = known.get(name, {})
        if isinstance(value, dict | list | str):
            out[name] = from_json(found.document, part, value)
        else:
            out[name] = from_text(found.document, part, json.dumps(value))
    for item in body["files"]:
        sent = Sent(raw(item["content"]), item["filename"], item["type"])
        name = item["name"]
        part = resolved(found.document, known.get(name, {}))
        if part.get("type") == "array":
            out.setdefault(name, []).append(sent)
        else:
            out[name] = sent
    return out


class Sent:
    """A file of a multipart body."""

    def __init__(self, data: bytes, name: str | None, media_type: str) -> None:
        self.data = data
        self.name = name
        self.media_type = media_type
