"""Texts that match a pattern: found for many, verified for all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from specpress.emit.samples import patterns
from specpress.emit.samples.patterns import matching
from specpress.emit.samples.regex import compiled

PATTERNS = [
    "^$",
    "a",
    "^[^a-z0-9]{3}$",
    r"^\S+\s\d\D\w\W$",
    "^(?:a|b|c){2,}$",
    "^(ab)?c$",
    r"^([a-z])\1$",
    "^(?i:X)y?$",
    r"^[\u4e00-\u9fff]+$",
    r"^[\w-]{1,63}(\.[\w-]{1,63})*$",
    r"^(?!-)[a-z-]+$",
    "^.{0,5}$",
    "^[*]+?$",
    r"^(\d{3}-){2}\d{4}$",
    "^x*$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("index", [0, 1])
def test_matching(pattern: str, index: int) -> None:
    """What is found matches, and the next one differs."""
    text = matching(pattern, index=index)

    assert text is not None or index == 1
    assert text is None or re.search(pattern, text)
    assert text is None or index == 0 or text != matching(pattern)


@pytest.mark.parametrize("length", [1, 2, 7, 64])
def test_lengths(length: int) -> None:
    """Optional repeats are stretched to the length that is asked for."""
    text = matching("^[a-f0-9]+(-[a-z]*)?$", length, length)

    assert text is not None
    assert len(text) == length


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [("^a{3}$", 4, None), ("^a{3}$", 0, 2), ("(", 0, None), (r"\p{L}", 0, None)],
)
def test_none_is_found(pattern: str, least: int, most: int | None) -> None:
    """Where nothing matches, or Python can't read the pattern, there is none."""
    assert matching(pattern, least, most) is None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"^(?<a>x)\k<a>$", "xx"),
        (r"^\u{1F600}$", "\U0001f600"),
        (r"^[^]$", "\n"),
        (r"^\cJ$", "\n"),
        (r"^(?<=a)?b\/$", "b/"),
        (r"^\(?<x$", "<x"),
    ],
)
def test_spellings_of_ecma(pattern: str, text: str) -> None:
    """Spellings that only ECMA-262 has mean the same in Python."""
    regex = compiled(pattern)

    assert regex is not None
    assert regex.search(text)


def test_a_pattern_that_nothing_matches_is_tried_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Descriptions repeat such patterns by the hundred: what is known is not sought."""
    tried: list[str] = []

    def found(pattern: str, least: int, most: int | None) -> Iterator[str]:
        tried.append(pattern)
        yield from ()

    monkeypatch.setattr(patterns, "_matching", found)
    patterns._nth.cache_clear()

    assert [patterns.matching("/^a$/", index=i) for i in (0, 1, 2, 1)] == [None] * 4
    assert tried == ["/^a$/"]
    patterns._nth.cache_clear()
