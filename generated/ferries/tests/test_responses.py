"""What comes of an answer: decoding, and tolerance for what the API did not promise."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

package: Any = pytest.importorskip("skerry_ferries")

Case = dict[str, Any]
Frozen = Callable[[Any], Any]


def answer(case: Case) -> tuple[int, str | None, str]:
    """Return *case* as the server's answer."""
    return case["status"], case["media_type"], case["text"]


def test_decoding(connect: Any, frozen: Frozen, operation: Case, success: Case) -> None:
    """Each documented success is returned as its type, and holds all that was sent."""
    drifts: list[Any] = []
    session = connect(answer(success), strict=True, on_drift=drifts.append)
    with session.client.capture() as captured:
        result = session.call(operation)

    assert frozen(result) == success["value"]
    assert drifts == []
    assert success["returns"] in (None, type(result).__name__)
    assert captured.response.status_code == success["status"]
    assert captured.response.text == success["text"]


def test_unknown_keys(
    connect: Any, frozen: Frozen, operation: Case, extensible: Case
) -> None:
    """A key that the description does not have is kept."""
    value = extensible["value"] | {"unheard-of": {"a": [1, None]}}
    session = connect(answer(extensible | {"text": json.dumps(value)}), strict=True)

    assert frozen(session.call(operation)) == value


def test_drift(connect: Any, frozen: Frozen, operation: Case, drift: Case) -> None:
    """An answer that breaks the description is kept as it came, and reported."""
    drifts: list[Any] = []
    session = connect(answer(drift), on_drift=drifts.append)

    assert frozen(session.call(operation)) == drift["value"]
    assert {event.path for event in drifts} == {drift["path"]}
    assert {(e.operation, e.status) for e in drifts} == {
        (operation["id"], drift["status"])
    }
    assert operation["id"] in str(drifts[0])
    assert drift["path"] in str(drifts[0])


def test_strict(connect: Any, operation: Case, drift: Case) -> None:
    """With ``strict=True`` an answer that breaks the description is an error."""
    drifts: list[Any] = []
    session = connect(answer(drift), strict=True, on_drift=drifts.append)
    with pytest.raises(package.errors.ResponseValidationError) as caught:
        session.call(operation)

    assert {event.path for event in drifts} == {drift["path"]}
    assert caught.value.events == tuple(drifts)
    assert caught.value.response.status_code == drift["status"]


def test_what_is_no_json(connect: Any, operation: Case) -> None:
    """Text that should be JSON is returned as text, and reported."""
    drifts: list[Any] = []
    session = connect((200, "application/json", "{oops"), on_drift=drifts.append)

    if operation["method"] != "HEAD" and not operation.get("only_streams"):
        result = session.call(operation)
        assert result in ("{oops", b"{oops")  # bytes of a file, which may be anything
        assert bool(drifts) == isinstance(result, str)
