"""Real pages that hold or name their description: no fact is lost."""

from __future__ import annotations

import pytest

from lift_scores.pages import CORPUS, Scored, scored
from lift_scores.run import main
from lift_scores.score import score

_EMBEDDED = (
    "elements/oai-learn",
    "fastapi/",
    "rapidoc/oai-learn",
    "rapidoc/repo-examples/examples/auth",
    "redoc/oai-learn",
    "redoc/twilio",
    "redoc-embed/museum",
    "scalar/museum",
    "swagger-ui/petstore-2.0",
    "swagger-ui/repo",
    "swagger-ui-express/",
)
_CASES = [case for part in _EMBEDDED for case in scored(part)]

needs_pages = pytest.mark.skipif(
    not CORPUS.exists(), reason="the real pages lie outside the repository"
)


@needs_pages
@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_no_fact_is_lost(case: Scored) -> None:
    """Every fact that the description states is in the lifted document."""
    result = score(case)

    assert result.wrong == []
    assert result.right == result.total > 0


@needs_pages
def test_every_tool_has_pages() -> None:
    """The table covers each folder of pages in the corpus."""
    folders = {path.name.removeprefix("html-") for path in CORPUS.glob("html-*")}

    assert {case.tool for case in scored()} == folders


def test_the_table_is_skipped_visibly(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without real pages the table says so and is no failure."""
    monkeypatch.setattr("lift_scores.run.CORPUS", CORPUS / "gone")
    monkeypatch.setattr("sys.argv", ["run"])

    assert main() == 0
    assert capsys.readouterr().out.startswith("skipped: ")
