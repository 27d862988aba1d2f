"""The overlay sets of the Overlay Specification, where they are at hand.

A folder of the compliant sets holds a description, an overlay and what comes of them;
the tests of a version hold overlays that are valid, and overlays that are not.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.document.overlay import apply_overlays
from specpress.document.overlay.check import check_overlay
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SETS = sorted(CORPUS.glob("*overlay*/*/overlay.yaml"))
VALID = sorted(CORPUS.glob("*overlay-tests*/pass/*.yaml"))
INVALID = sorted(CORPUS.glob("*overlay-tests*/fail/*.yaml"))
LOOSE = sorted(CORPUS.glob("*/*/overlays.yaml"))


def _read(path: Path, report: Report) -> Node:
    read = read_yaml(Source(path.name, path.read_text("utf-8")), report)
    assert read is not None
    return read


def _id(path: Path) -> str:
    return "/".join(path.parts[-2:])


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus at hand")
def test_the_sets_are_found() -> None:
    """There are sets and tests of both kinds."""
    assert SETS and VALID and INVALID and LOOSE


@pytest.mark.parametrize("path", SETS, ids=_id)
def test_a_set_comes_out_as_it_says(path: Path) -> None:
    """The description of a set, overlaid, is the set's output."""
    report = Report()
    document = _read(path.with_name("openapi.yaml"), report)
    expected = _read(path.with_name("output.yaml"), report)

    result = apply_overlays(document, [_read(path, report)], report)

    assert result.plain() == expected.plain()
    assert not report.failed


@pytest.mark.parametrize("path", VALID, ids=_id)
def test_a_valid_overlay_is_taken(path: Path) -> None:
    """Nothing is wrong with an overlay that the specification's tests pass."""
    report = Report()

    assert check_overlay(_read(path, report), Node({}), report)
    assert not report.failed


@pytest.mark.parametrize("path", INVALID, ids=_id)
def test_an_invalid_overlay_is_refused(path: Path) -> None:
    """An overlay that the specification's tests fail is an error with its place."""
    report = Report()
    document = Node({"info": Node({}), "a": Node({})})

    result = apply_overlays(document, [_read(path, report)], report)

    assert report.failed
    assert result is document
    assert all(d.span.file == path.name for d in report)


@pytest.mark.parametrize("path", LOOSE, ids=_id)
def test_an_overlay_for_a_description_beside_it_is_applied(path: Path) -> None:
    """All actions of a published overlay are done on the description beside it."""
    report = Report()
    document = _read(path.parent.parent / "openapi.yaml", report)

    result = apply_overlays(document, [_read(path, report)], report)

    assert not report.failed
    assert result.plain() != document.plain()
