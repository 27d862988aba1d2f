"""What lies under generated/: fresh, whole, tested, and up to the bar for emitted code."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from support.clients import (
    CASES,
    GENERATED,
    MANIFEST,
    SPECS,
    TOOLS,
    findings,
    package_of,
    run,
    tree,
)

LIGHT = """
import sys
from {package} import AsyncClient, Client
heavy = {{"pydantic", "pydantic_core", "httpx", "httpx2"}} & set(sys.modules)
sys.exit(f"loaded {{sorted(heavy)}}" if heavy else 0)
"""


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    """The name of a case under specs/."""
    name: str = request.param
    return name


@pytest.fixture
def client(case: str, tmp_path: Path) -> Path:
    """A copy of what is checked in for the case, so that tools leave nothing behind."""
    ignore = shutil.ignore_patterns("__pycache__", ".*_cache")
    return shutil.copytree(GENERATED / case, tmp_path / case, ignore=ignore)


def test_every_case_is_generated() -> None:
    """Each case has its client under generated/, and each client has its case."""
    folders = {path.name for path in GENERATED.iterdir() if path.is_dir()}

    assert folders == set(CASES) != set()


def test_generates_what_is_checked_in(case: str, tmp_path: Path) -> None:
    """A case generates exactly the files under generated/."""
    config = str(SPECS / case / "specpress.toml")
    out = tmp_path / "out"
    done = run(["-m", "specpress", "generate", "--config", config, "-o", str(out)])
    assert done.returncode == 0, done.stdout

    made, there = tree(out), tree(GENERATED / case)
    made.pop(MANIFEST), there.pop(MANIFEST)  # holds a digest of specpress itself
    assert difference(there, made) == ""
    assert made == there


def test_emitted_tests_pass(client: Path) -> None:
    """The client's own tests pass where nothing but the client is."""
    done = run(["-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"], client)

    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_import_is_light_and_silent(client: Path) -> None:
    """Importing `Client` warns of nothing and loads neither pydantic nor HTTP."""
    code = LIGHT.format(package=package_of(client))
    done = run(["-W", "error", "-c", code], client)

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("tool", TOOLS)
def test_tools_find_nothing(client: Path, tool: str) -> None:
    """black, ruff, mypy and pyright, as strict as they are, find nothing."""
    assert findings(tool, client) == ""


def difference(old: dict[str, bytes], new: dict[str, bytes]) -> str:
    """Return the diff of two trees."""
    lines: list[str] = []
    for path in sorted({*old, *new}):
        before, after = (side.get(path, b"").decode().split("\n") for side in (old, new))
        lines += difflib.unified_diff(before, after, path, path, lineterm="")
    return "\n".join(lines)
