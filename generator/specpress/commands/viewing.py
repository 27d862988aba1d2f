"""The page of ``specpress inspect --html``."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import msgspec

from specpress.commands.inputs import Inputs
from specpress.commands.jobs import Job
from specpress.commands.outcome import FAILED, Stop, print_diagnostics
from specpress.commands.progress import counted, progress
from specpress.commands.standing import named
from specpress.diagnostics.model import Report
from specpress.ledger import facts
from specpress.pipeline import cited, generate, places
from specpress.view import page
from specpress.write import write_file


def write_page(job: Job, inputs: Inputs, target: Path, *, quiet: bool) -> int:
    """Write the page of *job* to *target* and return the exit status.

    The client is generated in memory: without tests, and as far as errors let it.
    """
    config = msgspec.structs.replace(
        named(job, inputs), tests=False, format=False, keep_going=True
    )
    with progress("inspect", quiet=quiet) as stage:
        result = generate(counted(inputs.store, stage), inputs.names, config, stage)
    print_diagnostics(result.diagnostics, result.sources, inputs.prefix)
    api, fidelity = result.api, result.fidelity
    if api is None or fidelity is None:
        return FAILED
    spans = chain(
        (fact.span for fact in facts(api)),
        (node.span for node in (*api.operations, *api.types)),
        places(result.diagnostics),
    )
    sources = cited(inputs.store, spans)
    text = page(
        api, result.files, sources, result.diagnostics, fidelity, config, inputs.prefix
    )
    told = Report()
    if not write_file(target, text.encode(), told):
        raise Stop(told, FAILED)
    return FAILED if result.diagnostics.failed else 0
