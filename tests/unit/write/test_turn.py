"""Runs that write to one folder take turns."""

from __future__ import annotations

from pathlib import Path

from specpress.diagnostics import Report
from specpress.write.turn import turn


def test_one_at_a_time(tmp_path: Path) -> None:
    """While one run has its turn at a folder another is told that it is in use."""
    first, second, other = Report(), Report(), Report()
    folders = [tmp_path / "a", tmp_path / "b"]
    with turn(folders, first) as here:
        with turn([tmp_path / "x" / ".." / "b"], second, patience=0) as there:
            assert (here, there) == (True, False)
        with turn([tmp_path / "c"], other, patience=0) as elsewhere:
            assert elsewhere
    with turn(folders, other, patience=0) as again:
        assert again

    assert [d.code.id for d in second] == ["WRT006"]
    assert not first.failed
    assert not other.failed
