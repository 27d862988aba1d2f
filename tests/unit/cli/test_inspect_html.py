"""`specpress inspect --html`."""

from __future__ import annotations

from pathlib import Path

from support.cli import Run, Tree


def test_a_page_is_written(project: Path, run: Run, tree: Tree) -> None:
    """The page has every operation; nothing else is written."""
    before = tree(project)
    ran = run("inspect", "--html", "out/page.html")

    assert ran.status == 0
    text = (project / "out" / "page.html").read_text("utf-8")
    assert "<h2>getThing</h2>" in text
    assert "<h2>makeThing</h2>" in text
    assert tree(project).keys() - before.keys() == {"out/page.html"}


def test_no_page_among_the_sources(project: Path, run: Run) -> None:
    """A page that would be a source of the next run is refused."""
    ran = run("inspect", "--html", "pages/page.html")

    assert ran.status == 2
    assert "CFG" in ran.err
    assert not (project / "pages" / "page.html").exists()


def test_nothing_is_written_without_an_api(project: Path, run: Run) -> None:
    """Where pages show nothing, the diagnostics say so, and an old page stays."""
    for page in (project / "pages").iterdir():
        page.write_text("<p>Nothing.</p>")
    (project / "old.html").write_text("old")
    ran = run("inspect", "--html", "old.html")

    assert ran.status == 1
    assert "error[" in ran.err
    assert (project / "old.html").read_text() == "old"
