"""What is expected of scenarios that do not pass, each with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from conformance.drive import Outcome
from conformance.tools import HERE


def load() -> dict[str, dict[str, str]]:
    """Return the reasons by state, and by the pattern of names they are of."""
    with (HERE / "expected.toml").open("rb") as file:
        read: dict[str, dict[str, str]] = tomllib.load(file)
    return read


def judge(
    outcomes: Sequence[Outcome],
    reasons: Mapping[str, Mapping[str, str]],
    seen: Mapping[str, str],
    *,
    whole: bool,
) -> tuple[list[Outcome], list[str]]:
    """Return *outcomes* with the *reasons* that are known, and what nobody expects.

    What passes must have been *seen* by the mock server, too. Where the run is a *whole*
    one, a reason that nothing needs is a fault as well.
    """
    faults: list[str] = []
    used: set[str] = set()
    judged = [_confirmed(each, seen) for each in outcomes]
    for index, each in enumerate(judged):
        if each.state == "pass":
            continue
        for state, patterns in reasons.items():
            for pattern, why in patterns.items():
                if fnmatchcase(each.scenario, pattern):
                    used.add(pattern)
                    judged[index] = replace(each, state=state, why=why)
        if judged[index] is each:
            faults.append(f"{each.state}: {each.scenario}: {each.why}")
    if whole:
        listed = {pattern for patterns in reasons.values() for pattern in patterns}
        faults += [f"not needed: {pattern}" for pattern in sorted(listed - used)]
    return judged, faults


def _confirmed(outcome: Outcome, seen: Mapping[str, str]) -> Outcome:
    """Return *outcome*, a failure where the mock server says otherwise."""
    said = seen.get(outcome.scenario, "nothing")
    if outcome.state != "pass" or said == "pass":
        return outcome
    return replace(outcome, state="fail", why=f"the mock server says: {said}")
