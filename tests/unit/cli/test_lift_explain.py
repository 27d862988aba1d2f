"""``specpress lift --explain``: what is understood of hand-made pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.cli import Run

PAGE = "<html><body><h2>Make a kite</h2><p><code>POST /kites</code></p></body></html>"


def test_explain_is_a_flag_of_lift(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """The command prints the explanation instead of the document, as settings have it."""
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    settings = '[lift]\n[[lift.site]]\ncolumns = { Zorblax = "name" }\n'
    (tmp_path / "s.toml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)

    outcome = run("lift", "a.html", "--explain", "--config", "s.toml")

    assert outcome.status == 0
    assert "operation POST /kites" in outcome.out
