"""From descriptions to the text of a client: every stage in order, and nothing but them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from specpress.config import Config
from specpress.config.lifting import LiftConfig
from specpress.diagnostics.codes.repair import REPAIRS
from specpress.diagnostics.model import Report
from specpress.document.overlay import apply_overlays, read_overlays
from specpress.document.repair import repair
from specpress.document.upgrade import upgrade
from specpress.document.validate import validate
from specpress.emit.finish import finish
from specpress.emit.python.backend import emit
from specpress.ir.nodes import Api
from specpress.ledger.account import account
from specpress.ledger.idle import excuse_idle
from specpress.ledger.limits import allow_dropped, check_limits
from specpress.ledger.model import FIDELITY, Fidelity
from specpress.lift.sources import OPENAPI_FIRST, Rank, read_sources
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.prose.tell import tell
from specpress.readers.text import decode
from specpress.source import Source, Span
from specpress.store import Store
from specpress.tree import Node

Stage: TypeAlias = Callable[[str], None]
"""Told the name of each stage as it begins."""


def _silent(_: str) -> None:
    """Let a stage begin without telling anyone."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came out: *files* are texts by path, none after an error."""

    api: Api | None
    files: dict[str, str]
    diagnostics: Report
    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    """The pages that diagnostics point into."""
    fidelity: Fidelity | None = None
    """What became of the description; None where there was no document."""


def generate(
    store: Store, names: Sequence[str], config: Config, stage: Stage = _silent
) -> Result:
    """Return the client of the pages *names*, touching neither disk nor network."""
    report = Report()
    document = read_configured(store, names, config, report, stage)
    if document is None:
        return Result(None, {}, report, cited(store, places(report)))
    api = lower_document(document, config, report, stage)
    allow_dropped(config, report)
    files: dict[str, str] = {}
    if config.keep_going or not report.failed:
        files = write_client(api, config, report, stage)
    laid = bool(config.overlays)
    ledger = account(document, report, store, names, laid_over=laid)
    if not report.failed:
        check_limits(ledger, config, report)
    if report.failed and not config.keep_going:
        files = {}
    if files:
        files[FIDELITY] = ledger.encode()
    return Result(api, files, report, cited(store, places(report)), ledger)


def read_document(
    store: Store,
    names: Sequence[str],
    report: Report,
    stage: Stage = _silent,
    overlays: Sequence[str] = (),
    *,
    strict: bool = False,
    precedence: Sequence[Rank] = OPENAPI_FIRST,
    lifting: LiftConfig | None = None,
) -> Node | None:
    """Return the OpenAPI document of the files *names*, validated, or None.

    The files are reference pages, descriptions, or both: then those win whose kind
    comes first in *precedence*. *overlays* are the files that are laid over it. What breaks the rules in a description is repaired as far as
    it can be; when *strict*, that is an error. *lifting* tells how hand-made pages are
    to be read.
    """

    def overlay(document: Node) -> Node:
        laid = read_overlays(store, overlays, report)
        return apply_overlays(document, laid, report)

    stage("reading")
    read = read_sources(store, names, report, precedence, lifting)
    if read is None:
        return None
    document = overlay(read.document)
    if read.stated:
        return _checked(document, report, stage, strict=strict)
    stage("validating")
    validate(document, report)
    return document


def _checked(document: Node, report: Report, stage: Stage, *, strict: bool) -> Node:
    """Return *document*, a description that was read, repaired and validated."""
    stage("validating")
    document = repair(document, report)
    if strict:
        report.harden(REPAIRS)
    else:
        excuse_idle(document, report)
    validate(document, report, as_warnings=not strict)
    return document


def read_api(
    store: Store,
    names: Sequence[str],
    config: Config,
    report: Report,
    stage: Stage = _silent,
) -> Api | None:
    """Return the API of the pages *names*, all passes done, or None.

    Stops at the first stage that leaves nothing to go on with.
    """
    document = read_configured(store, names, config, report, stage)
    if document is None:
        return None
    return lower_document(document, config, report, stage)


def read_configured(
    store: Store,
    names: Sequence[str],
    config: Config,
    report: Report,
    stage: Stage = _silent,
) -> Node | None:
    """Return the OpenAPI document of the files *names* as *config* has it, or None."""
    document = read_document(
        store,
        names,
        report,
        stage,
        config.overlays,
        strict=config.strict_spec,
        precedence=config.precedence,
        lifting=config.lift,
    )
    report.settle(given(config))
    return document


def lower_document(
    document: Node, config: Config, report: Report, stage: Stage = _silent
) -> Api:
    """Return the API that *document* describes, all passes done."""
    stage("lowering")
    document = tell(document, config.prose.level, config.prose.fields, report)
    api = lower(upgrade(document, report), config, report)
    return run_passes(api, report)


def given(config: Config) -> set[str]:
    """Return the names of the settings that *config* gives a value."""
    return {name for name in config.__struct_fields__ if getattr(config, name)}


def write_client(
    api: Api, config: Config, report: Report, stage: Stage = _silent
) -> dict[str, str]:
    """Return the files of *api*'s client, formatted unless *config* says no, and headed.

    An error found here leaves no files, unless *config* says to keep going.
    """
    stage("writing")
    files = emit(api, config, report)
    if report.failed and not config.keep_going:
        return {}
    stage("formatting" if config.format else "finishing")
    return finish(files, black=config.format)


def places(report: Report) -> Iterator[Span]:
    """Yield the place of each diagnostic."""
    return (diagnostic.span for diagnostic in report)


def cited(store: Store, spans: Iterable[Span]) -> dict[str, Source]:
    """Return the texts of those files in *store* that *spans* point into."""
    sources: dict[str, Source] = {}
    for name in sorted({span.file for span in spans if span.file}):
        try:
            source = decode(name, store.read(name), Report())
        except (OSError, ValueError):
            continue
        if source is not None:
            sources[name] = source
    return sources
