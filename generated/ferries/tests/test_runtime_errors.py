"""The run-time's errors: classes, messages, and what is left of them after pickling."""

from __future__ import annotations

import pickle

import httpx2
import pytest

from skerry_ferries import errors as public
from skerry_ferries._runtime import errors
from skerry_ferries._runtime.drift import DriftEvent
from skerry_ferries._runtime.errors import (
    ApiError,
    CallError,
    ClientError,
    MissingCredentialsError,
    RequestValidationError,
    ResponseValidationError,
    ServerError,
    TimeoutFailure,
    TransportFailure,
    UnexpectedStatusError,
    error_class,
)
from skerry_ferries._runtime.request import Request
from skerry_ferries._runtime.violation import Violation

REQUEST = Request("GET", "https://a/b?token=t", {"x": "y"}, [], b"z")
EVENT = DriftEvent("op", 200, "a", "b", 1)


def response(status: int = 404, content: bytes = b"{}") -> httpx2.Response:
    """Return a response to a request with credentials."""
    request = httpx2.Request("GET", "https://a", headers={"authorization": "sesame"})
    headers = {"content-type": "a/b", "x-n": "1"}
    return httpx2.Response(status, content=content, headers=headers, request=request)


@pytest.mark.parametrize(
    ("status", "name", "base"),
    [
        (400, "BadRequestError", ClientError),
        (401, "UnauthorizedError", ClientError),
        (402, "ClientError", ApiError),
        (403, "ForbiddenError", ClientError),
        (404, "NotFoundError", ClientError),
        (409, "ConflictError", ClientError),
        (422, "UnprocessableError", ClientError),
        (429, "RateLimitError", ClientError),
        (499, "ClientError", ApiError),
        (500, "ServerError", ApiError),
        (599, "ServerError", ApiError),
        (304, "UnexpectedStatusError", ApiError),
        (399, "UnexpectedStatusError", ApiError),
        (600, "UnexpectedStatusError", ApiError),
    ],
)
def test_classes(status: int, name: str, base: type[ApiError]) -> None:
    """Each status has its class, which the package exports; some APIs have more."""
    found = error_class(status)
    assert base in found.__mro__
    assert getattr(public, found.__name__) is found
    assert issubclass(found, getattr(public, name))
    assert found.__name__ == name or name in ("ClientError", "ServerError")


def test_hierarchy() -> None:
    """All that a call raises is a `CallError`; bad values are a `ValueError` too."""
    for kind in (
        ApiError,
        MissingCredentialsError,
        RequestValidationError,
        ResponseValidationError,
        TransportFailure,
    ):
        assert issubclass(kind, CallError)
        values = (RequestValidationError, ResponseValidationError)
        assert issubclass(kind, ValueError) == (kind in values)
    assert issubclass(TimeoutFailure, TransportFailure)
    assert not issubclass(UnexpectedStatusError, ClientError | ServerError)
    exported = set(errors.__all__) - {"error_class"}
    assert exported <= set(dir(public))


@pytest.mark.parametrize(
    ("body", "retries", "message"),
    [
        (None, 0, ""),
        (None, 1, " (after 2 tries)"),
        ({"a": 1}, 0, ": {'a': 1}"),
        ("x" * 200, 2, f" (after 3 tries): {'x' * 200}"),
        ("x" * 201, 0, f": {'x' * 200}..."),
    ],
)
def test_api_errors(body: object, retries: int, message: str) -> None:
    """An error of the API says what was asked and answered, without secrets."""
    answer = response()
    error = ApiError(REQUEST, answer, body, retries)
    assert (error.request, error.response, error.body) == (REQUEST, answer, body)
    assert (error.status, error.retries) == (404, retries)
    assert error.args == (REQUEST, answer, body, retries)
    assert str(error) == f"GET https://a/b?token=*** -> 404{message}"
    assert ApiError(REQUEST, answer, body).retries == 0


def test_failures() -> None:
    """A failure of the transport says why, and how often it was tried."""
    failure = TransportFailure(REQUEST, "no route")
    assert (failure.request, failure.reason, failure.retries) == (
        REQUEST,
        "no route",
        0,
    )
    assert failure.args == (REQUEST, "no route", 0)
    assert str(failure) == "GET https://a/b?token=***: no route"
    assert str(TimeoutFailure(REQUEST, "late", 2)).endswith(": late (after 3 tries)")


def test_validation_errors() -> None:
    """Validation errors list all that they found."""
    violation = Violation("a", "A", "type", "must be b", 1)
    error = RequestValidationError("op", (violation, violation))
    assert (error.operation, error.violations) == ("op", (violation, violation))
    assert error.args == ("op", (violation, violation))
    line = "\n  a (A): must be b [type], got 1"
    assert str(error) == f"op: nothing was sent:{line}{line}"
    answer = response()
    failed = ResponseValidationError("op", (EVENT, EVENT), [1], answer)
    assert (failed.operation, failed.events) == ("op", (EVENT, EVENT))
    assert (failed.body, failed.response) == ([1], answer)
    assert failed.args == ("op", (EVENT, EVENT), [1], answer)
    line = "\n  op -> 200: a: expected b, got 1"
    assert str(failed) == f"op: unexpected response:{line}{line}"


@pytest.mark.parametrize(
    "error",
    [
        error_class(404)(REQUEST, response(), {"a": 1}, 1),
        ResponseValidationError("op", (EVENT,), [1], response(200)),
        RequestValidationError("op", (Violation("a", "A", "type", "m", 1),)),
        TimeoutFailure(REQUEST, "late", 2),
        MissingCredentialsError("which"),
    ],
)
def test_errors_pickle(error: CallError) -> None:
    """An error survives pickling, but the credentials that were sent do not."""
    data = pickle.dumps(error)
    copy = pickle.loads(data)
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy).keys() == vars(error).keys()
    assert b"sesame" not in data


def test_pickled_responses() -> None:
    """A response is pickled with its status, its headers and its decoded content."""
    body = b"hello"
    gzip = response(400)
    gzip.headers["content-encoding"] = "gzip"
    gzip.headers["transfer-encoding"] = "chunked"
    plain = response(400, body)
    for answer, content in ((plain, body), (gzip, b"{}")):
        error = ApiError(REQUEST, answer, None)
        copy: ApiError = pickle.loads(pickle.dumps(error))
        assert (copy.response.status_code, copy.response.content) == (400, content)
        headers = copy.response.headers
        assert (headers["content-type"], headers["x-n"]) == ("a/b", "1")
        assert "content-encoding" not in headers
        assert "transfer-encoding" not in headers
