"""What only a program that uses the stages directly can get wrong."""

from __future__ import annotations

from support.pages import page

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import INVALID
from specpress.diagnostics.codes.html import UNKNOWN_LIFTER
from specpress.diagnostics.codes.source import UNREADABLE
from specpress.document.validate import validate
from specpress.lift import lift
from specpress.store import DictStore
from specpress.tree import Node

PAGES = {"getThing.html": page("getThing").encode()}


def test_unknown_lifter() -> None:
    """A documentation tool that nobody knows is an error that lists those there are."""
    report = Report()

    assert lift(DictStore(PAGES), list(PAGES), report, "javadoc") is None

    assert [d.code for d in report] == [UNKNOWN_LIFTER]
    assert "httpdoc" in report.diagnostics[0].message


def test_unreadable() -> None:
    """A page that the store can't read is an error; the others are read."""
    report = Report()

    document = lift(DictStore(PAGES), ["gone.html", *PAGES], report)

    assert document is not None
    assert UNREADABLE in [d.code for d in report]
    assert report.failed


def test_invalid_document() -> None:
    """A document that is no OpenAPI is an error that points to what is wrong."""
    report = Report()

    validate(Node.of({"openapi": "3.0.3", "info": {"title": "x"}, "paths": {}}), report)

    assert {d.code for d in report} == {INVALID}
    assert "version" in report.diagnostics[0].message
