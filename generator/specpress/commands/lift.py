"""``specpress lift``: the OpenAPI document that pages describe."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from specpress.commands.allowing import allow_options, allowed
from specpress.commands.documents import encode, overlay_option
from specpress.commands.explaining import explain_pages, read_lifting
from specpress.commands.inputs import Named, read_inputs
from specpress.commands.locking import Lock
from specpress.commands.outcome import FAILED, Stop, print_diagnostics, stop_if_failed
from specpress.commands.progress import counted, progress
from specpress.diagnostics.model import Report
from specpress.pipeline import cited, places, read_document
from specpress.write import write_file


@click.command("lift")
@click.argument("sources", nargs=-1, required=True, metavar="PAGE|FOLDER|GLOB...")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write to FILE, as YAML when it ends in .yaml or .yml, not to the screen.",
)
@allow_options
@overlay_option
@click.option("--keep-going", is_flag=True, help="Write what there is despite errors.")
@click.option(
    "--config",
    "settings",
    metavar="FILE",
    help="Read hand-made pages as the lift table of FILE says.",
)
@click.option(
    "--explain",
    "explaining",
    is_flag=True,
    help="Print what is understood of hand-made pages, and what to set for the rest.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
def command(
    sources: tuple[str, ...],
    output: str | None,
    allow: tuple[str, ...],
    overlays: tuple[str, ...],
    update_lock: bool,
    settings: str | None,
    explaining: bool,
    keep_going: bool,
    quiet: bool,
) -> int:
    """Write the OpenAPI document that reference pages describe, or hold.

    Pages and descriptions may be given together; then the descriptions win.
    """
    report = Report()
    target = Path(output).absolute() if output else None
    lock = Lock() if update_lock else None
    elsewhere = allowed(allow, lock)
    files = Named(overlays)
    inputs = read_inputs(
        sources, Path.cwd(), target, report, overlays=files, elsewhere=elsewhere
    )
    lifting = read_lifting(settings, report)
    stop_if_failed(report)
    if explaining:
        return explain_pages(inputs, lifting)
    with progress("lift", quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        document = read_document(
            store, inputs.names, report, stage, inputs.overlays, lifting=lifting
        )
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
