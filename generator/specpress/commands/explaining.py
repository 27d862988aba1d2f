"""``specpress lift --explain``: what is understood of hand-made pages."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from specpress.commands.inputs import Inputs
from specpress.commands.outcome import print_diagnostics
from specpress.config.lifting import LiftConfig
from specpress.config.load import read_tables
from specpress.diagnostics.model import Report
from specpress.lift.base import Page
from specpress.lift.builtin import installed
from specpress.lift.generic import Generic
from specpress.lift.generic.explain import explain
from specpress.pipeline import cited, places
from specpress.readers.text import read_source


def read_lifting(path: str | None, report: Report) -> LiftConfig:
    """Return the lift table of the configuration *path*; the defaults without one."""
    if path is None:
        return LiftConfig()
    source = read_source(lambda name: Path(name).read_bytes(), path, report)
    if source is None:
        return LiftConfig()
    pyproject = Path(path).name == "pyproject.toml"
    for table in read_tables(source, report, pyproject=pyproject):
        if (found := table.settings.get("lift")) is not None:
            return msgspec.convert(found, LiftConfig)
    return LiftConfig()


def explain_pages(inputs: Inputs, lifting: LiftConfig) -> int:
    """Print what is understood of each page; returns the exit status."""
    for name in inputs.names:
        report = Report()
        source = read_source(inputs.store.read, name, report)
        if source is None:
            print_diagnostics(
                report, cited(inputs.store, places(report)), inputs.prefix
            )
            continue
        page = Page(source, report, inputs.store, lifting)
        lifter = next((each for each in installed() if each.accepts(page)), None)
        if lifter is None or isinstance(lifter, Generic):
            for line in explain(page, Report()):
                click.echo(
                    f"{inputs.prefix}{line}" if not line.startswith(" ") else line
                )
        else:
            click.echo(f"{inputs.prefix}{name}: made by a tool; read by {lifter.name}")
    return 0
