"""The grammar: each pattern, guard and excuse, by the examples beside it."""

from __future__ import annotations

import pytest

from specpress.ir.words import fold
from specpress.prose.facts import About, Fact
from specpress.prose.grammar import Example, Guard, Pattern, grammar
from specpress.prose.language import compiled
from specpress.prose.mining import mine
from specpress.prose.slots import NAMES

TABLES = grammar().tables
BOUNDS = {"bounds": {"range", "length"}}
TYPES = ("string", "integer", "boolean", "string[]")


def about(of: str, name: str = "it", others: tuple[str, ...] = ()) -> About:
    """Return an argument *name* of the type *of*, such as ``string[]``."""
    items = frozenset((of[:-2],)) if of.endswith("[]") else frozenset[str]()
    types = frozenset(("array",) if items else (of,))
    return About(name, types, items, {fold(other): other for other in others})


def told(pattern: Pattern, text: str, what: About) -> list[Fact]:
    """Return the facts of the kind of *pattern* that *text* tells."""
    kinds = BOUNDS.get(pattern.kind, {pattern.kind})
    return [fact for fact in mine(text, what) if fact.kind in kinds]


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        pytest.param(pattern, example, id=f"{pattern.kind}: {example.text}")
        for pattern in TABLES.pattern
        for example in pattern.yes
    ],
)
def test_says_it(pattern: Pattern, example: Example) -> None:
    """What a pattern's example says is found, first and with that value."""
    facts = told(pattern, example.text, about(example.of, example.name, example.others))

    assert [fact.value for fact in facts][:1] == [example.is_]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(pattern, text, id=f"{pattern.kind}: {text}")
        for pattern in TABLES.pattern
        for text in pattern.no
    ],
)
def test_does_not_say_it(pattern: Pattern, text: str) -> None:
    """What a pattern's example does not say is not found, whatever the type."""
    found = [
        fact
        for of in TYPES
        for fact in told(pattern, text, about(of, "it", ("Alpha", "Beta")))
        if pattern.kind != "format" or fact.value == pattern.value
    ]

    assert found == []


@pytest.mark.parametrize(
    ("guard", "text"),
    [pytest.param(guard, text, id=text) for guard in TABLES.guard for text in guard.no],
)
def test_is_guarded(guard: Guard, text: str) -> None:
    """What a guard's example might seem to say is no fact."""
    kinds = {
        kind
        for each in guard.kinds or {pattern.kind for pattern in TABLES.pattern}
        for kind in BOUNDS.get(each, {each})
    }
    facts = [fact for of in TYPES for fact in mine(text, about(of, "it", ("Alpha",)))]

    assert [fact for fact in facts if fact.kind in kinds] == []


@pytest.mark.parametrize(
    "pattern", TABLES.pattern, ids=[pattern.text[:60] for pattern in TABLES.pattern]
)
def test_has_examples(pattern: Pattern) -> None:
    """A pattern has examples of what it says, and of what it does not."""
    assert pattern.yes
    assert pattern.no
    assert pattern.confidence >= 60


def test_slots_are_known() -> None:
    """Every slot in a pattern, a guard or an excuse is one that can be read."""
    texts = [each.text for each in (*TABLES.pattern, *TABLES.guard, *TABLES.excuse)]
    found = {name for text in texts for name in _slots(repr(compiled(text)))}

    assert found <= NAMES


def _slots(text: str) -> list[str]:
    return [part.split("'")[1] for part in text.split("Slot(")[1:]]
