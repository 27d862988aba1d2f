"""What is expected of scenarios that do not pass, each with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
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
    *,
    whole: bool,
) -> list[str]:
    """Return what is not as *reasons* say; those that nothing needs too, if *whole*."""
    faults: list[str] = []
    used: set[tuple[str, str]] = set()
    for each in outcomes:
        if each.state == "pass":
            continue
        patterns = reasons.get(each.state, {})
        hits = [p for p in patterns if fnmatchcase(each.scenario, p)]
        used |= {(each.state, pattern) for pattern in hits}
        if not hits:
            faults.append(f"{each.state}: {each.scenario}: {each.why}")
    if whole:
        listed = {(state, p) for state, each in reasons.items() for p in each}
        faults += [f"not needed: {s} {p}" for s, p in sorted(listed - used)]
    return faults
