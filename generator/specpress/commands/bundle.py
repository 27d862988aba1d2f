"""``specpress bundle``: one document of a description in many files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from specpress.commands.allowing import allow_options, allowed
from specpress.commands.documents import encode, overlay_option
from specpress.commands.inputs import Named, read_inputs
from specpress.commands.locking import Lock
from specpress.commands.outcome import FAILED, Stop, print_diagnostics, stop_if_failed
from specpress.commands.progress import counted, progress
from specpress.diagnostics.model import Report
from specpress.document.load import load
from specpress.document.overlay import apply_overlays, read_overlays
from specpress.pipeline import cited, places
from specpress.write import write_file


@click.command("bundle")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|FOLDER|GLOB...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write to FILE, as YAML when it ends in .yaml or .yml, not to the screen.",
)
@allow_options
@overlay_option
@click.option("--keep-going", is_flag=True, help="Write what there is despite errors.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(
    sources: tuple[str, ...],
    output: str | None,
    allow: tuple[str, ...],
    overlays: tuple[str, ...],
    update_lock: bool,
    keep_going: bool,
    quiet: bool,
) -> int:
    """Write the one document that the files of a description make.

    What was in other files stands below 'components', and every reference is a pointer
    into the document. Several descriptions are put together.
    """
    report = Report()
    target = Path(output).absolute() if output else None
    lock = Lock() if update_lock else None
    elsewhere = allowed(allow, lock)
    files = Named(overlays)
    inputs = read_inputs(
        sources, Path.cwd(), target, report, overlays=files, elsewhere=elsewhere
    )
    stop_if_failed(report)
    with progress("bundle", quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        document = load(store, inputs.names, report)
        if document is not None:
            laid = read_overlays(store, inputs.overlays, report)
            document = apply_overlays(document, laid, report)
    print_diagnostics(report, cited(inputs.store, places(report)), inputs.prefix)
    if document is None or (report.failed and not keep_going):
        return FAILED
    if lock is not None:
        lock.write(whole=True)
    data = encode(document, target)
    if target is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        told = Report()
        if not write_file(target, data, told):
            raise Stop(told, FAILED)
    return FAILED if report.failed else 0
