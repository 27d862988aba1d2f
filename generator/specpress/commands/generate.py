"""``specpress generate``: from descriptions to clients on the disk."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NamedTuple

import click

from specpress.commands.flags import read_flags, settings_flags
from specpress.commands.generating import Made, make
from specpress.commands.inputs import display
from specpress.commands.jobs import Job, find_jobs
from specpress.commands.locking import Lock
from specpress.commands.outcome import BUG, FAILED, Stop, print_diagnostics
from specpress.commands.report import (
    ClientReport,
    FileState,
    RunReport,
    State,
    print_files,
    print_json,
    print_table,
    reporting,
)
from specpress.commands.standing import job_inputs, old_manifest
from specpress.config.near import hint
from specpress.diagnostics.codes.config import NO_SUCH_FILE
from specpress.diagnostics.codes.lower import OUR_FAULT
from specpress.diagnostics.model import Report
from specpress.diagnostics.plain import finding
from specpress.write import Plan, cant_write, carry_out, make_plan
from specpress.write.turn import turn


class Options(NamedTuple):
    """How to go about it; no setting of a client."""

    dry_run: bool
    force: bool
    fail_on_change: bool
    quiet: bool
    json: bool


@click.command("generate")
@click.argument("names", nargs=-1, metavar="[CLIENT...] | FILE|FOLDER|GLOB...")
@settings_flags
@click.option("--config", "file", metavar="FILE", help="The configuration to use.")
@click.option("--from-ir", metavar="FILE", help="Start from the IR in FILE.")
@click.option("--stdout", metavar="FILE", help="Print this generated file instead.")
@click.option("--dry-run", is_flag=True, help="Print what would be written instead.")
@click.option("--update-lock", is_flag=True, help="Write specpress.lock first.")
@click.option("--fail-on-change", is_flag=True, help="Exit with 1 if files change.")
@click.option("--force", is_flag=True, help="Overwrite edited and foreign files.")
@click.option("-q", "--quiet", is_flag=True, help="Print only errors and warnings.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), help="What to print."
)
def command(
    names: tuple[str, ...],
    file: str | None,
    from_ir: str | None,
    stdout: str | None,
    form: str | None,
    **values: object,
) -> int:
    """Generate the clients of the configuration, or one from a description.

    Without -o, names are those of clients in specpress.toml or pyproject.toml, none
    for all. With -o and --package, they are descriptions, pages, folders or patterns.
    """
    options = Options(
        dry_run=bool(values["dry_run"]),
        force=bool(values["force"]),
        fail_on_change=bool(values["fail_on_change"]),
        quiet=bool(values["quiet"]),
        json=form == "json",
    )
    with reporting("generate", json=options.json):
        jobs = find_jobs(names, file, read_flags(values), from_ir)
        if values["update_lock"] and not _locked(jobs, quiet=options.quiet):
            return FAILED
        inputs = [job_inputs(job) for job in jobs]
    made = [
        make(job, pages, quiet=options.quiet, from_ir=from_ir is not None)
        for job, pages in zip(jobs, inputs, strict=True)
    ]
    if stdout is not None:
        return _print_file(made, stdout)
    return _write(made, options)


def _locked(jobs: Sequence[Job], *, quiet: bool) -> bool:
    """Write the lock file of *jobs*, with what else is in it; return whether that went
    well."""
    from specpress.commands.lock import update  # only where it is asked for

    lock = Lock()
    good = [update(job, lock, quiet=quiet) for job in jobs]
    if all(good):
        lock.write(whole=False)
    return all(good)


def _write(made: Sequence[Made], options: Options) -> int:
    """Write all clients, or none of them when one can't be; return the exit status."""
    reports = [Report() for _ in made]
    failure = Report()
    written = False
    with turn([m.job.output for m in made], failure) as has_come:
        plans = [_plan(m, r, options) for m, r in zip(made, reports, strict=True)]
        ready = all(m.files for m in made) and not any(r.failed for r in reports)
        if ready and has_come and not options.dry_run and carry_out(plans, failure):
            written = not all(plan.idle for plan in plans)
    failed = any(m.result.diagnostics.failed for m in made)
    refused = any(report.failed for report in (*reports, failure))
    changed = written and options.fail_on_change
    status = FAILED if failed or refused or changed else 0
    if any(m.result.diagnostics.has(OUR_FAULT) for m in made):
        status = BUG
    shown = ready and not failure.failed
    rows = list(zip(made, plans, reports, strict=True))
    clients = [_client(m, plan, report, shown=shown) for m, plan, report in rows]
    if options.json:
        told = RunReport(
            command="generate",
            status=status,
            written=written,
            clients=tuple(clients),
            diagnostics=tuple(finding(d, {}) for d in failure),
        )
        print_json(told)
        return status
    for m, _, report in rows:
        m.tell(report, quiet=options.quiet)
    print_diagnostics(failure, {})
    if options.dry_run:
        print_files(clients)
    if not options.quiet:
        print_table(clients)
    return status


def _plan(made: Made, report: Report, options: Options) -> Plan:
    """Return what to write for *made*; nothing when it has no files."""
    output = made.job.output
    if not made.files:
        return Plan(output, {})
    manifest = Report()
    old = old_manifest(made.job, manifest)
    if manifest.failed and not options.force:
        report.diagnostics += manifest
        return Plan(output, {})
    try:
        owned = None if old is None else old.files
        return make_plan(output, made.files, owned, report, force=options.force)
    except OSError as error:
        report.add(cant_write(error, output))
        return Plan(output, {})


def _client(made: Made, plan: Plan, report: Report, *, shown: bool) -> ClientReport:
    """Return what to say of *made*; what became of its files only when *shown*."""
    states: dict[str, State] = dict.fromkeys(plan.changed, "changed")
    states |= dict.fromkeys(plan.new, "new")
    states |= dict.fromkeys(plan.remove, "removed")
    counts = made.counts
    return ClientReport(
        package=made.job.config.package,
        output=display(made.job.output).rstrip("/") or ".",
        operations=counts.operations,
        types=counts.types,
        tests=counts.tests,
        unchanged=len(plan.unchanged) if shown else 0,
        files=tuple(
            FileState(path=path, state=states[path]) for path in sorted(states) if shown
        ),
        seconds=round(made.seconds, 3),
        fidelity=made.result.fidelity.counts if made.result.fidelity else None,
        diagnostics=made.findings(report),
    )


def _print_file(made: Sequence[Made], path: str) -> int:
    """Print the generated file *path* as it would be written."""
    for m in made:
        m.tell((), quiet=True)
    found = [m.files[path] for m in made if path in m.files]
    if not found:
        if any(not m.files for m in made):
            return FAILED
        known = [name for m in made for name in m.files]
        raise Stop([NO_SUCH_FILE.at(name=path, hint=hint(path, known))])
    sys.stdout.flush()
    sys.stdout.buffer.write(found[0])
    return FAILED if any(m.result.diagnostics.failed for m in made) else 0
