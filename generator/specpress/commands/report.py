"""What a command has to say of a run, for machines (as JSON) and for people."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Final, Literal, TypeAlias

import msgspec

from specpress._version import VERSION
from specpress.commands.outcome import Stop
from specpress.diagnostics.plain import Finding, finding
from specpress.ledger.model import Counts

State: TypeAlias = Literal["new", "changed", "removed", "edited", "missing", "stale"]
"""What became of a file (``generate``), or what is wrong with it (``check``)."""

_COLUMNS: Final = (
    "client",
    "operations",
    "types",
    "tests",
    "files",
    "time",
    "diagnostics",
)


class FileState(msgspec.Struct, frozen=True, kw_only=True):
    """A file of the output, by its path below the output folder."""

    path: str
    state: State


class ClientReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one client; counts are null where nothing was generated."""

    package: str
    output: str
    operations: int | None = None
    types: int | None = None
    tests: int | None = None
    unchanged: int = 0
    """How many files were left as they were."""
    files: tuple[FileState, ...] = ()
    """The other files, by path."""
    seconds: float = 0.0
    fidelity: Counts | None = None
    """How much of the description is in which state; null where there is no document."""
    diagnostics: tuple[Finding, ...] = ()


class RunReport(msgspec.Struct, frozen=True, kw_only=True):
    """A whole run of ``specpress generate`` or ``check``."""

    specpress: str = VERSION
    command: Literal["generate", "check"]
    status: int
    """The exit status: 0 done, 1 errors or something stale, 2 wrong settings."""
    written: bool = False
    """Whether the run changed anything on the disk."""
    clients: tuple[ClientReport, ...] = ()
    diagnostics: tuple[Finding, ...] = ()
    """What is wrong apart from the clients: settings, sources, the disk."""


@contextmanager
def reporting(command: Literal["generate", "check"], *, json: bool) -> Generator[None]:
    """Say what stops *command* early as JSON too, if *json* is asked for."""
    try:
        yield
    except Stop as stop:
        if not json:
            raise
        found = tuple(finding(d, stop.sources) for d in stop.report)
        print_json(RunReport(command=command, status=stop.status, diagnostics=found))
        raise Stop((), stop.status) from None


def print_json(report: RunReport) -> None:
    """Print *report* as indented JSON."""
    text = msgspec.json.format(msgspec.json.encode(report), indent=2)
    sys.stdout.write(text.decode("utf-8") + "\n")


def print_files(clients: Sequence[ClientReport]) -> None:
    """Print what would become of each file."""
    for client in clients:
        for file in client.files:
            print(f"{file.state:8} {client.output}/{file.path}")


def print_table(clients: Sequence[ClientReport]) -> None:
    """Print the closing table, a line a client, and the fidelity of each."""
    rows = [_COLUMNS, *(_row(client) for client in clients)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    last = len(_COLUMNS) - 1
    for row in rows:
        cells = [
            cell.ljust(width) if i in (0, last) else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
    for client in clients:
        if client.fidelity is not None:
            owner = f"{client.package}: " if len(clients) > 1 else ""
            print(f"{owner}fidelity: {_fidelity(client.fidelity)}")


def _fidelity(counts: Counts) -> str:
    """Return *counts* in a line; of what is not used only when there is any."""
    unused = f", {counts.unused} not used" if counts.unused else ""
    return (
        f"{counts.honoured} honoured, {counts.approximated} approximated, "
        f"{counts.dropped} dropped{unused}"
    )


def _row(client: ClientReport) -> tuple[str, ...]:
    counts = (client.operations, client.types, client.tests)
    return (
        client.package,
        *("-" if count is None else str(count) for count in counts),
        _files(client),
        f"{client.seconds:.1f} s",
        _diagnostics(client.diagnostics),
    )


def _files(client: ClientReport) -> str:
    gone = sum(file.state == "removed" for file in client.files)
    total = client.unchanged + len(client.files) - gone
    states = Counter(file.state for file in client.files)
    parts = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
    return f"{total} ({parts})" if parts else str(total)


def _diagnostics(found: Sequence[Finding]) -> str:
    counts = Counter(finding.severity.value for finding in found)
    parts = [
        f"{counts[word]} {word}{'s' * (counts[word] != 1)}"
        for word in ("error", "warning", "note")
        if counts[word]
    ]
    return ", ".join(parts) or "none"


def schema() -> dict[str, object]:
    """Return the JSON Schema of what ``--format json`` prints."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **msgspec.json.schema(RunReport)}
