"""A few small descriptions of each kind, chosen by hash, go all the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.clients import run

from corpus.selection import CORPUS, KINDS, ROOT

EACH = 6


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"there is no {CORPUS}")
def test_subset_falls_short_of_nothing(tmp_path: Path) -> None:
    """Each is generated, imported, and has as many operations as its description."""
    options = ["--quick", "--jobs", "2", "--seconds", "60", "--build", str(tmp_path)]
    path = f"{ROOT / 'generator'}:{ROOT / 'tests'}"
    command = ["-m", "corpus.run", "--subset", str(EACH), *options]
    done = run(command, PYTHONPATH=path)

    assert done.returncode == 0, done.stdout
    told = done.stdout.splitlines()[-1]
    assert len(KINDS) * 4 < int(told.split()[0]) <= len(KINDS) * EACH
