"""``specpress mine``: what descriptions say in words and schemas leave out."""

from __future__ import annotations

import glob
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import click

from specpress.commands.documents import encode
from specpress.commands.flags import Values
from specpress.commands.inputs import Inputs, Named, read_inputs
from specpress.commands.jobs import Job, find_jobs
from specpress.commands.outcome import FAILED, Stop, print_diagnostics, stop_if_failed
from specpress.commands.progress import counted, progress
from specpress.commands.standing import named
from specpress.diagnostics.model import Report
from specpress.diagnostics.render import printable
from specpress.pipeline import cited, places, read_configured
from specpress.prose.mined import Mined, mine_document
from specpress.prose.overlay import overlay_of
from specpress.prose.tell import note_against
from specpress.source import Source
from specpress.write import write_file

_WIDEST: Final = 60  # columns of a cell in the table; JSON has all
_HEAD: Final = ("of", "kind", "value", "level", "sure", "sentence", "place")


@click.command("mine")
@click.argument("names", nargs=-1, metavar="[CLIENT] | PAGE|FOLDER|GLOB...")
@click.option("--config", "file", metavar="FILE", help="The configuration to use.")
@click.option(
    "--overlay",
    "target",
    metavar="FILE",
    help="Write what was found to FILE, as an Overlay to review and keep; as YAML when "
    "it ends in .yaml or .yml.",
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="How to print it.",
)
def command(
    names: tuple[str, ...], file: str | None, target: str | None, quiet: bool, form: str
) -> int:
    """Show what descriptions say in words and schemas leave out: allowed values,
    defaults, ranges, lengths, formats, units, and conditions between arguments."""
    flags: Values = {}
    if names and file is None and all(map(_is_there, names)):
        flags = {"package": "client", "output": "client"}
    jobs = find_jobs(names, file, flags)
    if len(jobs) != 1:
        raise click.UsageError("name one client")
    path = None if target is None else Path(target).absolute()
    return _mine(jobs[0], form, path, quiet=quiet)


def _is_there(name: str) -> bool:
    return Path(name).exists() or bool(glob.has_magic(name))


def _mine(job: Job, form: str, target: Path | None, *, quiet: bool) -> int:
    report = Report()
    overlays = Named(job.config.overlays, job.overlay_place)
    sources = job.config.sources
    inputs = read_inputs(sources, job.base, target, report, job.place, overlays)
    stop_if_failed(report, job.sources)
    with progress("mine", quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        config = named(job, inputs)
        document = read_configured(store, inputs.names, config, report, stage)
        stage("mining")
        prose = config.prose
        found = (
            []
            if document is None
            else mine_document(document, prose.level, prose.fields)
        )
    note_against(found, report)
    print_diagnostics(report, cited(inputs.store, places(report)), inputs.prefix)
    if document is None:
        return FAILED
    rows = _rows(found, inputs)
    if form == "json":
        print(json.dumps(rows, indent=2))
    else:
        for line in _table(rows):
            print(printable(line).rstrip())
    if target is not None:
        sys.stdout.flush()
        told = Report()
        if not write_file(target, encode(overlay_of(document, found), target), told):
            raise Stop(told, FAILED)
    return FAILED if report.failed else 0


def _rows(mined: Sequence[Mined], inputs: Inputs) -> list[dict[str, object]]:
    """Return what was *mined*, a row a fact."""
    spans = (t.span for each in mined if (t := each.subject.description) is not None)
    sources = cited(inputs.store, spans)
    return [
        {
            "of": each.name,
            "kind": each.fact.kind,
            "value": each.fact.value,
            "against": each.against,
            "level": each.level,
            "confidence": each.fact.confidence,
            "sentence": " ".join(each.fact.sentence.split()),
            "start": each.fact.start,
            "end": each.fact.end,
            "place": _place(each, sources, inputs.prefix),
            "path": list(each.subject.path),
        }
        for each in mined
    ]


def _place(mined: Mined, sources: dict[str, Source], prefix: str) -> str:
    """Return where the sentence stands, as ``file:line:column``, or nothing.

    Where the description is escaped or folded, that is where the description does.
    """
    text = mined.subject.description
    source = None if text is None else sources.get(text.span.file)
    if text is None or source is None:
        return ""
    first = mined.fact.sentence.split("\n")[0]
    found = source.text.find(first, text.span.start, text.span.end)
    line, column = source.line_col(text.span.start if found < 0 else found)
    return f"{prefix}{text.span.file}:{line}:{column}"


def _table(rows: Sequence[dict[str, object]]) -> Iterator[str]:
    """Yield a line a fact, in columns."""
    cells: list[tuple[str, ...]] = [_HEAD]
    for row in rows:
        value = json.dumps(row["value"], ensure_ascii=False)
        level = "against" if row["against"] else str(row["level"])
        shown = (row["of"], row["kind"], value, level, f"{row['confidence']} %")
        cut = (_cut(str(cell)) for cell in (*shown, row["sentence"]))
        cells.append((*cut, str(row["place"])))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)][:-1]
    for row_cells in cells:
        pairs = zip(row_cells, (*widths, 0), strict=True)
        yield "  ".join(cell.ljust(width) for cell, width in pairs)


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 3]}..."
