"""What stands before a run: a client's pages, and what was generated before."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from specpress.commands.inputs import Inputs, Named, display, read_inputs
from specpress.commands.jobs import Job
from specpress.commands.locking import Lock, beyond
from specpress.commands.outcome import stop_if_failed
from specpress.config import Config
from specpress.diagnostics.codes.write import BAD_MANIFEST
from specpress.diagnostics.model import Report
from specpress.evolve.manifest import (
    Manifest,
    ManifestError,
    Owned,
    config_digest,
    digests,
    read_manifest,
    templates_digest,
    tool_digest,
)
from specpress.source import Span
from specpress.write.plan import MANIFEST


def job_inputs(job: Job, lock: Lock | None = None) -> Inputs:
    """Return the pages of *job*; end the command when there is none to read.

    What they refer to outside their folder comes as the lock file says or, with *lock*,
    from there, and is noted in it.
    """
    report = Report()
    inputs = read_inputs(
        job.config.sources,
        job.base,
        job.output,
        report,
        job.place,
        Named(job.config.overlays, job.overlay_place),
        beyond(job.base, job.config.allow, lock),
    )
    stop_if_failed(report, job.sources)
    return inputs


def named(job: Job, inputs: Inputs) -> Config:
    """Return the settings of *job* with the names that its overlays have in *inputs*."""
    return replace(job.config, overlays=inputs.overlays)


def old_manifest(job: Job, report: Report) -> Owned | None:
    """Return what specpress owns in the output of *job*; report a broken manifest."""
    try:
        return read_manifest(job.output)
    except ManifestError as error:
        span = Span(f"{display(job.output)}{MANIFEST}", 0, 0)
        report.add(BAD_MANIFEST.at(span, reason=str(error)))
        return None


def new_manifest(job: Job, inputs: Inputs, files: Mapping[str, bytes]) -> Manifest:
    """Return the manifest of *files*, made from *inputs* for *job*."""
    return Manifest(
        tool=tool_digest(),
        templates=templates_digest(),
        config=config_digest(named(job, inputs)),
        inputs=digests(inputs.store.files),
        outputs=digests(files),
    )
