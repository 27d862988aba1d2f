"""The table of scenarios, as Markdown and as JSON below build/."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from conformance.drive import Outcome
from conformance.tools import BUILD


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return how many scenarios there are, and of which kind."""
    count = Counter(each.state for each in outcomes)
    return (
        f"{len(outcomes)} scenarios: {count['pass']} pass, {count['fail']} fail, "
        f"{count['inexpressible']} not expressible in OpenAPI"
    )


def write_table(
    outcomes: Sequence[Outcome], report: Mapping[str, Any], seen: Mapping[str, str]
) -> None:
    """Write the table; *report* is the compiler's, *seen* what the mock server saw."""
    rows = [{**asdict(o), "server": seen.get(o.scenario, "")} for o in outcomes]
    whole = {"scenarios": rows, "specifications": report}
    (BUILD / "scenarios-table.json").write_text(json.dumps(whole, indent=1))
    lines = [f"# {summary(outcomes)}", ""]
    refused = {k: v for k, v in report.items() if v["refused"]}
    lines.append(
        f"{len(report) - len(refused)} of {len(report)} specifications compile as they are."
    )
    for folder, said in refused.items():
        reasons = sorted({e for each in said["refused"].values() for e in each})
        lines.append(f"- `{folder}`: {'; '.join(reasons)}")
    lines += ["", "| scenario | outcome | server | why |", "|---|---|---|---|"]
    for row in rows:
        why = row["why"].replace("|", "\\|").replace("\n", " ")
        lines.append(
            f"| {row['scenario']} | {row['state']} | {row['server']} | {why} |"
        )
    (BUILD / "scenarios-table.md").write_text("\n".join(lines) + "\n")
