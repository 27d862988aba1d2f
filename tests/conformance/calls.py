"""From an expected request to the call that should make it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from conformance.bodies import Sent, essence, from_body
from conformance.inexpressible import Inexpressible
from conformance.methods import NoPlace, argument, arguments
from conformance.operations import Found, resolved, server_path
from conformance.styles import ABSENT, from_header, from_path, from_query

_OURS: Final = frozenset({"accept", "content-type", "authorization"})


def keywords(
    found: Found,
    call: Mapping[str, Any],
    bound: Callable[..., Any],
    package: ModuleType,
    base_url: str,
) -> dict[str, Any]:
    """Return the keyword arguments that ask *bound* for the request of *call*."""
    names = arguments(bound)
    request = call["request"]
    out: dict[str, Any] = {}
    for parameter, value in outside(found, call):
        name = argument(names.keys() - out.keys(), parameter["name"], parameter["in"])
        out[name] = value
    headers = {k.lower(): v for k, v in request["headers"].items()}
    if request["body"]:
        declared = str(headers.get("content-type", ""))
        media_type, value = from_body(found, request["body"], declared)
        if "*" in media_type and isinstance(value, bytes):
            value = Sent(value, None, request["body"]["type"])
        out |= _body(set(names) - out.keys(), media_type, value, package)
    elif (resolved(found.document, found.operation.get("requestBody")) or {}).get(
        "required"
    ):
        out |= _body(set(names) - out.keys(), "", {}, package)
    if "accept" in headers and "accept" not in out:
        out["extra_headers"] = {"accept": headers["accept"]}
    if found.server:
        servers = found.document["servers"]
        below = server_path(servers[0]).format_map(found.server)
        out["server_url"] = base_url + below
    return out


def outside(
    found: Found, call: Mapping[str, Any]
) -> list[tuple[Mapping[str, Any], Any]]:
    """Return the parameters that *call* gives, with their values.

    Raises `Inexpressible` where it expects something that none of them is.
    """
    request = call["request"]
    query: dict[str, Any] = dict(parse_qsl(urlsplit(call["uri"]).query))
    query |= request["query"]
    headers = {k.lower(): v for k, v in request["headers"].items()}
    used: set[str] = set(found.fixed)
    out: list[tuple[Mapping[str, Any], Any]] = []
    seen: set[str] = set()
    for parameter in found.parameters:
        name = parameter["name"]
        if parameter["in"] == "header" and name.lower() in _OURS:
            continue  # they shall be ignored (OpenAPI, Parameter Object, "name")
        match parameter["in"]:
            case "path":
                value = from_path(found, parameter)
            case "query":
                value, taken = from_query(found, parameter, query)
                used |= taken
            case "header":
                value = headers.get(name.lower(), ABSENT)
                seen.add(name.lower())
                if value is not ABSENT:
                    value = from_header(found, parameter, value)
            case _:
                value = ABSENT
        if value is not ABSENT:
            out.append((parameter, value))
    if rest := sorted(query.keys() - used):
        raise Inexpressible(f"the description has no query parameter {rest[0]!r}")
    if rest := sorted(headers.keys() - seen - _OURS - _credentials(found)):
        raise Inexpressible(f"the description has no header {rest[0]!r}")
    return out


def _credentials(found: Found) -> set[str]:
    """Return the headers that credentials are sent in."""
    schemes = found.document.get("components", {}).get("securitySchemes", {})
    return {s["name"].lower() for s in schemes.values() if s.get("in") == "header"}


def _body(
    names: set[str], media_type: str, value: Any, package: ModuleType
) -> dict[str, Any]:
    """Return the arguments of *names* that give *value* as a body of *media_type*."""
    value = _files(value, package)
    out: dict[str, Any] = {}
    if "content_type" in names and media_type:
        out["content_type"] = media_type
    if "body" in names:
        return {**out, "body": value}
    if not isinstance(value, Mapping):
        raise NoPlace(f"no argument for a body that is {type(value).__name__}")
    for wire, each in value.items():
        out[argument(names - out.keys(), wire)] = each
    return out


def _files(value: Any, package: ModuleType) -> Any:
    """Return *value* with its files as the client takes them."""
    if isinstance(value, Sent):
        return package.File(value.data, value.name, value.media_type)
    if isinstance(value, list):
        return [_files(each, package) for each in value]
    if isinstance(value, dict):
        return {k: _files(v, package) for k, v in value.items()}
    return value


def unusual(found: Found) -> bool:
    """Tell whether the operation answers in several ways."""
    body = resolved(found.document, found.operation.get("requestBody")) or {}
    return len({essence(name) for name in body.get("content", {})}) > 1
