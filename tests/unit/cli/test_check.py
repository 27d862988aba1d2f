"""``specpress check``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from support.cli import Run, Tree

from specpress.commands.report import schema


@pytest.fixture
def made(project: Path, run: Run) -> Path:
    """The project with its client generated."""
    assert run("generate").status == 0
    return project


def test_up_to_date(made: Path, run: Run, tree: Tree) -> None:
    """Right after generating all is well, also when regenerated in full."""
    before = tree(made)

    assert run("check").out.startswith("demo: up to date, ")
    ran = run("check", "--full")
    assert (ran.status, ran.out.splitlines()[-1][:16]) == (0, "demo: up to date")
    assert run("check", "--quiet").out == ""
    assert tree(made) == before


def test_does_not_regenerate_needlessly(made: Path) -> None:
    """While all digests match, nothing heavy is even imported."""
    heavy = {"bs4", "black", "jinja2", "rich", "jsonschema_rs", "specpress.pipeline"}
    code = (
        "import sys; from specpress.cli import run; assert run(['check']) == 0; "
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_stale(made: Path, run: Run, tree: Tree) -> None:
    """When a page changed the difference is printed, and nothing is written."""
    page = made / "pages/getThing.html"
    page.write_text(page.read_text().replace("{id}", "{id}/parts"))
    before = tree(made)

    ran = run("check")

    assert ran.status == 1
    assert "--- client/demo/client.py (on disk)" in ran.out
    assert "+++ client/demo/client.py (generated)" in ran.out
    assert any(
        line.startswith("+") and "parts" in line for line in ran.out.splitlines()
    )
    assert ran.err.splitlines()[-1].endswith("stale (in client)")
    assert tree(made) == before


def test_settings_changed(made: Path, run: Run) -> None:
    """A setting that changes the output makes it stale."""
    settings = made / "specpress.toml"
    settings.write_text(settings.read_text() + 'base_url = "https://new.example"\n')

    ran = run("check")

    assert ran.status == 1
    assert "https://new.example" in ran.out


def test_a_change_without_effect(
    made: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another tool, or a page saved anew, that gives the same files is no difference."""
    monkeypatch.setattr("specpress.commands.standing.tool_digest", lambda: "other")
    page = made / "pages/getThing.html"
    page.write_text(page.read_text() + "\n")

    assert run("check").status == 0


def test_edited_and_missing(made: Path, run: Run) -> None:
    """Edited and missing files are told apart, each with its difference."""
    edited = made / "client/demo/client.py"
    edited.write_text(edited.read_text() + "# mine\n")
    (made / "client/README.md").unlink()

    ran = run("check")

    assert ran.status == 1
    assert "\n-# mine\n" in ran.out
    assert "--- /dev/null\n+++ client/README.md (generated)\n" in ran.out
    assert ran.err.endswith("demo: 1 edited, 1 missing (in client)\n")


def test_left_over(made: Path, run: Run) -> None:
    """A file that would go is stale too."""
    (made / "pages/makeThing.html").unlink()

    ran = run("check")

    assert ran.status == 1
    assert "+++ /dev/null" in ran.out


def test_never_generated(project: Path, run: Run) -> None:
    """A client that was never generated is missing."""
    ran = run("check", "--format", "json")

    assert ran.status == 1
    report = json.loads(ran.out)
    jsonschema.validate(report, schema())
    states = {file["state"] for file in report["clients"][0]["files"]}
    assert states == {"missing"}
    assert not (project / "client").exists()


def test_without_a_manifest(made: Path, run: Run) -> None:
    """Without its manifest a client is not up to date."""
    (made / "client/.specpress.json").unlink()

    assert run("check").status == 1


def test_errors(made: Path, run: Run) -> None:
    """When the pages can't be read any more the check fails and says why."""
    (made / "pages/bad.html").write_text("no page")

    ran = run("check")

    assert ran.status == 1
    assert "pages/bad.html:1:1: error[" in ran.err
    assert ran.err.endswith("demo: can't be generated (in client)\n")
