"""Schemas and what their clients do: every file below schemas/ is a case.

A case has the `schemas` of a description and what becomes of values of them:
`reads`, of what the server answers; `sends`, of what is sent as it is; and `refuses`, of
what is not sent. A value is read as the `types` that are given by their place in it, with
a drift at each of the places `drifts`; refusals are given by place and rule.
"""

from __future__ import annotations

import functools
import inspect
import json
import re
import tempfile
from pathlib import Path
from typing import Any

import pytest
from support.cases import Case, build, described

HERE = Path(__file__).parent / "schemas"
CASES = {path.stem: json.loads(path.read_text("utf-8")) for path in HERE.iterdir()}


@functools.cache
def client_of(case: str) -> Case:
    """Return the client of the case, generated once."""
    data = CASES[case]
    text = described(data["schemas"], data.get("version", "3.1.0"))
    return build(text, Path(tempfile.mkdtemp()), format=False, tests=False)


def trials(kind: str) -> list[Any]:
    """Return the trials of one kind of all cases."""
    return [
        pytest.param(case, trial, id=f"{case}-{trial['schema']}-{number}")
        for case, data in sorted(CASES.items())
        for number, trial in enumerate(data.get(kind, ()), 1)
    ]


@pytest.mark.parametrize(("case", "trial"), trials("reads"))
def test_reads(case: str, trial: dict[str, Any]) -> None:
    """What is answered becomes its types, holds all that was sent, and drifts are told."""
    made = client_of(case)
    made.drifts.clear()

    value = getattr(made.client(trial["value"]), f"get_{trial['schema'].lower()}")()

    found = {place: type(at(value, place)).__name__ for place in trial["types"]}
    assert found == trial["types"]
    assert text(plain(value)) == text(trial["value"])
    assert [drift.path for drift in made.drifts] == trial.get("drifts", [])


@pytest.mark.parametrize(("case", "trial"), trials("sends"))
def test_sends(case: str, trial: dict[str, Any]) -> None:
    """What may be sent is sent as it is."""
    made = client_of(case)

    call(made, trial)

    assert text(made.sent()) == text(trial["value"])


@pytest.mark.parametrize(("case", "trial"), trials("refuses"))
def test_refuses(case: str, trial: dict[str, Any]) -> None:
    """What may not be sent is refused, with the places and the rules that it breaks."""
    made = client_of(case)
    made.requests.clear()
    with pytest.raises(made.package.RequestValidationError) as caught:
        call(made, trial)

    found = [f"{v.name or '.'}: {v.rule}" for v in caught.value.violations]
    assert sorted(found) == sorted(trial["breaks"])
    assert trial.get("says", "") in str(caught.value)
    assert made.requests == []


def call(made: Case, trial: dict[str, Any]) -> None:
    """Send the value of *trial*, whole or as arguments."""
    client = made.client(None, status=204)
    method = getattr(client, f"{trial.get('by', 'put')}_{trial['schema'].lower()}")
    whole = "body" in inspect.signature(method).parameters
    method(**({"body": trial["value"]} if whole else trial["value"]))


def at(value: Any, place: str) -> Any:
    """Return what stands at *place*, ``a[0].b``, in *value*."""
    for step in re.findall(r"\w+", place):
        if isinstance(value, list):
            value = value[int(step)]
        elif isinstance(value, dict):
            value = value[step]
        else:
            value = getattr(value, step)
    return value


def text(value: object) -> str:
    """Return *value* as JSON in which 1, 1.0 and true differ, and order does not count."""
    return json.dumps(value, sort_keys=True)


def plain(value: Any) -> Any:
    """Return *value* as JSON data."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json", exclude_unset=True, warnings=False)
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value
