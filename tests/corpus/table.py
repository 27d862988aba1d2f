"""What came of the corpus, as one page and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from corpus.attempt import PEAK
from corpus.bar import TOOLS
from corpus.selection import KINDS, Description

USED: Final = 20
"""A description with so many operations has to work, valid or not."""

_CELL: Final = 160


def shortcomings(description: Description, result: Mapping[str, Any]) -> Iterator[str]:
    """Yield what *result* leaves to be desired.

    A small description that a validator refuses may end with errors, but not badly.
    """
    must = description.valid or description.operations >= USED
    if "died" in result:
        yield f"died: {result['died']}"
        return
    if result["traceback"]:
        yield "traceback: " + _last(result["traceback"])
    if must and result["status"]:
        yield f"exit {result['status']}: " + "; ".join(result["errors"][:2])
    if result["imports"] != "ok" and (must or result["imports"] != "no client"):
        yield f"import: {result['imports']}"
    counts = result["operations_in"], result["operations_out"]
    if counts[0] != counts[1] and (must or result["status"] == 0):
        lost = ", ".join((result["lost"] or result["invented"])[:3])
        yield f"operations: {counts[0]} in, {counts[1]} out: {lost}"
    if must and result["ledger"].get("dropped"):
        ledger = result["ledger"]
        yield f"dropped: {ledger['dropped']}: {'; '.join(ledger['places'][:2])}"
    if result["peak_mb"] > PEAK:
        yield f"memory: {result['peak_mb']} MB"
    for tool, said in result.get("bar", {}).items():
        if said:
            yield f"{tool}: {_last(said)}"


def page(rows: Sequence[tuple[Description, Mapping[str, Any]]]) -> str:
    """Return the report as Markdown: totals, then by name what falls short."""
    lines = ["# The corpus", "", *_totals(rows), ""]
    short = [(d, list(shortcomings(d, result))) for d, result in rows]
    lines += ["## What falls short", ""]
    for description, found in short:
        lines += [f"- `{description.path}`: {_cell(each)}" for each in found]
    lines += ["", "## All", "", "| " + " | ".join(_HEAD) + " |"]
    lines.append("|" + "---|" * len(_HEAD))
    lines += ["| " + " | ".join(_row(d, result)) + " |" for d, result in rows]
    return "\n".join([*lines, ""])


_HEAD: Final = (
    "path kind valid exit in out import honoured approximated dropped lines "
    "cpu MB bar".split()
)


def _row(description: Description, result: Mapping[str, Any]) -> list[str]:
    """Return the cells of one description."""
    verdict = "yes" if description.valid else "no"
    if "died" in result:
        return [description.path, description.kind, verdict, "died", *[""] * 10]
    ledger, bar = result["ledger"], result.get("bar")
    counts = [
        str(ledger.get(key, "")) for key in ("honoured", "approximated", "dropped")
    ]
    return [
        description.path,
        description.kind,
        verdict,
        str(result["status"]),
        str(result["operations_in"]),
        str(result["operations_out"]),
        "ok" if result["imports"] == "ok" else "no",
        *counts,
        str(result["lines"]),
        str(result["cpu"]),
        str(result["peak_mb"]),
        "" if bar is None else " ".join(tool for tool in bar if bar[tool]) or "ok",
    ]


def _totals(rows: Sequence[tuple[Description, Mapping[str, Any]]]) -> list[str]:
    """Return the table of totals, a column a kind."""
    columns = [*KINDS, "all"]
    table: dict[str, Counter[str]] = {}

    def count(what: str, kind: str, amount: int) -> None:
        for column in (kind, "all"):
            table.setdefault(what, Counter())[column] += amount

    for description, result in rows:
        kind, lived = description.kind, "died" not in result
        must = description.valid or description.operations >= USED
        bar = result.get("bar")
        met = not any(shortcomings(description, result))
        for what, amount in {
            "descriptions": 1,
            "valid, or of 20 operations and more": must,
            "of these: exit 0": must and lived and result["status"] == 0,
            "of these: nothing falls short": must and met,
            "the others: nothing falls short": not must and met,
            "died, or a traceback": not lived or bool(result["traceback"]),
            "operations in": result.get("operations_in", 0),
            "operations out": result.get("operations_out", 0),
            **{
                f"parts {fate}": result.get("ledger", {}).get(fate, 0)
                for fate in (
                    "honoured",
                    "approximated",
                    "dropped",
                    "unused",
                    "repaired",
                )
            },
            "operations in = out": lived
            and result["operations_in"] == result["operations_out"],
            "imported": lived and result["imports"] == "ok",
            "looked at closely": bar is not None,
            **{
                f"of these: {tool} content": bar is not None and not bar.get(tool, "")
                for tool in TOOLS
            },
        }.items():
            count(what, kind, int(amount))
    lines = ["| | " + " | ".join(columns) + " |", "|---|" + "---:|" * len(columns)]
    for what, counts in table.items():
        cells = [str(counts[column]) for column in columns]
        lines.append("| " + " | ".join([what, *cells]) + " |")
    return lines


def write(
    rows: Sequence[tuple[Description, Mapping[str, Any]]], folder: Path
) -> tuple[Path, int]:
    """Write REPORT.md and report.json to *folder*; return the page and how many fall short."""
    data = [
        {
            "path": description.path,
            "kind": description.kind,
            "verdict": description.verdict,
            **result,
            "short": list(shortcomings(description, result)),
        }
        for description, result in rows
    ]
    (folder / "report.json").write_text(json.dumps(data, indent=1), "utf-8")
    (folder / "REPORT.md").write_text(page(rows), "utf-8")
    return folder / "REPORT.md", sum(bool(each["short"]) for each in data)


def _last(text: str) -> str:
    """Return the last line of *text* that says something; the error of a traceback."""
    lines = [line for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line[0] not in " \t" and "Error" in line[:60]]
    return (errors or lines or [""])[-1].strip()


def _cell(text: str) -> str:
    return " ".join(text.split())[:_CELL].replace("|", "\\|")
