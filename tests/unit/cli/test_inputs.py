"""Which pages the named sources stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from specpress.commands.inputs import Inputs, read_inputs
from specpress.diagnostics import Report


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A folder of folders of pages."""
    files = (
        "a/x.html",
        "a/y.MD",
        "a/sub/z.txt",
        "a/toc.yml",
        "a/style.css",
        "b/x.html",
    )
    for path in (*files, "a/.hidden/h.html", "a/.h.html", "c/style.css", "c/toc.yml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(path)
    return tmp_path


def _read(
    base: Path, *sources: str, output: Path | None = None
) -> tuple[Inputs, list[str]]:
    report = Report()
    inputs = read_inputs(sources, base, output, report)
    return inputs, [d.code.id for d in report]


@pytest.mark.parametrize(
    ("sources", "root", "names"),
    [
        (["a"], "a", ["sub/z.txt", "toc.yml", "x.html", "y.MD"]),
        (["a/x.html"], "a", ["x.html"]),
        (["a/x.html", "a/y.MD", "a/x.html"], "a", ["x.html", "y.MD"]),
        (
            ["b/x.html", "a"],
            "",
            ["a/sub/z.txt", "a/toc.yml", "a/x.html", "a/y.MD", "b/x.html"],
        ),
        (["?/x.html"], "", ["a/x.html", "b/x.html"]),
        (["a/**/*.txt"], "a", ["sub/z.txt"]),
        (["a/style.css"], "a", ["style.css"]),
        (["./b/../a/x.html"], "a", ["x.html"]),
    ],
)
def test_names(base: Path, sources: list[str], root: str, names: list[str]) -> None:
    """Pages are named from the innermost folder that holds all sources."""
    inputs, said = _read(base, *sources)

    assert said == []
    assert inputs.root == base / root
    assert list(inputs.store.names()) == names


@pytest.mark.parametrize("order", [1, -1])
def test_order_has_no_say(base: Path, order: int) -> None:
    """Sources in another order give the same names."""
    inputs, _ = _read(base, *["a", "b/x.html"][::order])

    assert inputs.store.names()[-1] == "b/x.html"


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("nothing", "CFG008"),
        ("a/*.pdf", "CFG008"),
        ("c", "CFG009"),
        ("a/x.html/y", "CFG012"),
    ],
)
def test_nothing_there(base: Path, source: str, code: str) -> None:
    """A source that is missing, or a folder without pages, is an error."""
    assert _read(base, source)[1] == [code]


def test_unreadable(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that the system refuses to open is a diagnostic that names it."""

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    report = Report()
    read_inputs(["a/x.html"], base, None, report)

    (diagnostic,) = report
    assert diagnostic.code.id == "CFG012"
    assert diagnostic.message.endswith("a/x.html': permission denied")


@pytest.mark.parametrize(
    ("source", "output", "refused"),
    [
        ("a", "a", True),
        ("a", "a/out", True),
        ("a/sub", "a", True),
        ("a/x.html", "a", True),
        ("a/x.html", "a/x.html", True),
        ("a/**/*.html", "a/out", True),
        ("a/x.html", "a/out", False),
        ("a/*.html", "a/out", False),
        ("a", "out", False),
        ("a", "aa", False),
    ],
)
def test_overlap(base: Path, source: str, output: str, refused: bool) -> None:
    """Output inside the input is refused, and input inside the output."""
    assert _read(base, source, output=base / output)[1] == ["CFG010"] * refused


def test_overlap_through_a_link(base: Path) -> None:
    """A symbolic link does not hide that output lies inside the input."""
    (base / "link").symlink_to(base / "a")

    assert _read(base, "a", output=base / "link/out")[1] == ["CFG010"]
    assert _read(base, "link", output=base / "a/out")[1] == ["CFG010"]


def test_saved_pages_are_known_by_their_text(tmp_path: Path) -> None:
    """A page that was saved with a query or without a suffix is one, assets are not."""
    page = "<!-- saved -->\n<!DOCTYPE html><title>x</title>"
    names = ("page.html?x=1", "reference", "old.php", "code.js", "style.css")
    for name in names:
        (tmp_path / name).write_text(page)
    (tmp_path / "data").write_text("{}")
    (tmp_path / "notes").write_text("<b>no page</b>")

    inputs, codes = _read(tmp_path, ".")

    assert codes == []
    assert inputs.names == ("old.php", "page.html?x=1", "reference")
