"""``specpress inspect``: what a description says, and where each fact came from."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import click

from specpress.commands.flags import read_flags, settings_flags
from specpress.commands.inputs import Inputs, Named, read_inputs
from specpress.commands.jobs import Job, find_jobs
from specpress.commands.outcome import FAILED, print_diagnostics, stop_if_failed
from specpress.commands.progress import counted, progress
from specpress.commands.standing import named
from specpress.diagnostics.model import Report
from specpress.diagnostics.render import printable
from specpress.ir.codec import encode
from specpress.ir.nodes import Api
from specpress.ledger import Fact, facts
from specpress.pipeline import cited, places, read_api
from specpress.source import Source

_WIDEST = 60  # columns of a cell in the table; the tree shows all


@click.command("inspect")
@click.argument("names", nargs=-1, metavar="[CLIENT] | PAGE|FOLDER|GLOB...")
@settings_flags
@click.option("--config", "file", metavar="FILE", help="The configuration to use.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "tree", "json"]),
    default="table",
    help="How to print it; json is the IR, for --from-ir.",
)
@click.option(
    "--html", metavar="OUT", help="Write a page to search and read in a browser to OUT."
)
def command(
    names: tuple[str, ...],
    file: str | None,
    quiet: bool,
    form: str,
    html: str | None,
    **values: object,
) -> int:
    """Show the operations and types of a client, or of a description, and where each
    came from."""
    flags = read_flags(values)
    if names and file is None and all(map(_is_there, names)):
        flags = {"package": "client", "output": "client", **flags}
    jobs = find_jobs(names, file, flags)
    if len(jobs) != 1:
        raise click.UsageError("name one client")
    (job,) = jobs
    target = None if html is None else Path(html).absolute()
    report = Report()
    overlays = Named(job.config.overlays, job.overlay_place)
    inputs = read_inputs(
        job.config.sources, job.base, target, report, job.place, overlays
    )
    stop_if_failed(report, job.sources)
    if target is not None:
        # loaded for a page only: it needs all that makes a client
        from specpress.commands.viewing import write_page

        return write_page(job, inputs, target, quiet=quiet)
    return _inspect(job, inputs, report, form, quiet=quiet)


def _inspect(
    job: Job, inputs: Inputs, report: Report, form: str, *, quiet: bool
) -> int:
    with progress("inspect", quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        api = read_api(store, inputs.names, named(job, inputs), report, stage)
    print_diagnostics(report, cited(inputs.store, places(report)), inputs.prefix)
    if api is None:
        return FAILED
    if form == "json":
        sys.stdout.flush()
        sys.stdout.buffer.write(encode(api))
    else:
        found = facts(api)
        sources = cited(inputs.store, (fact.span for fact in found))
        rows = [(fact, _place(fact, sources, inputs.prefix)) for fact in found]
        lines = _table(rows) if form == "table" else _tree(api, rows)
        for line in lines:
            print(printable(line).rstrip())
    return FAILED if report.failed else 0


def _table(rows: Sequence[tuple[Fact, str]]) -> Iterator[str]:
    """Yield a line a fact, in columns."""
    cells: list[tuple[str, ...]] = [
        ("of", "kind", "name", "type or value", "origin", "place")
    ]
    for fact, place in rows:
        shown = (fact.owner, fact.kind, fact.name, fact.text, _origin(fact))
        cells.append((*map(_cut, shown), place))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    for row in cells:
        padded = (c.ljust(width) for c, width in zip(row, (*widths, 0), strict=True))
        yield "  ".join(padded)


def _origin(fact: Fact) -> str:
    """Return where *fact* is from, and how certain it is where it is not."""
    sure = "" if fact.confidence is None else f" {fact.confidence} %"
    return f"{fact.origin}{sure}"


def _tree(api: Api, rows: Sequence[tuple[Fact, str]]) -> Iterator[str]:
    """Yield the API, each operation and each type, with its facts below."""
    yield f"{api.title} {api.version}"
    for owner, group in groupby(rows, lambda row: row[0].owner):
        if owner:
            yield ""
            yield owner
        for fact, place in group:
            value = f": {fact.text}" if fact.text else ""
            where = ", ".join(part for part in (_origin(fact), place) if part)
            yield f"  {fact.kind} {fact.name}{value}  [{where}]"


def _place(fact: Fact, sources: Mapping[str, Source], prefix: str) -> str:
    """Return the place of *fact* as ``file:line:column``, or nothing."""
    source = sources.get(fact.span.file)
    if source is None:
        return ""
    line, column = source.line_col(fact.span.start)
    return f"{prefix}{fact.span.file}:{line}:{column}"


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."


def _is_there(name: str) -> bool:
    return Path(name).exists() or bool(glob.has_magic(name))
