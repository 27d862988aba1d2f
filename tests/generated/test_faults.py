"""The faults that `make mutants` puts into the seed's client fit the client."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
CLIENT: Final = ROOT / "generated" / "twilio-call"
TABLE: Final = tomllib.loads((ROOT / "tests/mutants/faults.toml").read_text("utf-8"))


@pytest.mark.parametrize("file", TABLE)
def test_faults_fit(file: str) -> None:
    """Each fault's text stands in the file, so that no fault is quietly left out."""
    text = (CLIENT / file).read_text("utf-8")
    missing = [old for old, _ in TABLE[file]["faults"] if old not in text]
    assert TABLE[file]["faults"]
    assert not missing
