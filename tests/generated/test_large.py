"""One client of 199 pages: complete, the same each time, small, and up to the bar."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest
from support.clients import MANIFEST, PAGES, TOOLS, findings, run, tree

SETTINGS = """
package = "large_api"
output = {output}
sources = {sources}

[auth.basic]
type = "basic"
"""
LINES_AN_OPERATION = 120

pytestmark = [
    pytest.mark.skipif(not PAGES.is_dir(), reason=f"no pages in {PAGES.name}"),
    pytest.mark.xdist_group("large"),  # one worker generates for all of them
]


def generate(folder: Path, sources: list[str], seed: str) -> Path:
    """Generate the client of *sources* in *folder*, hashing strings by *seed*."""
    folder.mkdir(parents=True)
    text = SETTINGS.format(output=json.dumps("out"), sources=json.dumps(sources))
    (folder / "specpress.toml").write_text(text, "utf-8")
    done = run(["-m", "specpress", "generate", "-q"], folder, PYTHONHASHSEED=seed)
    assert done.returncode == 0, done.stdout
    return folder / "out"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The client of all pages."""
    folder = tmp_path_factory.mktemp("large") / "here"
    return generate(folder, [str(PAGES)], "0")


def test_every_operation_is_there(client: Path) -> None:
    """Each page gives an operation, with the data of its tests."""
    pages = [path for path in PAGES.iterdir() if path.suffix == ".md"]
    data = list((client / "tests" / "data" / "operations").glob("*.json"))

    assert len(data) == len(pages) == 199


def test_same_bytes(client: Path, tmp_path: Path) -> None:
    """Another hash seed, folder and order of the files give the same bytes."""
    copied = shutil.copytree(PAGES, tmp_path / "elsewhere" / "pages")
    names = sorted(path.name for path in copied.glob("*.md"))
    random.Random(1).shuffle(names)
    sources = [f"../pages/{name}" for name in [*names, "toc.yml"]]
    again = generate(copied.parent / "deeper", sources, "1")

    first, second = tree(client), tree(again)
    assert [path for path in first if first[path] != second.get(path)] in ([], [MANIFEST])
    assert first.keys() == second.keys()


def test_emitted_tests_pass(client: Path) -> None:
    """The client's own tests pass."""
    options = ["-q", "-p", "no:cacheprovider", "-W", "error"]
    done = run(["-m", "pytest", *options], client)

    assert done.returncode == 0, done.stdout[-20_000:]
    assert " passed" in done.stdout


@pytest.mark.parametrize("tool", TOOLS)
def test_tools_find_nothing(client: Path, tool: str) -> None:
    """black, ruff, mypy and pyright, as strict as they are, find nothing."""
    assert findings(tool, client)[-20_000:] == ""


def test_emitted_code_is_small(client: Path) -> None:
    """An operation takes few lines of Python, those of its tests among them."""
    files = [p for p in client.rglob("*.py") if "_runtime" not in p.parts]
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in files)

    assert 0 < lines <= LINES_AN_OPERATION * 199
