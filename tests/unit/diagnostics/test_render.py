"""Diagnostics as people read them."""

from __future__ import annotations

import pytest

from specpress.diagnostics import Code, Severity
from specpress.diagnostics.plain import finding
from specpress.diagnostics.render import WIDTH, printable, render
from specpress.source import Source, Span

CODE = Code("TST001", Severity.WARNING, "odd {what!r}", "", "")


def _render(text: str, start: int, end: int) -> list[str]:
    source = Source("page.html", text)
    diagnostic = CODE.at(source.span(start, end), what="x")
    return render(diagnostic, {source.name: source}).split("\n")


def test_line_and_excerpt() -> None:
    """A place is printed as a compiler would, with carets under the span."""
    assert _render("one\n  type: strnig\nthree", 12, 18) == [
        "page.html:2:9: warning[TST001]: odd 'x'",
        "    2 |   type: strnig",
        "                ^^^^^^",
    ]


def test_no_place() -> None:
    """Without a source there is no line, and without a file no name."""
    assert render(CODE.at(what="x"), {}) == "warning[TST001]: odd 'x'"
    at = CODE.at(Span("a.py", 0, 0), what="x")
    assert render(at, {}, "out/") == "out/a.py: warning[TST001]: odd 'x'"


@pytest.mark.parametrize("start", [0, 5, 400, 8_000, 16_900, 16_998])
def test_long_lines_are_cut(start: int) -> None:
    """Of a line of 17,000 characters 80 columns are shown, the span among them."""
    text = "".join(f"<{n:05}>" for n in range(17_000 // 7 + 1))
    _, shown, carets = _render(text, start, start + 4)

    line = shown[len("    1 | ") :]
    assert len(line) <= WIDTH
    first = carets.index("^") - len("    1 | ")
    marked = text[start : start + 4]
    assert line[first : first + len(marked)] == marked
    assert carets.count("^") == len(marked)
    assert line.startswith("...") == (start > 60)


def test_a_span_longer_than_the_line_is_cut() -> None:
    """Carets never reach beyond the excerpt."""
    _, shown, carets = _render("x" * 500 + "\n" + "y" * 500, 100, 700)

    assert len(carets) <= len(shown)
    assert carets.count("^") > 40


def test_wide_characters_keep_the_carets_in_place() -> None:
    """A caret stands below its character, however wide those before it are."""
    _, shown, carets = _render("日本e\u0301: bad", 6, 9)

    assert shown.endswith("日本e\u0301: bad")
    assert carets == " " * (8 + 2 + 2 + 1 + 2) + "^^^"


def test_nothing_steers_the_terminal() -> None:
    """Control characters of the page and of the message are shown escaped."""
    text = "a\x1b[2J\x07\u202e\u2028b\tc"
    out = "\n".join(_render(text, 0, 1))

    assert "\\x1b[2J\\x07\\u202e\\u2028b c" in out
    assert printable("\r\n\x9b") == "\\r\\n\\x9b"


def test_colours_only_when_asked() -> None:
    """Colour is the caller's choice and touches the severity only."""
    diagnostic = CODE.at(what="x")

    assert "\x1b" not in render(diagnostic, {})
    assert render(diagnostic, {}, color=True).startswith("\x1b[33m")


def test_an_empty_source() -> None:
    """A place in an empty text has a line and a column and no excerpt."""
    assert _render("", 0, 0) == ["page.html:1:1: warning[TST001]: odd 'x'"]


def test_as_data() -> None:
    """For machines a diagnostic has its lines and columns, the end exclusive."""
    source = Source("p", "ab\ncd")
    found = finding(CODE.at(source.span(1, 4), what="x"), {"p": source}, "in/")

    assert (found.code, found.severity, found.file) == ("TST001", "warning", "in/p")
    assert (found.line, found.column, found.end_line, found.end_column) == (1, 2, 2, 2)
