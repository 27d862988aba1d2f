"""The language of patterns."""

from __future__ import annotations

import pytest

from specpress.prose.language import (
    Choice,
    Edge,
    Gap,
    PatternError,
    Slot,
    Word,
    compiled,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Max {maximum}", (Word("max"), Slot("maximum"))),
        ("(a b|c)", (Choice(((Word("a"), Word("b")), (Word("c"),))),)),
        ("[a]", (Choice(((Word("a"),), ())),)),
        ("^ ... $", (Edge(end=False), Gap(), Edge(end=True))),
        ('"(" :', (Word("("), Word(":"))),
        ("a|b", (Choice(((Word("a"),), (Word("b"),))),)),
    ],
)
def test_parts(text: str, parts: tuple[object, ...]) -> None:
    """A pattern is words, slots, choices, gaps and edges, in their order."""
    assert compiled(text) == parts


@pytest.mark.parametrize("text", ["(a", "a)", "[a|b", "a {Slot}", 'a "b'])
def test_no_pattern(text: str) -> None:
    """What is no pattern is refused."""
    with pytest.raises(PatternError):
        compiled(text)
