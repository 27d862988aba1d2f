"""Generating one client: from its settings to a plan of what to write."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from typing import Final, NamedTuple

from specpress.commands.inputs import Inputs
from specpress.commands.jobs import Job
from specpress.commands.outcome import print_diagnostics
from specpress.commands.progress import counted, progress
from specpress.commands.standing import named, new_manifest
from specpress.diagnostics.codes.config import NOT_IR
from specpress.diagnostics.model import Diagnostic, Report, Severity
from specpress.diagnostics.plain import Finding, finding
from specpress.ir.codec import IrError, decode
from specpress.ir.verify import verify
from specpress.pipeline import Result, generate, write_client
from specpress.source import Span
from specpress.store import Store
from specpress.write import MANIFEST

_TEST: Final = re.compile(r"^ *(?:async )?def test_", re.MULTILINE)


class Counts(NamedTuple):
    """How many there are of each; None where nothing was generated."""

    operations: int | None = None
    types: int | None = None
    tests: int | None = None


class Made(NamedTuple):
    """What a client's files have to be, with the manifest; none after an error."""

    job: Job
    inputs: Inputs
    result: Result
    files: dict[str, bytes]
    seconds: float

    @property
    def counts(self) -> Counts:
        """How much there is in the client."""
        if self.result.api is None:
            return Counts()
        texts = [t for p, t in self.result.files.items() if p.startswith("tests/")]
        tests = sum(len(_TEST.findall(text)) for text in texts)
        api = self.result.api
        return Counts(len(api.operations), len(api.types), tests)

    def findings(self, more: Iterable[Diagnostic] = ()) -> tuple[Finding, ...]:
        """Return the diagnostics as data, and *more* that are not about the pages."""
        prefix, sources = self.inputs.prefix, self.result.sources
        about = (finding(d, sources, prefix) for d in self.result.diagnostics)
        return (*about, *(finding(d, {}) for d in more))

    def tell(self, more: Iterable[Diagnostic] = (), *, quiet: bool) -> None:
        """Print the diagnostics, notes only when not *quiet*, and *more*."""
        shown = [
            d
            for d in self.result.diagnostics
            if not quiet or d.code.severity is not Severity.NOTE
        ]
        print_diagnostics(shown, self.result.sources, self.inputs.prefix)
        print_diagnostics(more, {})


def make(job: Job, inputs: Inputs, *, quiet: bool, from_ir: bool = False) -> Made:
    """Return the client of *job*, generated in memory."""
    begun = time.monotonic()
    with progress(job.config.package, quiet=quiet) as stage:
        store = counted(inputs.store, stage)
        if from_ir:
            result = _from_ir(inputs.store, job)
        else:
            result = generate(store, inputs.names, named(job, inputs), stage)
    files = {path: text.encode("utf-8") for path, text in result.files.items()}
    if files:
        files[MANIFEST] = new_manifest(job, inputs, files).encode()
    return Made(job, inputs, result, files, time.monotonic() - begun)


def _from_ir(store: Store, job: Job) -> Result:
    """Return the client of the API that the only file in *store* holds."""
    report = Report()
    (name,) = store.names()
    try:
        api = decode(store.read(name))
    except IrError as error:
        report.add(NOT_IR.at(Span(name, 0, 0), reason=str(error)))
        return Result(None, {}, report)
    for reason in verify(api, final=True):
        report.add(NOT_IR.at(Span(name, 0, 0), reason=reason))
    if report.failed:
        return Result(api, {}, report)
    return Result(api, write_client(api, job.config, report), report)
