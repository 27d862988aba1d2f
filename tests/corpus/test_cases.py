"""Descriptions that once went wrong: each becomes a client whose own tests pass."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.clients import run

from corpus.selection import CASES, ROOT

NAMES = sorted(file.stem for file in CASES.glob("*.yaml"))
pytestmark = pytest.mark.xdist_group("corpus_cases")


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What falls short, by case; one run makes them all."""
    build = tmp_path_factory.mktemp("cases")
    options = ["--tools", "tests black ruff", "--jobs", "2", "--build", str(build)]
    path = f"{ROOT / 'generator'}:{ROOT / 'tests'}"
    done = run(["-m", "corpus.run", "--cases", *options], PYTHONPATH=path)
    assert (build / "report.json").is_file(), done.stdout
    found = json.loads((build / "report.json").read_text("utf-8"))
    return {Path(each["path"]).stem: each["short"] for each in found}


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, short: dict[str, list[str]]) -> None:
    """It is generated, imported, complete, formatted, and its tests pass."""
    assert short[name] == []


def test_there_are_cases(short: dict[str, list[str]]) -> None:
    """Every case was run."""
    assert sorted(short) == NAMES != []
