"""Credentials: sent where they are due, nowhere else, and never shown."""

from __future__ import annotations

import logging
import pickle
import re
from contextlib import nullcontext
from typing import Any

import pytest

package: Any = pytest.importorskip("kestrel_library")

Case = dict[str, Any]


def shown(session: Any, error: Any) -> str:
    """Return all that a reader could see of a client and of what it raised."""
    request = getattr(error, "request", None)
    return "\n".join([repr(session.client), str(error), repr(error), repr(request)])


def test_credentials_are_needed(
    connect: Any, facts: Case, operation: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without credentials an operation that needs them is not sent, any other is."""
    for name in facts["environment"]:
        monkeypatch.delenv(name, raising=False)
    session = connect(**dict.fromkeys(facts["credentials"]))
    if operation["authenticated"] and not operation["anonymous"]:
        missing = package.errors.MissingCredentialsError
        with pytest.raises(missing, match=re.escape(operation["id"])):
            session.call(operation)
        assert session.requests == []
    else:
        session.call(operation)
        assert "authorization" not in session.requests[0].headers


def test_credentials_from_the_environment(
    connect: Any, facts: Case, operation: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not passed comes from the environment, and is sent just the same."""
    given = connect()
    given.call(operation)
    for name, value in facts["environment"].items():
        monkeypatch.setenv(name, value)
    kept = {
        k: v
        for k, v in facts["credentials"].items()
        if k not in facts["in_environment"]
    }
    found = connect(**dict.fromkeys(facts["in_environment"]), **kept)
    found.call(operation)

    assert found.requests[0].url == given.requests[0].url
    assert found.requests[0].headers == given.requests[0].headers


def test_credentials_stay_hidden(
    connect: Any, facts: Case, operation: Case, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither a repr, nor an error, nor a log shows a credential; pickles hold none."""
    caplog.set_level(logging.DEBUG)
    session = connect((400, None, "no"))
    with pytest.raises(package.ApiError) as caught:
        session.call(operation)
    ours = [r for r in caplog.records if r.name.startswith(package.__name__)]
    text = shown(session, caught.value) + "".join(r.getMessage() for r in ours)
    text += repr(pickle.dumps(caught.value))

    assert ours
    assert [s for s in facts["credentials"].values() if s in text] == []
    assert session.requests[0].headers.get("authorization", "\0") not in text


def test_no_redirect_is_followed(connect: Any, operation: Case) -> None:
    """A redirect is a result or an error of its own: credentials go nowhere else."""
    session = connect((307, None, ""))
    fine = 307 in operation.get("redirects", ())
    with nullcontext() if fine else pytest.raises(package.ApiError):
        session.call(operation)

    assert len(session.requests) == 1
