"""What is raised for the statuses of errors, and when no answer comes."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

package: Any = pytest.importorskip("skerry_ferries")

Case = dict[str, Any]
STATUSES = {
    302: "UnexpectedStatusError",
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    418: "ClientError",
    422: "UnprocessableError",
    429: "RateLimitError",
    500: "ServerError",
    503: "ServerError",
}


def no_retry(**options: Any) -> Case:
    """Return options of a client that never tries again."""
    return {"retry": package.RetryPolicy(attempts=1), "on_drift": print, **options}


def test_documented_errors(
    connect: Any, frozen: Callable[[Any], Any], operation: Case, failure: Case
) -> None:
    """A documented error is raised as its class, with the decoded body."""
    answer = failure["status"], failure["media_type"], failure["text"]
    session = connect(answer, **no_retry())
    with pytest.raises(package.ApiError) as caught:
        session.call(operation)

    for name in (failure["raises"], failure.get("told", "ApiError")):
        assert isinstance(caught.value, getattr(package.errors, name))
    assert type(pickle.loads(pickle.dumps(caught.value))) is type(caught.value)
    assert caught.value.status == failure["status"]
    assert frozen(caught.value.body) == failure["value"]


def test_other_errors(connect: Any, operation: Case) -> None:
    """Any other error is raised by its status, and says what was asked and answered."""
    known = {case["status"] for case in operation["errors"]}
    known |= {*operation.get("redirects", ())}
    for status in STATUSES.keys() - known:
        session = connect((status, "application/json", '{"code":1}'), **no_retry())
        with pytest.raises(package.ApiError) as caught:
            session.call(operation)
        error = caught.value

        assert isinstance(error, getattr(package.errors, STATUSES[status]))
        others = {*STATUSES.values()} - {STATUSES[status], "ClientError", "ServerError"}
        assert not isinstance(error, tuple(getattr(package.errors, n) for n in others))
        assert isinstance(error, package.errors.ClientError) == (400 <= status < 500)
        assert isinstance(error, package.errors.ServerError) == (status >= 500)
        assert (error.status, error.retries) == (status, 0)
        assert f"{operation['method']} " in str(error)
        assert str(status) in str(error)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (httpx2.ConnectError("refused"), "TransportFailure"),
        (httpx2.ReadTimeout("too slow"), "TimeoutFailure"),
    ],
)
def test_no_answer(connect: Any, operation: Case, cause: Exception, kind: str) -> None:
    """A failure of the transport is raised as such, and says what happened."""
    session = connect(cause, **no_retry())
    with pytest.raises(package.errors.TransportFailure, match=str(cause)) as caught:
        session.call(operation)

    assert type(caught.value).__name__ == kind
    assert caught.value.__cause__ is cause
    assert operation["method"] in str(caught.value)
