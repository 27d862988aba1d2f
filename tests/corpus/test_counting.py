"""Operations are counted as a reader of the specification would count them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.counting import operations

MORE = """
get: {responses: {}}
summary: not an operation
"""
ENTRY = """
openapi: 3.%s.0
paths:
  /a:
    get: {responses: {}}
    Post: {responses: {}}
    query: {responses: {}}
    additionalOperations: {COPY: {responses: {}}}
    trace: {responses: {}}
    x-get: {responses: {}}
  /b: {$ref: more.yaml}
  /c: {$ref: '#/components/pathItems/one~1two'}
  /d: {$ref: absent.yaml}
  x-e: {get: {responses: {}}}
webhooks:
  w: {post: {responses: {}}}
components: {pathItems: {one/two: {delete: {responses: {}}}}}
"""
FOUND = [
    ("DELETE", "/c"),
    ("GET", "/a"),
    ("GET", "/b"),
    ("POST", "/a"),
    ("TRACE", "/a"),
]


@pytest.mark.parametrize("version", ["0", "1", "2"])
def test_operations(tmp_path: Path, version: str) -> None:
    """References are followed, slips of case understood, other keys left alone."""
    (tmp_path / "more.yaml").write_text(MORE, "utf-8")
    (tmp_path / "entry.yaml").write_text(ENTRY % version, "utf-8")
    newer = [("COPY", "/a"), ("QUERY", "/a")] if version == "2" else []

    assert operations(tmp_path / "entry.yaml") == sorted([*FOUND, *newer])


def test_swagger_has_no_trace(tmp_path: Path) -> None:
    """A Swagger 2.0 path item has seven methods, and merge keys bring theirs."""
    text = "swagger: '2.0'\npaths:\n  /a: {<<: {get: {}}, trace: {}, head: {}}\n"
    (tmp_path / "entry.yaml").write_text(text, "utf-8")

    assert operations(tmp_path / "entry.yaml") == [("GET", "/a"), ("HEAD", "/a")]


def test_paths_may_lie_elsewhere(tmp_path: Path) -> None:
    """All paths may be in a file of their own, and refer to others from there."""
    (tmp_path / "entry.yaml").write_text("paths: {$ref: below/paths.yaml}", "utf-8")
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "paths.yaml").write_text("/a: {$ref: a.yaml}", "utf-8")
    (tmp_path / "below" / "a.yaml").write_text("put: {}", "utf-8")

    assert operations(tmp_path / "entry.yaml") == [("PUT", "/a")]


def test_what_cant_be_read_has_none(tmp_path: Path) -> None:
    """A text that is no description has no operations, and raises nothing."""
    (tmp_path / "entry.json").write_text("{[", "utf-8")

    assert operations(tmp_path / "entry.json") == []
