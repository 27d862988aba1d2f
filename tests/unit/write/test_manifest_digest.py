"""The digest of a tree: its files, and nobody's cache."""

from __future__ import annotations

from pathlib import Path

from specpress.evolve.manifest import tree_digest


def test_caches_do_not_count(tmp_path: Path) -> None:
    """Hidden files and compiled modules change nothing; any other file does."""
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    before = tree_digest(tmp_path)
    for cache in (".mypy_cache", "__pycache__"):
        (tmp_path / cache).mkdir()
        (tmp_path / cache / "a.py").write_text("y", encoding="utf-8")
    assert tree_digest(tmp_path) == before
    (tmp_path / "b.txt").write_text("z", encoding="utf-8")
    assert tree_digest(tmp_path) != before
    assert tree_digest(tmp_path, ".py") == before
