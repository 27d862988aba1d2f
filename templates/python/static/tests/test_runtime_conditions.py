"""Conditions between arguments."""

from __future__ import annotations

import warnings

import pytest

from __package_name__._runtime.conditions import (
    Condition,
    Conditions,
    ConditionWarning,
    Rule,
)
from __package_name__._runtime.missing import MISSING
from __package_name__._runtime.operation import Choice


@pytest.mark.parametrize(
    ("rule", "broken", "kept"),
    [
        ("ignored", ["ab"], ["", "a", "b"]),
        ("overrides", ["ab"], ["", "a", "b"]),
        ("exclusive", ["ab"], ["", "a", "b"]),
        ("either", [""], ["a", "b", "ab"]),
        ("required", ["b"], ["", "a", "ab"]),
        ("only", ["a"], ["", "b", "ab"]),
        ("needs", ["a"], ["", "b", "ab"]),
    ],
)
def test_rules(rule: Rule, broken: list[str], kept: list[str]) -> None:
    """Each rule is broken by some choices of arguments, and kept by the others."""
    condition = Condition(rule, "a", ("b",), "Told so.")

    assert [condition.is_broken(dict.fromkeys(given, 1)) for given in broken] == [True]
    assert not any(condition.is_broken(dict.fromkeys(given, 1)) for given in kept)


def test_values() -> None:
    """Where values are told, another argument counts with one of them only."""
    condition = Condition("required", "a", ("b",), "Told so.", ("1", "true"))

    assert condition.is_broken({"b": 1})
    assert condition.is_broken({"b": True})
    assert not condition.is_broken({"b": 2})


@pytest.mark.parametrize("body", [{"b": 1, "c": MISSING}, Choice("x/y", {"b": 1})])
def test_warns(body: object) -> None:
    """A condition that need not be kept is warned of, with its sentence."""
    check = Conditions(Condition("ignored", "a", ("b",), "Told so."))

    with pytest.warns(ConditionWarning, match=r"a: Told so\."):
        assert check({"a": 1}, body) == []


def test_refuses() -> None:
    """A strict condition makes a violation; arguments that are missing are not given."""
    check = Conditions(Condition("ignored", "a", ("b",), "Told so.", strict=True))

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (violation,) = check({"a": 1, "b": 2}, None)
        assert check({"a": 1, "b": MISSING}, None) == []

    assert str(violation) == ("a: the description says: Told so. [condition], got 1")
