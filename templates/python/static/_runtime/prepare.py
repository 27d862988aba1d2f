"""From an operation and its arguments to a `Request`, or all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .body import body_bytes
from .failures import RequestValidationError
from .headers import header_fault, merged
from .operation import Operation
from .params import param_values
from .paths import filled_path
from .percent import COOKIE_NAME, encode
from .request import Request
from .settings import Settings
from .styles import header_text, path_text, query_pairs
from .types import QueryValue
from .violation import Violation


def prepare(
    operation: Operation[object],
    arguments: Mapping[str, object],
    body: object,
    settings: Settings,
    extra_headers: Mapping[str, str],
    extra_query: Mapping[str, QueryValue],
) -> Request:
    """Return the request; raise `RequestValidationError` with all violations at once."""
    violations: list[Violation] = []
    validate = settings.validate
    values = param_values(operation, arguments, violations, validate=validate)
    content = None
    if operation.body:
        content = body_bytes(operation.body, body, violations, validate=validate)
    path = filled_path(operation, values, violations)
    query = "&".join(_query(operation, values, extra_query, violations))
    fields = merged(
        [
            *settings.headers.items(),
            *_own_headers(operation, content),
            *_checked_headers(operation, values, extra_headers, violations),
        ]
    )
    if violations:
        raise RequestValidationError(operation.id, tuple(violations))
    mark = "&" if "?" in path else "?"
    url = (
        f"{settings.base_url}{path}{mark}{query}" if query else settings.base_url + path
    )
    return Request(operation.method, url, fields, _cookies(operation, values), content)


def _query(
    operation: Operation[object],
    values: Mapping[str, object],
    extra: Mapping[str, QueryValue],
    violations: list[Violation],
) -> Iterator[str]:
    """Yield the pairs of the query in the order of the parameters, extra ones last."""
    for param in operation.params:
        if param.location == "query" and param.argument in values:
            value = values[param.argument]
            style = param.style or "form"
            explode = style == "form" if param.explode is None else param.explode
            try:
                yield from query_pairs(
                    param.name, value, style, explode, param.reserved
                )
            except ValueError as error:
                violations.append(
                    Violation(param.argument, param.name, "type", str(error), value)
                )
    for name, value in extra.items():
        yield from query_pairs(name, value)


def _own_headers(
    operation: Operation[object], content: bytes | None
) -> Iterator[tuple[str, str]]:
    """Yield the headers that follow from the description."""
    yield "accept", operation.accept
    if operation.body and content is not None:
        yield "content-type", operation.body.media_type


def _checked_headers(
    operation: Operation[object],
    values: Mapping[str, object],
    extra: Mapping[str, str],
    violations: list[Violation],
) -> Iterator[tuple[str, str]]:
    """Yield the headers that hold arguments, extra ones last."""
    given = [
        (p.argument, p.name, header_text(values[p.argument], bool(p.explode)))
        for p in operation.params
        if p.location == "header" and p.argument in values
    ]
    given += [("extra_headers", name, value) for name, value in extra.items()]
    for argument, name, value in given:
        if fault := header_fault(name, value):
            violations.append(Violation(argument, name, "header", fault, value))
        yield name, value


def _cookies(
    operation: Operation[object], values: Mapping[str, object]
) -> dict[str, str]:
    """Return the cookies that hold arguments, percent-encoded."""
    return {
        encode(p.name, COOKIE_NAME): path_text(
            p.name, values[p.argument], "simple", False
        )
        for p in operation.params
        if p.location == "cookie" and p.argument in values
    }
