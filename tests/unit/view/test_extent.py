"""How far what stands under a key reaches."""

from __future__ import annotations

import pytest

from specpress.source import Source, Span
from specpress.view.extent import extent

CASES = {  # text, key, the last thing inside
    "block": ("a:\n  key:\n    b: 1\n\n    c: 2\n  d: 3\n", "key", "c: 2"),
    "last": ("a:\n  key:\n    b: 1\n", "key", "b: 1"),
    "scalar": ("a:\n  key: 1\n  b: 2\n", "key", "key: 1"),
    "flow": ("a: {key: {b: [1, '}'], c: \"}\"}, d: 2}\n", "key", '"}"}'),
    "JSON": ('{"key": {\n"b": "\\"}"\n}, "d": {}}', '"key"', '"\\"}"\n}'),
    "unclosed": ('{"key": {"b": 1', '"key"', "{"),
}


@pytest.mark.parametrize("name", CASES)
def test_extent(name: str) -> None:
    """It ends with the bracket or the indentation."""
    text, key, last = CASES[name]
    start = text.index(key)
    found = extent(Source("a", text), [Span("a", start, start + len(key))])

    assert found.start == start
    assert found.end == text.rindex(last) + len(last)


def test_extent_in_a_page() -> None:
    """What a page says of something goes from the first of its facts to the last."""
    spans = [Span("a", 9, 10), Span("a", 4, 5), Span("other", 1, 30), Span("a", 12, 20)]

    assert extent(Source("a", "<p>" + "x" * 40), spans) == Span("a", 4, 20)
