"""Requests as they must go out, worked out from the IR and the arguments."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from specpress.emit.cases.bodies import body_text, content_type, field_text
from specpress.emit.cases.parameters import (
    cookie_pairs,
    header_value,
    path_value,
    query_pairs,
)
from specpress.emit.cases.slots import Slot
from specpress.emit.cases.text import percent
from specpress.emit.samples import Types
from specpress.ir.nodes import Content, Operation, Parameter
from specpress.ir.security import (
    ApiKeyAuth,
    BasicAuth,
    BearerAuth,
    DigestAuth,
    HttpAuth,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    SecurityScheme,
)
from specpress.ir.sequences import streaming

EMPTY: Final = frozenset({"204", "205", "304"})
"""Statuses of answers without a body (RFC 9110, 15.3.5, 15.3.6 and 15.4.5)."""

NO_SERVER = "https://api.example.com"
"""Stands for the server where the description names none."""

SECRETS = {
    "username": "user-1",
    "password": "secret-password ü",
    "token": "secret-token",
    "key": "secret-key",
    "value": "secret-value",
    "certificate": "secret-certificate.pem",
}
"""What the client is given, by the part of a scheme."""


@dataclass(slots=True)
class Expected:
    """One request: its *target* as it stands in the request line, and the rest."""

    scheme: str
    target: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: str | None = None


def expected(
    operation: Operation,
    slots: Sequence[Slot],
    arguments: Mapping[str, object],
    *,
    base: str,
    content: Content | None,
    spread: bool,
    types: Types,
    schemes: Mapping[str, SecurityScheme],
) -> Expected:
    """Return the request that *arguments* (JSON data) must lead to."""
    given = [(s, arguments[s.argument]) for s in slots if s.argument in arguments]
    path = operation.path
    for slot, value in given:
        if isinstance(slot.source, Parameter) and slot.place == "path":
            text = path_value(slot.source, value)
            path = path.replace("{" + slot.name + "}", text)
    pairs = [p for s, v in given for p in _query(s, v)]
    cookies = [p for s, v in given for p in _cookies(s, v)]
    server = urlsplit(base)
    request = Expected(server.scheme, server.path.rstrip("/") + path)
    usual = {"https": ":443", "http": ":80"}[server.scheme]
    request.headers["host"] = server.netloc.removesuffix(usual)
    request.headers["accept"] = accept(operation)
    for slot, value in given:
        if isinstance(slot.source, Parameter) and slot.place == "header":
            request.headers[slot.name.lower()] = header_value(slot.source, value)
    _authenticate(operation, schemes, request, pairs, cookies)
    if pairs:
        request.target += ("&" if "?" in path else "?") + "&".join(pairs)
    if cookies:
        request.headers["cookie"] = "; ".join(cookies)
    if content is not None:
        value = body_of(slots, arguments, spread=spread)
        is_needed = operation.body is not None and operation.body.required
        is_given = any(s.place == "body" and s.argument in arguments for s in slots)
        if value is None and spread and is_needed:
            value = dict[str, object]()
        if value is not None or is_given:
            request.headers["content-type"] = content_type(content, types)
            request.body = body_text(value, content, types)
    return request


def body_of(
    slots: Sequence[Slot], arguments: Mapping[str, object], *, spread: bool
) -> object:
    """Return the body's value that *arguments* make; None for null or no body at all."""
    if not spread:
        inside = [s.argument for s in slots if s.place == "body"]
        return next((arguments[a] for a in inside if a in arguments), None)
    value = {
        slot.name: arguments[slot.argument]
        for slot in slots
        if slot.place == "field" and slot.argument in arguments
    }
    return value or None


def accept(operation: Operation) -> str:
    """Return the media types that *operation* may answer with, in order, each once."""
    full = (r for r in operation.responses if r.status not in EMPTY)
    plain = streaming(operation) != "only"
    contents = [c for r in full for c in r.contents if c.item is None or not plain]
    types = [content.media_type for content in contents]
    return ", ".join(dict.fromkeys(types)) or "*/*"


def fragment(
    slot: Slot, value: object, content: Content | None, types: Types
) -> str | None:
    """Return what *value* in *slot* adds to a request's text, None for nothing."""
    match slot.source, slot.place:
        case Parameter() as parameter, "path":
            return path_value(parameter, value)
        case Parameter() as parameter, "query" | "querystring":
            return "&".join(query_pairs(parameter, value)) or None
        case Parameter() as parameter, "header":
            return header_value(parameter, value)
        case Parameter() as parameter, "cookie":
            return "; ".join(cookie_pairs(parameter, value))
        case _, "field" if content is not None:
            return field_text(slot.name, value, content, types)
        case _ if content is not None:
            return body_text(value, content, types)
        case _:
            return None


def _query(slot: Slot, value: object) -> list[str]:
    if isinstance(slot.source, Parameter) and "query" in slot.place:
        return query_pairs(slot.source, value)
    return []


def _cookies(slot: Slot, value: object) -> list[str]:
    if isinstance(slot.source, Parameter) and slot.place == "cookie":
        return cookie_pairs(slot.source, value)
    return []


def _authenticate(
    operation: Operation,
    schemes: Mapping[str, SecurityScheme],
    request: Expected,
    pairs: list[str],
    cookies: list[str],
) -> None:
    needed = next((r.schemes for r in operation.security if r.schemes), ())
    for id_ in needed:
        match schemes[id_]:
            case BasicAuth():
                pair = f"{SECRETS['username']}:{SECRETS['password']}".encode()
                text = base64.b64encode(pair).decode("ascii")
                request.headers["authorization"] = f"Basic {text}"
            case BearerAuth() | OAuth2() | OpenIdConnect():
                request.headers["authorization"] = f"Bearer {SECRETS['token']}"
            case ApiKeyAuth(name=name, location=location):
                if location == "header":
                    request.headers.setdefault(name.lower(), SECRETS["key"])
                elif location == "query":
                    pairs.append(f"{percent(name)}={percent(SECRETS['key'])}")
                else:
                    cookies.append(f"{name}={SECRETS['key']}")
            case HttpAuth(scheme=scheme):
                request.headers["authorization"] = f"{scheme} {SECRETS['value']}"
            case DigestAuth() | MutualTls():
                pass  # the server asks first, or when the connection is made
