"""Which types share a module of models."""

from __future__ import annotations

import pytest

from specpress.emit.python.components import components
from specpress.emit.python.homes import homes

CASES = {
    "each asked for by itself": (
        {"A": ["B"], "B": []}, {}, {"A", "B"}, {"A": ["A"], "B": ["B"]},
    ),
    "needed by one only": ({"A": ["B"], "B": []}, {}, {"A"}, {"A": ["A", "B"]}),
    "needed by two": (
        {"A": ["C"], "B": ["C"], "C": []}, {}, {"A", "B"},
        {"A": ["A"], "B": ["B"], "C": ["C"]},
    ),
    "a chain": ({"A": ["B"], "B": ["C"], "C": []}, {}, {"A"}, {"A": ["A", "B", "C"]}),
    "needed by two that live together": (
        {"A": ["B", "C"], "B": ["C"], "C": []}, {}, {"A"}, {"A": ["A", "B", "C"]},
    ),
    "an alias goes to what it needs": (
        {"Alias": ["A"], "A": []}, {"Alias"}, {"Alias", "A"}, {"A": ["Alias", "A"]},
    ),
    "an alias of two stays": (
        {"Alias": ["A", "B"], "A": [], "B": []}, {"Alias"}, {"Alias", "A", "B"},
        {"Alias": ["Alias"], "A": ["A"], "B": ["B"]},
    ),
    "those that need each other": (
        {"A": ["B"], "B": ["A"], "C": ["A"]}, {}, {"A", "C"},
        {"A": ["A", "B"], "C": ["C"]},
    ),
    "asked for inside of a circle": (
        {"A": ["B"], "B": ["C"], "C": ["B"]}, {}, {"A", "C"},
        {"A": ["A"], "B": ["B", "C"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_types_that_are_loaded_together_share_a_module(case: str) -> None:
    """A type lives with the one that needs it, an alias with the one it needs."""
    graph, aliases, asked, expected = CASES[case]

    assert homes(graph, aliases, asked) == expected


@pytest.mark.parametrize("case", CASES)
def test_no_two_modules_need_each_other(case: str) -> None:
    """The modules can be imported in an order."""
    graph, aliases, asked, _ = CASES[case]
    found = homes(graph, aliases, asked)
    home = {id_: head for head, ids in found.items() for id_ in ids}
    needs = {
        head: sorted({home[t] for id_ in ids for t in graph[id_]} - {head})
        for head, ids in found.items()
    }

    assert all(len(group) == 1 for group in components(needs))
