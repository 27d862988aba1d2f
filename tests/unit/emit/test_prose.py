"""Prose: Markdown and HTML become plain text that means the same."""

from __future__ import annotations

import pytest

from specpress.emit.prose import plain_text, wrap

CASES = {
    "plain": ("Just text.", "Just text."),
    "link": ("See [Docs](https://x.y/z).", "See Docs (https://x.y/z)."),
    "autolink": ("See <https://x.y>.", "See https://x.y."),
    "code": ("Can be `a<b>` or `c`.", "Can be `a<b>` or `c`."),
    "inequality": (
        "such as `T<=YYYY` or T<=YYYY-MM",
        "such as `T<=YYYY` or T<=YYYY-MM",
    ),
    "placeholder": ("in <currency> terms", "in <currency> terms"),
    "entities": ("a &amp;lt; b &lt;br&gt;", "a &lt; b <br>"),
    "html": ("<p>one</p><p>two <b>x</b></p>", "one\n\ntwo x"),
    "html list": ("<ul><li>a<li>b</ul>", "- a\n- b"),
    "markdown list": ("* a\n* b", "- a\n- b"),
    "ordered": ("1. a\n2. b\n   - c", "1. a\n2. b\n  - c"),
    "heading": ("# Title\n\ntext", "Title\n\ntext"),
    "script": ("<script>alert(1)</script>ok", "ok"),
    "script link": ("<a href='javascript:alert(1)'>z</a>", "z"),
    "fence": ('```json\n{"a": 1}\n```', '{"a": 1}'),
    "emphasis": ("**b** and _i_ and snake_case_name", "b and i and snake_case_name"),
    "image": ("![alt](https://x/y.png)", "alt"),
    "break": ("a<br>b", "a\nb"),
}


@pytest.mark.parametrize("case", CASES)
def test_plain_text(case: str) -> None:
    """Markup turns into the text a reader would see; nothing is lost or run."""
    prose, expected = CASES[case]
    assert plain_text(prose) == expected


def test_wrapping_keeps_lists() -> None:
    """Items of a list begin their own lines, with their rest hanging."""
    lines = wrap("Intro text:\n- first item that is long\n- second", 20)
    assert lines == ["Intro text:", "- first item that is", "  long", "- second"]


def test_wrapping_keeps_paragraphs() -> None:
    """Paragraphs stay apart by one empty line, and long words stay whole."""
    lines = wrap("one two\n\n" + "x" * 30, 20)
    assert lines == ["one two", "", "x" * 30]
