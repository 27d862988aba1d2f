"""From an operation and its arguments to a `Request`, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from .body import body_content
from .failures import RequestValidationError
from .headers import cookie_fault, header_fault
from .json import is_object, wire_text
from .operation import Operation, Param
from .params import param_values
from .paths import filled_path
from .percent import encode
from .plan import plan
from .request import Request, joined
from .settings import Settings
from .styles import cookie_pairs, form_pairs, header_text, query_pairs
from .types import QueryValue
from .violation import Violation

T = TypeVar("T")


def prepare(
    operation: Operation[object],
    arguments: Mapping[str, object],
    body: object,
    settings: Settings,
    extra_headers: Mapping[str, str],
    extra_query: Mapping[str, QueryValue],
    server_url: str | None = None,
) -> Request:
    """Return the request; raise `RequestValidationError` with all violations at once."""
    violations: list[Violation] = []
    validate = settings.validate
    planned = plan(operation)
    values = param_values(operation, arguments, violations, validate=validate)
    headers = {**settings.headers, "accept": operation.accept}
    content = None
    if sent := body_content(operation, body, violations, validate=validate):
        headers["content-type"], content = sent
    if operation.conditions and validate:
        violations += operation.conditions(arguments, body)
    for param, text in _texts(planned.headers, values, violations, _header):
        if fault := header_fault(param.name, text):
            violations.append(param.violation("header", fault, text))
        headers[param.name.lower()] = text
    for name, text in extra_headers.items():
        if fault := header_fault(name, text):
            violations.append(Violation("extra_headers", name, "header", fault, text))
        headers[name.lower()] = text
    base = settings.base_url
    if operation.server or server_url:
        try:
            base = settings.base_of(operation.server, server_url)
        except ValueError as error:
            fault = str(error)
            violations.append(Violation("server_url", "", "format", fault, server_url))
    url = base + filled_path(planned.pieces, values, violations)
    pairs = [t for _, t in _texts(planned.query, values, violations, _query) if t]
    pairs += _extra_pairs(extra_query, violations)
    if pairs:
        url = joined(url, "&".join(pairs))
    cookies: list[tuple[str, str]] = []
    for param, found in _texts(planned.cookies, values, violations, _cookie):
        if fault := next(filter(None, map(cookie_fault, found)), None):
            violations.append(param.violation("cookie", fault, found))
        cookies += found
    if violations:
        raise RequestValidationError(operation.id, tuple(violations))
    return Request(operation.method, url, headers, cookies, content)


def _texts(
    params: tuple[Param, ...],
    values: Mapping[str, object],
    violations: list[Violation],
    text: Callable[[Param, object], T],
) -> Iterator[tuple[Param, T]]:
    """Yield each of *params* that has a value, with what *text* makes of it."""
    for param in params:
        if param.argument in values:
            value = values[param.argument]
            try:
                yield param, text(param, value)
            except ValueError as error:
                violations.append(param.violation("type", str(error), value))


def _header(param: Param, value: object) -> str:
    """Return *value* as a header has it."""
    return header_text(value, bool(param.explode))


def _cookie(param: Param, value: object) -> list[tuple[str, str]]:
    """Return *value* as the cookies that it makes."""
    style, explode = param.style, param.explode
    if explode is None:
        explode = style in (None, "form", "cookie")
    return cookie_pairs(param.name, value, style, explode, param.reserved)


def _query(param: Param, value: object) -> str:
    """Return *value* as the query has it; empty where there is nothing to say.

    One that is the whole query has no name there.
    """
    name, style, explode = param.name, param.style, param.explode
    if param.location == "querystring":
        if is_object(value):
            return "&".join(form_pairs(value))
        return encode(wire_text(value))
    if style == "urlencoded" and is_object(value):
        value = "&".join(form_pairs(value))
    if explode is None:
        explode = style in (None, "form")
    return "&".join(query_pairs(name, value, style, explode, param.reserved))


def _extra_pairs(
    extra: Mapping[str, QueryValue], violations: list[Violation]
) -> list[str]:
    """Return what a single call adds to the query."""
    pairs: list[str] = []
    for name, value in extra.items():
        try:
            pairs += query_pairs(name, value)
        except ValueError as error:
            violations.append(Violation("extra_query", name, "type", str(error), value))
    return pairs
