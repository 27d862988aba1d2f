"""``specpress check``: whether what was generated is up to date and untouched."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import click
from msgspec.structs import replace

from specpress.commands.comparing import diff, differences, matches
from specpress.commands.flags import read_flags, settings_flags
from specpress.commands.inputs import Inputs, display
from specpress.commands.jobs import Job, find_jobs
from specpress.commands.outcome import FAILED, print_diagnostics
from specpress.commands.report import (
    ClientReport,
    FileState,
    RunReport,
    print_json,
    reporting,
)
from specpress.commands.standing import job_inputs, old_manifest
from specpress.diagnostics.model import Report, Severity
from specpress.diagnostics.plain import finding
from specpress.write.plan import MANIFEST


class Options(NamedTuple):
    """How to go about it; no setting of a client."""

    full: bool
    quiet: bool
    json: bool
    from_ir: bool


@click.command("check")
@click.argument("names", nargs=-1, metavar="[CLIENT...] | PAGE|FOLDER|GLOB...")
@settings_flags
@click.option("--config", "file", metavar="FILE", help="The configuration to use.")
@click.option("--from-ir", metavar="FILE", help="Start from the IR in FILE.")
@click.option("--full", is_flag=True, help="Regenerate even when all digests match.")
@click.option("-q", "--quiet", is_flag=True, help="Print only errors and differences.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), help="What to print."
)
def command(
    names: tuple[str, ...],
    file: str | None,
    from_ir: str | None,
    form: str | None,
    **values: object,
) -> int:
    """Tell whether the clients are what generate would write, and write nothing.

    Compares digests first and regenerates, in memory, only where one differs. Prints
    the differences and exits with 1 when a file is stale, edited or missing.
    """
    options = Options(
        full=bool(values["full"]),
        quiet=bool(values["quiet"]),
        json=form == "json",
        from_ir=from_ir is not None,
    )
    with reporting("check", json=options.json):
        jobs = find_jobs(names, file, read_flags(values), from_ir)
        inputs = [job_inputs(job) for job in jobs]
    pairs = zip(jobs, inputs, strict=True)
    clients = [_check(job, pages, options) for job, pages in pairs]
    status = 0 if all(map(_good, clients)) else FAILED
    if options.json:
        told = RunReport(command="check", status=status, clients=tuple(clients))
        print_json(told)
    return status


def _check(job: Job, inputs: Inputs, options: Options) -> ClientReport:
    """Return how the client of *job* stands; print what differs, unless for machines."""
    begun = time.monotonic()
    report = Report()
    owned = old_manifest(job, report)
    client = ClientReport(
        package=job.config.package, output=display(job.output).rstrip("/") or "."
    )
    if report.failed:
        if not options.json:
            print_diagnostics(report, {})
        return replace(client, diagnostics=tuple(finding(d, {}) for d in report))
    if owned is not None and not options.full and matches(job, inputs, owned):
        client = replace(client, unchanged=len(owned.files))
    else:
        old = owned.files if owned is not None else {}
        client = _compare(job, inputs, old, client, options)
    if not options.json:
        _tell(client, options)
    return replace(client, seconds=round(time.monotonic() - begun, 3))


def _compare(
    job: Job,
    inputs: Inputs,
    owned: Mapping[str, str],
    client: ClientReport,
    options: Options,
) -> ClientReport:
    """Return *client* with what differs from what would be generated now."""
    from specpress.commands.generating import make  # not loaded while digests match

    quiet = options.quiet or options.json
    made = make(job, inputs, quiet=quiet, from_ir=options.from_ir)
    found = list(differences(job.output, made.files, owned)) if made.files else []
    if not options.json:
        made.tell(quiet=options.quiet)
        for item in found:
            if item.path != MANIFEST:
                sys.stdout.write(diff(item, f"{client.output}/{item.path}"))
    counts = made.counts
    return replace(
        client,
        operations=counts.operations,
        types=counts.types,
        tests=counts.tests,
        unchanged=max(0, len(made.files) - len(found)),
        files=tuple(FileState(path=item.path, state=item.state) for item in found),
        diagnostics=made.findings(),
    )


def _good(client: ClientReport) -> bool:
    return not client.files and not any(
        finding.severity is Severity.ERROR for finding in client.diagnostics
    )


def _tell(client: ClientReport, options: Options) -> None:
    """Print how *client* stands, in a line."""
    if not _good(client):
        states = Counter(file.state for file in client.files)
        parts = ", ".join(f"{count} {state}" for state, count in sorted(states.items()))
        what = parts or "can't be generated"
        print(f"{client.package}: {what} (in {client.output})", file=sys.stderr)
    elif not options.quiet:
        print(f"{client.package}: up to date, {client.unchanged} files")
