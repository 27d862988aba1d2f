"""Settings of hand-made pages: selectors, columns, sections, the threshold."""

from __future__ import annotations

import pytest

from specpress.config.lifting import LiftConfig, LiftSite
from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import BAD_SELECTOR, NO_OPERATIONS, UNSURE
from specpress.lift.base import Page
from specpress.lift.generic import Generic
from specpress.lift.generic.explain import explain
from specpress.lift.generic.selectors import select
from specpress.readers.raw import PLAIN
from specpress.source import Source
from specpress.store import DictStore

PAGE = """<html><body><div class="ad"><table><tr><th>Plan</th><th>Cost</th></tr>
<tr><td>Gold and more</td><td>12 a month</td></tr></table></div>
<div class="doc" id="d"><h1>Kites</h1><p>Base URL: https://kites.example</p><h2>Make a kite</h2>
<p><code>POST /kites</code></p><h3>What you send</h3>
<table class="t x"><tr><th>Zorblax</th><th>Sort</th><th>Blurb</th><th>Needed</th></tr>
<tr><td>the colour</td><td>string</td><td>Its colour</td><td>Yes</td></tr>
<tr><td>tail</td><td>integer</td><td>How long it is</td><td>No</td></tr></table></div></body></html>
"""


def _page(text: str = PAGE, **settings: object) -> Page:
    lifting = LiftConfig(**settings)  # type: ignore[arg-type] # whatever a test sets
    return Page(Source("a.html", text), Report(), DictStore({}), lifting)


def _lifted(page: Page) -> tuple[object, list[str]]:
    report = Report()
    document = Generic().lift(page, report)
    plain = None if document is None else document.plain()
    return plain, [each.code.id for each in report]


def _body(document: object) -> object:
    assert isinstance(document, dict)
    body = document["paths"]["/kites"]["post"]["requestBody"]
    return body["content"]["application/json"]["schema"]


def test_settings_make_a_page_exact() -> None:
    """Columns, headings and selectors that the settings name are read as they say."""
    site = LiftSite(
        content="div.doc",
        columns={
            "Zorblax": "name",
            "Sort": "type",
            "Blurb": "description",
            "Needed": "required",
        },
        sections={"What you send": "body"},
    )
    text = PAGE.replace("the colour", "colour")

    document, codes = _lifted(_page(text, site=(site,)))

    assert _body(document) == {
        "type": "object",
        "properties": {
            "colour": {"type": "string", "description": "Its colour"},
            "tail": {"type": "integer", "description": "How long it is"},
        },
        "required": ["colour"],
    }
    assert not {"GEN001", "GEN002", "GEN011"} & set(codes)


def test_what_settings_ignore_is_left_out() -> None:
    """Elements that a selector under ignore selects are no part of the page."""
    said = [
        _lifted(_page(site=(LiftSite(ignore=names),)))[1] for names in ((), (".ad",))
    ]

    assert said[0].count("GEN001") == 1 + said[1].count("GEN001")


def test_other_pages_are_read_without_the_settings_of_a_site() -> None:
    """A site's settings count for the pages that its patterns name."""
    site = LiftSite(pages=("other/*",), content="nothing:at-all")

    assert "GEN014" not in _lifted(_page(site=(site,)))[1]


def test_selectors_that_are_not_understood_are_reported() -> None:
    """A selector that the small language does not have is an error."""
    site = LiftSite(ignore=("p:first-child",))

    assert BAD_SELECTOR.id in _lifted(_page(site=(site,)))[1]


def test_facts_below_the_threshold_are_left_out() -> None:
    """What is less certain than the threshold asks is reported and not in the document."""
    text = PAGE.replace("the colour", "colour").replace("Zorblax", "Name")
    text = text.replace("<h3>What you send</h3>", "")

    document, codes = _lifted(_page(text, threshold=80))

    assert codes.count(UNSURE.id) == 2
    assert "requestBody" not in str(document)


def test_a_page_without_operations_is_an_error() -> None:
    """A page on which nothing names an operation gives no document."""
    document, codes = _lifted(_page("<html><body><p>Hello</p></body></html>"))

    assert document is None
    assert codes == [NO_OPERATIONS.id]


def test_explain_says_what_to_set() -> None:
    """The explanation has each part of the page, and the setting for what is not read."""
    lines = "\n".join(explain(_page(), Report()))

    assert "operation POST /kites" in lines
    assert "NOT UNDERSTOOD" in lines
    assert 'ignore = ["body > div.ad > table"]' in lines


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        ("table", 2),
        (".doc table", 1),
        ("div#d > h2", 1),
        ("body > table", 0),
        ("table.t.x, h1", 2),
        ("[class=doc]", 1),
        ("*", 30),
    ],
)
def test_selectors_select(selector: str, count: int) -> None:
    """Tags, classes, ids, attributes, descendants, children and lists of them."""
    root = _page().root(PLAIN)
    assert root is not None
    found = select(root, selector)

    assert found is not None
    assert len(found) == count or (selector == "*" and len(found) > count)
