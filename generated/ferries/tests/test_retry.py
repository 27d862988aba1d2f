"""Retry: what is sent again, after which pause, and what never is."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

package: Any = pytest.importorskip("skerry_ferries")

Case = dict[str, Any]
OK = (200, None, "")
FAILURES = [
    (408, None, ""),
    (429, None, ""),
    (500, None, ""),
    (503, None, ""),
    httpx2.ConnectError("refused"),
    httpx2.ReadTimeout("too slow"),
]


class Sleeper:
    """A policy of retry that does not sleep: it keeps the *pauses* instead."""

    def __init__(self, **options: Any) -> None:
        self.pauses: list[float] = []
        self.policy = package.RetryPolicy(
            sleep=self.pauses.append,
            sleep_async=self.sleep,
            chance=lambda: 0.0,
            **options,
        )

    async def sleep(self, pause: float) -> None:
        self.pauses.append(pause)


def test_retry(connect: Any, operation: Case) -> None:
    """After a passing failure a call is repeated if that does no harm, else it fails."""
    for failure in FAILURES:
        sleeper = Sleeper()
        session = connect(failure, failure, OK, retry=sleeper.policy, on_drift=print)
        if operation["idempotent"]:
            session.call(operation)
            first, *others = [(r.method, r.url, r.content) for r in session.requests]
            assert others == [first, first]
            assert sleeper.pauses == [0.5, 1.0]
        else:
            with pytest.raises((package.ApiError, package.errors.TransportFailure)):
                session.call(operation)
            assert len(session.requests) == 1
            assert sleeper.pauses == []


def test_idempotency_key(connect: Any, operation: Case) -> None:
    """With an idempotency key any call is repeated."""
    sleeper = Sleeper()
    session = connect((503, None, ""), OK, retry=sleeper.policy, on_drift=print)
    session.call(operation, extra_headers={"Idempotency-Key": "1"})

    assert [r.headers["idempotency-key"] for r in session.requests] == ["1", "1"]


def test_giving_up(connect: Any, operation: Case) -> None:
    """After three tries, or a failure that will stay, the error is raised."""
    sleeper = Sleeper()
    session = connect((503, None, ""), retry=sleeper.policy)
    with pytest.raises(package.ApiError) as caught:
        session.call(operation, extra_headers={"Idempotency-Key": "1"})
    assert (len(session.requests), caught.value.retries) == (3, 2)

    session = connect((400, None, ""), OK, retry=sleeper.policy)
    with pytest.raises(package.ApiError):
        session.call(operation)
    assert len(session.requests) == 1
