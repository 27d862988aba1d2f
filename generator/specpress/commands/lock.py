"""``specpress lock``: the hashes of all that is read from outside the input folders."""

from __future__ import annotations

import click

from specpress.commands.flags import read_flags, settings_flags
from specpress.commands.jobs import Job, find_jobs
from specpress.commands.locking import Lock
from specpress.commands.outcome import FAILED, print_diagnostics
from specpress.commands.progress import counted, progress
from specpress.commands.standing import job_inputs
from specpress.diagnostics.model import Report, Severity
from specpress.lift.sources import read_sources
from specpress.pipeline import cited, places


@click.command("lock")
@click.argument("names", nargs=-1, metavar="[CLIENT...] | FILE|FOLDER|GLOB...")
@settings_flags
@click.option("--config", "file", metavar="FILE", help="The configuration to use.")
@click.option("-q", "--quiet", is_flag=True, help="Print only errors.")
def command(names: tuple[str, ...], file: str | None, **values: object) -> int:
    """Read what the setting 'allow' lets references lead to, and lock it.

    Writes specpress.lock beside the configuration: the SHA-256 of each file from outside
    the input folder, and a copy of what was fetched. generate uses these and nothing
    else.
    """
    quiet = bool(values.pop("quiet"))
    jobs = find_jobs(names, file, read_flags(values))
    lock = Lock()
    good = [update(job, lock, quiet=quiet) for job in jobs]
    if not all(good):
        return FAILED
    lock.write(whole=not names)
    count = len({name for files in lock.files.values() for name in files})
    if not quiet:
        print(f"locked {count} file{'' if count == 1 else 's'}")
    return 0


def update(job: Job, lock: Lock, *, quiet: bool) -> bool:
    """Note in *lock* what the description of *job* is made of; return whether all of it
    could be read. Prints what could not."""
    report = Report()
    inputs = job_inputs(job, lock)
    with progress(job.config.package, quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        read_sources(store, inputs.names, report)
    errors = [d for d in report if d.code.severity is Severity.ERROR]
    print_diagnostics(errors, cited(inputs.store, places(report)), inputs.prefix)
    return not errors
