"""Comparing the output folder with its manifest, or with what it has to hold."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from specpress.commands.inputs import Inputs
from specpress.commands.jobs import Job
from specpress.commands.report import State
from specpress.commands.standing import new_manifest
from specpress.evolve.manifest import Owned
from specpress.write.plan import MANIFEST, digest


class Difference(NamedTuple):
    """A file that is not as it has to be; None stands for no file."""

    path: str
    state: State
    there: bytes | None
    wanted: bytes | None


def matches(job: Job, inputs: Inputs, owned: Owned) -> bool:
    """Tell whether all digests are those of the manifest, also of the files there."""
    outputs: dict[str, bytes] = {}
    for path, expected in owned.manifest.outputs.items():
        data = _content(job.output / path)
        if data is None or digest(data) != expected:
            return False
        outputs[path] = data
    for name in owned.manifest.inputs:  # what the inputs refer to
        try:
            inputs.store.read(name)
        except (OSError, ValueError):
            return False
    return new_manifest(job, inputs, outputs) == owned.manifest


def differences(
    output: Path, wanted: Mapping[str, bytes], owned: Mapping[str, str]
) -> Iterator[Difference]:
    """Yield the files below *output* that are not as *wanted*, by path.

    *owned* are the digests of what was written before. A manifest that tells of other
    digests, while all files are right, is no difference.
    """
    for path in sorted({*wanted, *owned}):
        there, data = _content(output / path), wanted.get(path)
        if there == data or (path == MANIFEST and there is not None):
            continue
        state: State = "stale"
        if there is None:
            state = "missing"
        elif path in owned and digest(there) != owned[path]:
            state = "edited"
        yield Difference(path, state, there, data)


def diff(difference: Difference, name: str) -> str:
    """Return the unified diff from what is there to what is wanted."""
    old, new = (_lines(d) for d in (difference.there, difference.wanted))
    before = "/dev/null" if difference.there is None else f"{name} (on disk)"
    after = "/dev/null" if difference.wanted is None else f"{name} (generated)"
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in difflib.unified_diff(old, new, before, after)
    )


def _lines(data: bytes | None) -> list[str]:
    text = "" if data is None else data.decode("utf-8", "replace")
    *whole, last = text.split("\n")  # not splitlines(): it also breaks at U+2028
    return [*(f"{line}\n" for line in whole), *([last] if last else [])]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
