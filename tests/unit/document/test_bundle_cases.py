"""Files and the document they make: every folder below tests/bundle_cases is a case."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.document.load import load
from specpress.document.refs import pointed
from specpress.readers.text import decode
from specpress.source import NOWHERE, Span
from specpress.store import DictStore
from specpress.tree import Node

CASES = Path(__file__).resolve().parents[2] / "bundle_cases"


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_files_become_what_is_expected(case: str, pytestconfig: pytest.Config) -> None:
    """The files of a case give exactly its document and its diagnostics."""
    folder = CASES / case
    document, diagnostics = _loaded(folder)
    if pytestconfig.getoption("--bless", default=False):
        (folder / "expected.json").write_text(document, "utf-8")
        (folder / "expected.txt").write_text(diagnostics, "utf-8")

    assert (folder / "expected.txt").read_text("utf-8") == diagnostics
    assert (folder / "expected.json").read_text("utf-8") == document


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_all_references_are_local_then(case: str) -> None:
    """In what a case expects every reference is a pointer to something that is there,
    but for those that a diagnostic tells of, or that are said to be left."""
    document = json.loads((CASES / case / "expected.json").read_text("utf-8"))
    told = (CASES / case / "expected.txt").read_text("utf-8")

    left = [ref for ref in _refs(document) if not _leads_somewhere(document, ref)]

    assert all(ref in told or "left" in ref for ref in left)


def _loaded(folder: Path) -> tuple[str, str]:
    """Return the document and the diagnostics of the files in *folder* as text.

    The input is ``main.*`` where there is one, else the whole folder.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("expected.")
    }
    main = [name for name in files if name.startswith("main.")]
    report = Report()
    document = load(DictStore(files), main or tuple(files), report)
    lines = [
        f"{_place(d.span, files)}{d.code.severity}[{d.code.id}]: {d.message}\n"
        for d in report
    ]
    plain = None if document is None else document.plain()
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n", "".join(lines)


def _place(span: Span, files: dict[str, bytes]) -> str:
    """Return the beginning of *span* and the text it covers."""
    source = decode(span.file, files.get(span.file, b""), Report())
    if span == NOWHERE or source is None:
        return f"{span.file}: " if span.file else ""
    line, column = source.line_col(span.start)
    covered = source.text[span.start : span.end]
    return f"{span.file}:{line}:{column}: {covered[:30]!r}: "


def _refs(value: object) -> Iterator[str]:
    """Yield the references in *value*, data in examples and extensions left out."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "$ref" and isinstance(member, str):
                yield member
            elif key not in ("value", "enum") and not key.startswith("x-"):
                yield from _refs(member)
    elif isinstance(value, list):
        for item in value:
            yield from _refs(item)


def _leads_somewhere(document: object, ref: str) -> bool:
    """Return whether *ref* is a pointer to a place of *document*."""
    root = Node.of(document)
    return ref.startswith("#/") and pointed(root, ref[1:]) is not None
