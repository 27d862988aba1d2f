"""Real page sets, scored against the descriptions that they were rendered from."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from specpress.diagnostics import Report, Severity
from specpress.document.validate import validate
from specpress.lift import lift
from specpress.store import DictStore

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


@pytest.mark.parametrize(
    ("name", "right", "total"), [("twilio", 4347, 4367), ("sample", 12, 12)]
)
def test_real_pages_lose_nothing(
    name: str, right: int, total: int, tmp_path: Path
) -> None:
    """Every fact that a page shows is in the document, which is valid and clean."""
    folder = SHARED / f"corpus/httpdoc-{name}"
    if not folder.exists():
        pytest.skip("the real pages lie outside the repository and are not here")
    files = {path.name: path.read_bytes() for path in (folder / "pages").iterdir()}
    report = Report()
    document = lift(DictStore(files), tuple(files), report)
    assert document is not None
    validate(document, report)
    assert [each for each in report if each.code.severity is not Severity.NOTE] == []

    lifted = tmp_path / "lifted.json"
    lifted.write_text(json.dumps(document.plain()), "utf-8")
    tool = [sys.executable, str(SHARED / "tools/score_lift.py"), "--json"]
    truth = str(folder / f"{name}.yaml")
    done = subprocess.run(
        [*tool, str(lifted), truth], capture_output=True, text=True, check=False
    )
    score = json.loads(done.stdout)

    assert (score["right"], score["total"]) == (right, total)


def test_the_order_of_pages_changes_nothing() -> None:
    """The document is the same in whatever order pages are named."""
    folder = SHARED / "corpus/httpdoc-twilio/pages"
    if not folder.exists():
        pytest.skip("the real pages lie outside the repository and are not here")
    names = sorted(path.name for path in folder.iterdir())[:40]
    store = DictStore({name: (folder / name).read_bytes() for name in names})
    there, back = Report(), Report()
    first = lift(store, names, there)
    second = lift(store, names[::-1], back)

    assert first is not None
    assert second is not None
    assert json.dumps(first.plain()) == json.dumps(second.plain())
    assert there.diagnostics == back.diagnostics
