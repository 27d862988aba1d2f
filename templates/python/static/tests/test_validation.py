"""What is refused before anything is sent, and what must pass."""

from __future__ import annotations

from typing import Any

import pytest

package: Any = pytest.importorskip("__package_name__")

Case = dict[str, Any]


def refused(session: Any, operation: Case, changes: Case) -> Any:
    """Return the violations that a call with *changes* to what it needs is refused for."""
    before = len(session.requests)
    with pytest.raises(package.RequestValidationError) as caught:
        session.call(operation, operation["base"] | changes)
    assert len(session.requests) == before
    assert caught.value.operation == operation["id"]
    return caught.value.violations


def test_required_arguments(connect: Any, operation: Case) -> None:
    """Without a required argument, or with MISSING for it, nothing is sent."""
    session = connect()
    required = {s["argument"]: s for s in operation["slots"] if s["required"]}
    for argument, slot in required.items():
        others = {k: v for k, v in operation["base"].items() if k != argument}
        with pytest.raises(TypeError, match=argument):
            session.call(operation, others)
        (violation,) = refused(session, operation, {argument: package.MISSING})
        assert (violation.argument, violation.rule) == (argument, "required")
        assert violation.name == slot["name"] or slot["place"] == "body"
    if required:
        found = refused(session, operation, dict.fromkeys(required, package.MISSING))
        assert {v.argument for v in found} == required.keys()
    assert session.requests == []


def test_violations(connect: Any, operation: Case, slot: Case) -> None:
    """Each broken rule is named, with the argument, its name on the wire and the value."""
    session = connect()
    for wrong in slot["invalid"]:
        found = refused(session, operation, {slot["argument"]: wrong["value"]})
        assert {v.argument for v in found} == {slot["argument"]}, wrong
        assert wrong["rules"] is None or {v.rule for v in found} <= {*wrong["rules"]}
        assert slot["place"] == "body" or wrong["name"] in {v.name for v in found}
        assert slot["name"] in str(found[0])


def test_limits_are_allowed(connect: Any, operation: Case, slot: Case) -> None:
    """The values at the edges of what is allowed pass, and are sent as they are."""
    session = connect()
    for right in slot["valid"]:
        session.call(operation, operation["base"] | {slot["argument"]: right["value"]})
        request = session.requests[-1]
        text = f"{request.url.raw_path.decode()} {request.content.decode()}"
        assert (right["sends"] or "") in f"{text} {request.headers}"
    assert len(session.requests) == len(slot["valid"])


def test_all_violations_at_once(connect: Any, operation: Case) -> None:
    """However many arguments are wrong, one error tells of all of them."""
    wrong = {s["argument"]: s["invalid"][0] for s in operation["slots"] if s["invalid"]}
    changes = {argument: case["value"] for argument, case in wrong.items()}
    if wrong:
        found = refused(connect(), operation, changes)
        assert {v.argument for v in found} == wrong.keys()


def test_validation_can_be_turned_off(connect: Any, operation: Case) -> None:
    """With ``validate=False`` a call is sent, whatever its arguments."""
    session = connect(validate=False)
    for slot in operation["slots"]:
        if slot["place"] != "path" and slot["invalid"]:
            value = slot["invalid"][0]["value"]
            session.call(operation, operation["base"] | {slot["argument"]: value})
    session.call(operation)
    assert session.requests
