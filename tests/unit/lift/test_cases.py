"""Pages and what they become: every folder below tests/lift_cases is a case."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.pipeline import read_document
from specpress.readers.text import decode
from specpress.source import NOWHERE, Span
from specpress.store import DictStore

CASES = Path(__file__).resolve().parents[2] / "lift_cases"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_pages_become_what_is_expected(case: str, pytestconfig: pytest.Config) -> None:
    """The pages of a case give exactly its document and its diagnostics."""
    folder = CASES / case
    document, diagnostics = _lifted(folder)
    if pytestconfig.getoption("--bless", default=False):
        (folder / "expected.json").write_text(document, "utf-8")
        (folder / "expected.txt").write_text(diagnostics, "utf-8")

    assert (folder / "expected.txt").read_text("utf-8") == diagnostics
    assert (folder / "expected.json").read_text("utf-8") == document


def _lifted(folder: Path) -> tuple[str, str]:
    """Return the document and the diagnostics of the pages in *folder* as text."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("expected.")
    }
    report = Report()
    document = read_document(DictStore(files), _inputs(files), report)
    lines = [
        f"{_place(d.span, files)}{d.code.severity}[{d.code.id}]: {d.message}\n"
        for d in report
    ]
    plain = None if document is None else document.plain()
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n", "".join(lines)


def _inputs(files: dict[str, bytes]) -> tuple[str, ...]:
    """Return the names that a case gives: all its files, or those in its list."""
    listed = files.pop("inputs.txt", b"").decode().split()
    return tuple(listed or files)


def _place(span: Span, files: dict[str, bytes]) -> str:
    """Return the beginning of *span* and the text it covers."""
    source = decode(span.file, files.get(span.file, b""), Report())
    if span == NOWHERE or source is None:
        return f"{span.file}: " if span.file else ""
    line, column = source.line_col(span.start)
    covered = source.text[span.start : span.end]
    return f"{span.file}:{line}:{column}: {covered[:30]!r}: "
