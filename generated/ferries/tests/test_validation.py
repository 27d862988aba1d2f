"""What is refused before anything is sent, and what must pass."""

from __future__ import annotations

from typing import Any

import pytest

package: Any = pytest.importorskip("skerry_ferries")

Case = dict[str, Any]


def refused(session: Any, operation: Case, changes: Case) -> Any:
    """Return the violations that a call with *changes* to what it needs is refused for."""
    before = len(session.requests)
    with pytest.raises(package.RequestValidationError) as caught:
        session.call(operation, operation["base"] | changes)
    assert len(session.requests) == before
    assert caught.value.operation == operation["id"]
    return caught.value.violations


def trials(operation: Case, kind: str) -> list[tuple[Case, Case]]:
    """Return the cases of one kind, each with the argument that it is about."""
    return [(slot, case) for slot in operation["slots"] for case in slot[kind]]


def test_required_arguments(connect: Any, operation: Case) -> None:
    """Without a required argument, with MISSING for it, or with an argument that
    there is not, nothing is sent."""
    session = connect()
    required = {s["argument"]: s for s in operation["slots"] if s["required"]}
    for argument, slot in required.items():
        others = {k: v for k, v in operation["base"].items() if k != argument}
        kind = TypeError if slot.get("bound", True) else package.RequestValidationError
        with pytest.raises(kind, match=argument):
            session.call(operation, others)
        (violation,) = refused(session, operation, {argument: package.MISSING})
        assert (violation.argument, violation.rule) == (argument, "required")
        assert violation.name == slot["name"] or slot["place"] == "body"
    with pytest.raises(TypeError, match="not_an_argument"):
        session.call(operation, operation["base"] | {"not_an_argument": 1})
    if required:
        found = refused(session, operation, dict.fromkeys(required, package.MISSING))
        assert {v.argument for v in found} == required.keys()
    assert session.requests == []


def test_violations(connect: Any, operation: Case) -> None:
    """Each broken rule is named, with its argument and the argument's name on the wire."""
    session = connect()
    for slot, wrong in trials(operation, "invalid"):
        found = refused(session, operation, {slot["argument"]: wrong["value"]})
        at = (operation["id"], slot["argument"], wrong, found)
        assert {v.argument for v in found} == {slot["argument"]}, at
        assert wrong["rules"] is None or {v.rule for v in found} <= {
            *wrong["rules"]
        }, at
        names = {None, *(v.name for v in found)}
        assert slot["place"] == "body" or wrong["name"] in names, at
        assert slot["name"] in str(found[0]), at


def test_limits_are_allowed(connect: Any, operation: Case) -> None:
    """The values at the edges of what is allowed pass, and are sent as they are."""
    session = connect()
    for slot, right in trials(operation, "valid"):
        session.call(operation, operation["base"] | {slot["argument"]: right["value"]})
        request = session.requests[-1]
        sent = f"{request.url.raw_path.decode()} {request.headers} {request.content.decode()}"
        assert (right["sends"] or "") in sent, (
            operation["id"],
            slot["argument"],
            right,
        )
    assert len(session.requests) == len(trials(operation, "valid"))


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
        wrong = [each for each in slot["invalid"] if each["rules"] != ["header"]]
        if slot["place"] not in ("path", "body") and wrong:
            value = wrong[0]["value"]
            session.call(operation, operation["base"] | {slot["argument"]: value})
    session.call(operation)
    assert session.requests
