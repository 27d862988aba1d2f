"""The measure itself: what counts as stated, as found, and as wrong."""

from __future__ import annotations

import pytest

from specpress.prose.facts import About

from .compare import Result
from .corpus import Described
from .measure import reviewed
from .stated import stated

NUMBER = frozenset(("integer",))
TEXT = frozenset(("string",))


@pytest.mark.parametrize(
    ("facts", "text", "types", "keys"),
    [
        ({"values": ["a", "b"]}, "One of `a`, `b`.", TEXT, ["values"]),
        ({"values": ["a", "b"]}, "One of `a` and more.", TEXT, []),
        ({"values": ["a", "b"]}, "`a` before `b`.", TEXT, []),
        ({"default": 5}, "Default: 5.", NUMBER, ["default"]),
        ({"default": 5}, "Default is better, 5 is worse.", NUMBER, []),
        ({"maximum": 9, "minimum": 1}, "A number, 1 to 9.", NUMBER, ["maximum"]),
        (
            {"maximum": 9, "minimum": 1},
            "Between 1 and 9.",
            NUMBER,
            ["maximum", "minimum"],
        ),
        ({"maxLength": 9}, "9 characters", TEXT, ["maxLength"]),
        ({"maxLength": 9}, "9 lamps", TEXT, []),
        ({"maxItems": 9}, "At most 9.", frozenset(("array",)), ["maxItems"]),
    ],
)
def test_stated(
    facts: dict[str, object], text: str, types: frozenset[str], keys: list[str]
) -> None:
    """Only what stands in the text, near a cue, is stated."""
    assert [*stated(facts, text, types)] == keys


def test_counts() -> None:
    """A fact is right, wrong, missed, new, or a disagreement that was reviewed."""
    about = About("it", NUMBER)
    wrong = Described("v", "f", "The maximum is 5.", about, {"maximum": 6})
    result = Result()
    result.add(
        Described("v", "f", "Between 1 and 9.", about, {"maximum": 9}), frozenset()
    )
    result.add(
        Described("v", "f", "Its limit, say, is 7.", about, {"maximum": 7}), frozenset()
    )
    result.add(wrong, frozenset())
    (miss,) = [each for each in result.misses if each.what == "wrong"]
    result.add(wrong, frozenset((miss.id,)))

    assert {word: n for (_, word), n in result.counts.items() if n} == {
        "stated": 2,
        "found": 1,
        "enforced": 1,
        "right": 1,
        "wrong": 1,
        "disagrees": 1,
        "new": 1,
    }


def test_reviewed() -> None:
    """The disagreements that were reviewed are there, each once."""
    assert all(len(each) == 12 for each in reviewed())
