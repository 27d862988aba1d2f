"""The stages in a row, without disk or command line."""

from __future__ import annotations

import pytest
from support.pages import page

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NOT_HTML
from specpress.ir.nodes import Api
from specpress.pipeline import generate
from specpress.store import DictStore

CONFIG = Config(package="demo", output="", sources=(), tests=False, format=False)
NAMES = ("getThing.html", "makeThing.html", "anotherThing.html")
PAGES = {name: page(name[:-5], target=f"\\{name[:-5]}").encode() for name in NAMES}


def test_order_has_no_say() -> None:
    """The order in which pages are named changes nothing, nor does naming one twice."""
    store = DictStore(PAGES)

    first = generate(store, NAMES, CONFIG)
    second = generate(store, (*NAMES[::-1], NAMES[0]), CONFIG)

    assert first.files
    assert list(first.files.items()) == list(second.files.items())
    assert first.api == second.api


def test_stages_are_told() -> None:
    """Who wants to know is told of each stage as it begins."""
    told: list[str] = []

    generate(DictStore(PAGES), NAMES, CONFIG, told.append)

    assert told == ["reading", "validating", "lowering", "writing", "finishing"]


def test_cites_pages_that_are_pointed_into() -> None:
    """A result has the texts that its diagnostics need, and no more."""
    pages = PAGES | {"bad.html": b"no page"}

    result = generate(DictStore(pages), tuple(pages), CONFIG)

    assert result.files == {}
    assert result.api is not None
    cited = {d.span.file for d in result.diagnostics if d.span.file}
    assert "bad.html" in cited
    assert set(result.sources) == cited
    assert result.sources["bad.html"].text == "no page"


@pytest.mark.parametrize("keep_going", [False, True])
def test_an_error_while_emitting(
    monkeypatch: pytest.MonkeyPatch, keep_going: bool
) -> None:
    """An error that is found as late as that leaves no files either, unless asked."""

    def emit(_: Api, __: Config, report: Report) -> dict[str, str]:
        report.add(NOT_HTML.at(name="x"))
        return {"demo/a.txt": "a"}

    monkeypatch.setattr("specpress.pipeline.emit", emit)
    config = Config(
        package="demo", output="", sources=(), keep_going=keep_going, format=False
    )

    result = generate(DictStore(PAGES), NAMES, config)

    assert bool(result.files) == keep_going
    assert result.diagnostics.failed
