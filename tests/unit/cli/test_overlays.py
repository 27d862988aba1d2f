"""Overlays from the configuration and from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.cli import Run

RENAME = """\
overlay: 1.1.0
info: {title: Renames, version: "1"}
actions:
  - target: $.paths.*.get.operationId
    update: {name}
"""


def _overlay(path: Path, name: str) -> None:
    path.write_text(RENAME.replace("{name}", name), "utf-8")


@pytest.fixture
def overlaid(project: Path) -> Path:
    """The project with an overlay that gives its operation another id."""
    _overlay(project / "fix.yaml", "fetchThing")
    settings = project / "specpress.toml"
    settings.write_text(f'overlays = ["fix.yaml"]\n{settings.read_text("utf-8")}')
    return project


def test_pages_are_overlaid(overlaid: Path, run: Run) -> None:
    """What an overlay says of lifted pages is in the client."""
    assert run("generate").status == 0
    client = (overlaid / "client/demo/client.py").read_text("utf-8")

    assert "def fetch_thing(" in client
    assert "def get_thing(" not in client


def test_check_sees_a_changed_overlay(overlaid: Path, run: Run) -> None:
    """The client is stale when its overlay says something else."""
    run("generate")
    assert run("check").status == 0

    _overlay(overlaid / "fix.yaml", "loadThing")
    ran = run("check")

    assert ran.status == 1
    assert "load_thing" in ran.out


def test_check_sees_overlays_in_another_order(overlaid: Path, run: Run) -> None:
    """The client is stale when its overlays are applied in another order."""
    _overlay(overlaid / "more.yaml", "lastThing")
    flags = ("--set", 'overlays = ["fix.yaml", "more.yaml"]')
    assert run("generate", *flags).status == 0
    assert run("check", *flags).status == 0

    back = ("--set", 'overlays = ["more.yaml", "fix.yaml"]')
    assert run("check", *back).status == 1


def test_a_moved_project_is_the_same(
    overlaid: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manifest knows overlays by where they lie to the pages, whatever the flags."""
    assert run("generate", "--overlay", "fix.yaml").status == 0
    manifest = Path("client/.specpress.json").read_text("utf-8")
    moved = overlaid.rename(overlaid.with_name("moved"))
    (moved / "below").mkdir()
    monkeypatch.chdir(moved / "below")

    assert run("check", "--overlay", "../fix.yaml").status == 0
    assert run("generate", "--overlay", "../fix.yaml").status == 0
    assert (moved / "client/.specpress.json").read_text("utf-8") == manifest


def test_flags_are_relative_to_here(
    overlaid: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--overlay names files from the current folder, may be repeated, and replaces
    those of the configuration."""
    below = overlaid / "below"
    below.mkdir()
    _overlay(below / "a.yaml", "aThing")
    _overlay(below / "b.yaml", "bThing")
    monkeypatch.chdir(below)

    ran = run("inspect", "--overlay", "a.yaml", "--overlay", "b.yaml")

    assert ran.status == 0
    assert "bThing" in ran.out
    assert "aThing" not in ran.out


def test_an_overlay_among_the_sources_is_no_page(project: Path, run: Run) -> None:
    """An overlay in the folder of the pages is not read as one of them."""
    _overlay(project / "pages/fix.yaml", "fetchThing")

    ran = run("inspect", "--overlay", "pages/fix.yaml")

    assert (ran.status, "fix.yaml" in ran.err) == (0, False)
    assert "fetchThing" in ran.out


def test_lift_takes_overlays(overlaid: Path, run: Run) -> None:
    """The document that pages describe is written as overlaid."""
    ran = run("lift", "pages", "--overlay", "fix.yaml")

    paths = json.loads(ran.out)["paths"]
    ids = [op["operationId"] for item in paths.values() for op in item.values()]
    assert ids == ["fetchThing", "makeThing"]


def test_an_ir_takes_no_overlay(overlaid: Path, run: Run) -> None:
    """An overlay for an IR is a wrong use; those of the configuration are passed over."""
    ir = overlaid / "api.json"
    ir.write_text(run("inspect", "--format", "json").out, "utf-8")

    assert run("generate", "--from-ir", "api.json").status == 0
    ran = run("generate", "--from-ir", "api.json", "--overlay", "fix.yaml")
    assert ran.status == 2
    assert "can't be laid over an IR" in ran.err


def test_an_overlay_elsewhere_opens_no_folder(overlaid: Path, run: Run) -> None:
    """What a description may refer to stays below its own folder, wherever its
    overlays lie."""
    (overlaid / "secret.yaml").write_text("type: string\n")
    api = overlaid / "api"
    api.mkdir()
    (api / "a.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n"
        "components: {schemas: {S: {$ref: ../secret.yaml}}}\n"
    )
    _overlay(overlaid / "fix.yaml", "x")

    ran = run("inspect", "--set", 'sources = ["api/a.yaml"]')

    assert "secret.yaml" in ran.err
    assert ran.status == 1
    assert "fix.yaml:4:5: warning[OVL004]" in ran.err


def test_bundle_takes_overlays(overlaid: Path, run: Run) -> None:
    """The one document of a description is written as overlaid."""
    (overlaid / "api.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
        "paths: {/a: {get: {operationId: a, responses: {'204': {description: d}}}}}\n"
    )

    ran = run("bundle", "api.yaml", "--overlay", "fix.yaml")

    assert json.loads(ran.out)["paths"]["/a"]["get"]["operationId"] == "fetchThing"
