"""What pages of single tools leave open is told: known pages, each with one change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from specpress.diagnostics import Report
from specpress.pipeline import read_document
from specpress.store import DictStore

CASES = Path(__file__).resolve().parents[2] / "lift_cases"
CREDENTIALS = "<div><h5>Authorizations:</h5><div><i>harbour_key</i></div></div>"
MIXED = '<h3 id="mixed">Mixed</h3><p>Type: </p>'
SCHEMES = """
<h2 id="security-schemes">Security schemes</h2>
<table>
<thead><tr><th>Name</th><th>Type</th><th>Scheme</th><th>Description</th></tr></thead>
<tbody><tr><td>harbour_key</td><td>apiKey</td><td></td><td></td></tr></tbody>
</table>
"""
CHANGES = {  # code: the case, a pattern in its page, what stands there instead
    "SPX003": ("sphinx-by-hand", ">Query Parameters<", ">Sundry Things<"),
    "SPX004": ("sphinx-description", r'">2\d\d [^<]*</a>', '">404 Not Found</a>'),
    "SAV001": ("swagger-ui-saved", "opblock-body", "folded-away"),
    "SAV003": ("swagger-ui-saved", r"\[ sail, motor \]", "Array [ 2 ]"),
    "SAV005": ("swagger-ui-saved-3.1", ">≥ 16<", ">rather more than 16<"),
    "SAV006": ("redoc-saved", "<h5", f"{CREDENTIALS}<h5"),
    "SAV007": (
        "redoc-saved",
        "(<h5>Response Schema: <span>application/json</span></h5>)",
        r"\1<span>One of</span><div><button>Sail</button><button>A raft</button></div>",
    ),
    "SAV008": ("swagger-ui-saved", "opblock-description", "opblock-explanation"),
    "SAV009": ("swagger-ui-saved", "parameter__name", "name-of-it"),
    "NEO001": ("neoteroi-material", '<h3 id="person">', f'{MIXED}<h3 id="person">'),
    "NEO002": ("neoteroi-material", '<h2 id="tags">', f'{SCHEMES}<h2 id="tags">'),
}


@pytest.mark.parametrize("code", CHANGES)
def test_what_a_page_leaves_open_is_told(code: str) -> None:
    """The page as it is has no such gap; the changed one is read, and told of."""
    case, pattern, instead = CHANGES[code]
    text = (CASES / case / "index.html").read_text("utf-8")
    changed = re.sub(pattern, instead, text, count=1, flags=re.DOTALL)
    assert changed != text

    assert code not in told(text)
    assert code in told(changed)


def told(text: str) -> set[str]:
    """Return the codes of what is told of the page *text*."""
    report = Report()
    read_document(DictStore({"index.html": text.encode()}), ("index.html",), report)
    return {diagnostic.code.id for diagnostic in report}
