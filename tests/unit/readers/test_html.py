"""HTML to elements with places."""

from __future__ import annotations

import time

import pytest

from specpress.diagnostics import Report
from specpress.readers.element import Element
from specpress.readers.html import MAX_DEPTH, MAX_TAGS, read_html
from specpress.readers.raw import Markup
from specpress.source import Source

_MARKUP = Markup(raw=("raw",), landmarks=("end",))


def _read(text: str, markup: Markup = _MARKUP) -> Element:
    report = Report()
    root = read_html(Source("a.html", text), report, markup)
    assert root is not None, list(report)
    return root


def _outline(element: Element) -> str:
    inside = "".join(_outline(child) for child in element.children)
    return f"{element.tag}({inside})" if element.tag else inside


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "ul(li()li(ul(li()))li())"),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "dl(dt()dd()dt()dd())"),
        ("<p>a<p>b<div>c</div>", "p()p()div()"),
        ("<div><p>a</div><p>b", "div(p())p()"),
        ("<table><tr><td>1<td>2<tr><td>3</table>", "table(tr(td()td())tr(td()))"),
        ("<a><b>c</a>d</b>", "a(b())"),
        ("<p>a<br>b<img src=x><hr/>c", "p(br()img())hr()"),
        ("<DIV CLASS=x><!-- <p> --></DIV>", "div()"),
        ("<script>if (a<b) '<p>'</script><p>", "script()p()"),
        ("<a title='<p>'>x</a>", "a()"),
        ("<p>1 < 2 <= 3 <3 </ x>", "p()"),
        ("<p>x</span></p><p>", "p()p()"),
    ],
)
def test_the_tree_is_that_of_html(text: str, outline: str) -> None:
    """Omitted end tags, odd nesting and stray brackets give the tree a browser makes."""
    assert _outline(_read(text)) == outline


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<p class=raw>a <p>b</p> c</p></div><i class=end>", "a <p>b</p> c"),
        ("<p class='raw'>a <b c</p> <i class=end>", "a <b c"),
        (
            '<p class="x raw">a "<x y=\' </p><!-- c --> </div><i class=end>',
            "a \"<x y=' ",
        ),
        ("<p class=raw>a<p>b</div><i class=end>", "a<p>b"),
        ("<p class=raw>a</div> <i class=end>", "a"),
        ("<span class=raw>a</span> b</span> <i class=end>", "a</span> b"),
        ("<span class=raw><!-- <i class=end> -->a</span><i class=end>", "a"),
        ("<p class=raw>a</p>b</div>", "a"),
        (
            "<p class=raw>a &lt;b&#62; &quot;c&#39; &amp; &#xe9;\r\nd</p>",
            "a &lt;b&gt; \"c' &amp; é\nd",
        ),
    ],
)
def test_raw_content_ends_before_the_next_landmark(text: str, markup: str) -> None:
    """Content that is no HTML comes back whole, whatever tags stand in it."""
    element = _read(f"<div>{text}").first("raw")

    assert element is not None
    assert element.markup == markup
    assert element.children == ()


def test_text_knows_its_place() -> None:
    """Each character of decoded text maps to where it stands in the page."""
    page = "<pre>a&lt;b&#10;<b>c</b>&amp;&eacute;\r\nz&unknown;</pre>"
    text = _read(page).children[0].text

    assert text.text == "a<b\nc&é\nz&unknown;"
    places = [page[text.offset(i)] for i in range(len(text.text))]
    assert "".join(places) == "a&b&c&&\rz&unknown;"
    assert text.span(4, 5) == text.source.span(page.index("c</b>"), page.index("</b>"))


def test_spans_cover_tags_and_content() -> None:
    """An element's span holds its tags, its inner span what stands between them."""
    page = "<ul>\n<li class='a B'>one\n<li>two</li></ul>"
    first, second = _read(page).children[0].children

    assert page[first.span.start : first.span.end] == "<li class='a B'>one\n"
    assert page[first.inner.start : first.inner.end] == "one\n"
    assert page[second.span.start : second.span.end] == "<li>two</li>"
    assert (first.classes, first.path) == (("a", "b"), "li.a.B")


@pytest.mark.parametrize(
    ("text", "closed"),
    [("<div>a", False), ("<p>a", True), ("<div>a</div>", True), ("<br>", True)],
)
def test_missing_end_tags_are_noticed(text: str, closed: bool) -> None:
    """An element that needs an end tag and has none is not closed."""
    assert _read(text).children[0].closed is closed


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("plain & simple < 3", "HTM001"),
        ("a <b and no end", "HTM001"),
        ("<div>" * (MAX_DEPTH + 1), "HTM004"),
        ("<div>" * (MAX_TAGS + 1), "HTM007"),
        ("<div></div>" * MAX_TAGS, "HTM007"),
        ('<a "' * (MAX_TAGS + 1), "HTM007"),
        ('<a b="' * (MAX_TAGS - 1), "HTM001"),
        ("<p " + "a=1 " * 2_000_000 + ">", "HTM008"),
        ("<!--" * 1_000_000, "HTM001"),
    ],
)
def test_hostile_pages_are_refused_fast(text: str, code: str) -> None:
    """Pages made to exhaust a parser are refused in little time."""
    report = Report()
    begun = time.process_time()
    root = read_html(Source("a.html", text), report, _MARKUP)
    taken = time.process_time() - begun

    assert root is None
    assert [each.code.id for each in report] == [code]
    assert taken < 5
