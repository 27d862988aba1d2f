"""ECMA-262 patterns and their Python equals."""

from __future__ import annotations

import re

import pytest

from specpress.ir.patterns import python_pattern

MATCHES = [  # pattern, texts it matches, texts it does not
    (r"^AC[0-9a-f]{2}$", ["AC0f"], ["AC0f\n", "AC0F", "xAC0f"]),
    (r"^\d+$", ["12"], ["1٢", ""]),
    (r"^\w$", ["a", "_"], ["é", "-"]),
    (r"^\W$", ["é", "-"], ["a"]),
    (r"^\D\S$", ["aé"], ["1a", "a\ufeff"]),
    (r"^\s$", ["\ufeff", "\u00a0", "\n"], ["\x1c", "\x85"]),
    (r"^[\s\S]$", ["\n", "a", "\U0001f600"], ["ab"]),
    (r"^[^\s]$", ["a"], [" "]),
    (r"^.$", ["a", "\x85"], ["\n", "\r", "\u2028"]),
    (r"^[^]$", ["\n"], [""]),
    (r"[]", [], ["", "a"]),
    (r"\bfoo\b", ["a foo", "éfoo"], ["afoo"]),
    (r"^a\/b\-c$", ["a/b-c"], ["a\\/b"]),
    (r"^(?<y>a)\k<y>$", ["aa"], ["a"]),
    (r"^(a)\1$", ["aa"], ["a"]),
    (r"^\u0041\x42\u{1F600}\uD83D\uDE01$", ["AB\U0001f600\U0001f601"], ["AB"]),
    (r"^\cJ\0\t$", ["\n\0\t"], [""]),
    (r"^a{,2}$", ["a{,2}"], ["aa", ""]),
    (r"^[[&&~~||]$", ["[", "&", "~", "|"], ["a"]),
    (r"^[(?:)]$", ["(", "?", ":", ")"], ["a"]),
    (r"^[\w-.]$", ["a", "-", "."], ["/"]),
    (r"^[+-\d]$", ["+", "-", "5"], [",", "/"]),
    (r"^[*+?+]$", ["*", "+", "?"], ["a"]),
    (r"^[\b]$", ["\b"], ["b"]),
    (r"(?=a)(?!b)(?<=)(?<!c)a", ["a"], ["b"]),
]


@pytest.mark.parametrize(("pattern", "good", "bad"), MATCHES)
def test_a_pattern_means_the_same(
    pattern: str, good: list[str], bad: list[str]
) -> None:
    """The translated pattern matches what ECMA-262 says, and nothing else."""
    found = python_pattern(pattern)

    assert found is not None
    assert [text for text in good if not re.search(found, text)] == []
    assert [text for text in bad if re.search(found, text)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "[",
        "\\",
        "*",
        r"\p{L}",
        r"\P{L}",
        r"\A",
        r"\Z",
        r"\i",
        r"\u{110000}",
        "a++",
        "a{2}+",
        "(?i)a",
        "(?P<a>b)",
        "(?>a)",
        "(?#a)",
        "(?<=a+)b",
        r"(?<a>x)(?<a>y)",
        r"\k<a>",
        "[b-a]",
        "[a--b]",
        "a{99999999999}",
    ],
)
def test_what_python_can_not_say_has_no_equal(pattern: str) -> None:
    """What is no ECMA-262, or has no word in Python, is refused."""
    assert python_pattern(pattern) is None
