"""Which clients a command is about: those of the configuration, or the one of the flags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, cast

import click

from specpress.commands.inputs import display
from specpress.commands.outcome import Stop
from specpress.config import Config
from specpress.config.load import Layer, Table, make_config, read_tables
from specpress.config.near import hint
from specpress.diagnostics.codes.config import (
    NO_CONFIG,
    NOT_TOML,
    SAME_OUTPUT,
    UNKNOWN_CLIENT,
    UNREADABLE,
)
from specpress.diagnostics.model import Report
from specpress.source import Source, Span

SETTINGS: Final = "specpress.toml"
PYPROJECT: Final = "pyproject.toml"


class Job(NamedTuple):
    """One client: its settings, and what its paths are relative to."""

    config: Config
    base: Path
    table: Table

    @property
    def output(self) -> Path:
        """The folder the client is written to, as seen from the current folder."""
        return Path(display(self.base / self.config.output))

    @property
    def sources(self) -> Mapping[str, Source]:
        """The configuration file, for excerpts."""
        source = self.table.source
        return {} if source is None else {source.name: source}

    def place(self, index: int) -> Span:
        """Return where the configuration names the source *index*."""
        return self.table.span(("sources", index))

    def overlay_place(self, index: int) -> Span:
        """Return where the configuration names the overlay *index*."""
        return self.table.span(("overlays", index))


def find_jobs(
    arguments: Sequence[str],
    file: str | None,
    flags: Layer,
    from_ir: str | None = None,
) -> tuple[Job, ...]:
    """Return the clients that *arguments* and *flags* ask for.

    With an output folder among *flags*, *arguments* are pages and make up one client.
    Otherwise they are names of clients of the configuration *file*, or of the one found
    from here upwards; none stands for all. The file *from_ir* takes the pages' place.
    """
    given = bool(arguments) or from_ir is not None
    alone = given and "output" in flags and file is None
    if from_ir is not None:
        if alone and arguments:
            raise click.UsageError("give either pages or --from-ir")
        if "overlays" in flags:
            raise click.UsageError("an overlay can't be laid over an IR")
        pages = [str(Path(from_ir).absolute())]
        flags = {**flags, "sources": pages, "overlays": []}
    elif alone:
        flags = {**flags, "sources": list(arguments)}
    if alone:
        return _configured([Table({})], flags, Path.cwd(), {})
    flags = _from_here(flags)
    path = Path(file) if file else _find(Path.cwd())
    source = _read(path)
    sources = {source.name: source}
    report = Report()
    tables = read_tables(source, report, pyproject=path.name == PYPROJECT)
    if report.failed:
        raise Stop(report, sources=sources)
    jobs = _configured(_chosen(tables, arguments), flags, path.parent, sources)
    if from_ir is not None and len(jobs) > 1:
        raise click.UsageError("with --from-ir, name one client")
    return jobs


def _from_here(flags: Layer) -> Layer:
    """Return *flags* with paths that lead from anywhere: those given here are relative
    to here, not to the configuration file."""
    made = dict(flags)
    if "output" in flags:
        made["output"] = str(Path(str(flags["output"])).absolute())
    if "overlays" in flags:
        files = cast("Sequence[str]", flags["overlays"])
        made["overlays"] = [str(Path(file).absolute()) for file in files]
    if "allow" in flags:
        entries = cast("Sequence[str]", flags["allow"])
        made["allow"] = [
            entry if "://" in entry else str(Path(entry).absolute())
            for entry in entries
        ]
    return made


def _configured(
    tables: Sequence[Table], flags: Layer, base: Path, sources: Mapping[str, Source]
) -> tuple[Job, ...]:
    report = Report()
    made = [(make_config(table, flags, report), table) for table in tables]
    jobs = tuple(
        Job(config, base.absolute(), table)
        for config, table in made
        if config is not None
    )
    for number, second in enumerate(jobs):
        for first in jobs[:number]:
            if what := _shared(first, second):
                names = {"first": first.config.package, "second": second.config.package}
                span = second.table.span(("output",))
                report.add(SAME_OUTPUT.at(span, what=what, **names))
    if report.failed:
        raise Stop(report, sources=sources)
    return jobs


def _chosen(tables: Sequence[Table], names: Sequence[str]) -> Sequence[Table]:
    """Return those of *tables* whose package is among *names*; all without names."""
    known = {str(table.settings.get("package")): table for table in tables}
    for name in names:
        if name not in known:
            help_ = hint(name, known)
            if Path(name).exists():
                help_ = "to generate from a page give -o and --package"
            raise Stop([UNKNOWN_CLIENT.at(name=name, hint=help_)])
    return [known[name] for name in names] if names else tables


def _shared(first: Job, second: Job) -> str | None:
    """Return what two clients may not have in common but do."""
    one, two = first.output.resolve(), second.output.resolve()
    if first.config.package == second.config.package:
        return "their package name"
    if one.is_relative_to(two) or two.is_relative_to(one):
        return "an output folder, or one lies inside the other's"
    return None


def _find(start: Path) -> Path:
    """Return the configuration file that is nearest to *start*, going upwards."""
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder / SETTINGS
        project = folder / PYPROJECT
        if project.is_file() and _has_table(project):
            return project
    raise Stop([NO_CONFIG.at(folder=start.name)])


def _has_table(project: Path) -> bool:
    """Tell whether *project* configures specpress; a broken file does not."""
    import tomllib  # only where there is no file of our own

    try:
        data = tomllib.loads(project.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    return isinstance(data.get("tool", {}).get("specpress"), dict)


def _read(path: Path) -> Source:
    try:
        return Source(display_file(path), path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Stop([UNREADABLE.at(path=path.as_posix(), reason=reason)]) from error
    except UnicodeDecodeError:
        span = Span(display_file(path), 0, 0)
        raise Stop([NOT_TOML.at(span, reason="it is not encoded in UTF-8")]) from None


def display_file(path: Path) -> str:
    """Return how to name *path* so that it opens from the current folder."""
    return display(path.parent) + path.name
