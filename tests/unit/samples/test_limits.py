"""Boundary values pass; violations fail, by the rule that they name."""

from __future__ import annotations

import pytest

from specpress.emit.samples import Sampler, accepts, boundaries, failures, violations
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Integer,
    List,
    Null,
    Number,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.values import Json

SAMPLER = Sampler({"Kind": Enum(values=(Json.of("cat"), Json.of("dog")))})

CASES: list[tuple[Type, list[object], set[str]]] = [
    (Anything(), [], set()),
    (Boolean(), [False, True], {"type"}),
    (Integer(minimum=2, maximum=9), [2, 9], {"type", "minimum", "maximum"}),
    (
        Integer(exclusive_minimum=2, exclusive_maximum=9),
        [3, 8],
        {"type", "exclusiveMinimum", "exclusiveMaximum"},
    ),
    (Integer(minimum=1, multiple_of=5), [5], {"type", "minimum", "multipleOf"}),
    (Number(minimum=0.5, maximum=2), [0.5, 2.0], {"type", "minimum", "maximum"}),
    (
        String(min_length=2, max_length=4),
        ["aa", "aaaa"],
        {"type", "minLength", "maxLength"},
    ),
    (String(max_length=10**7), [], {"type"}),
    (
        String(pattern="^[ab]+$", max_length=3),
        ["aba"],
        {"type", "pattern", "maxLength"},
    ),
    (String(format="date"), [], {"type", "format"}),
    (Ref(target="Kind"), ["cat", "dog"], {"enum"}),
    (
        List(item=Ref(target="Kind"), min_items=1, max_items=2, unique=True),
        [["cat"], ["cat", "dog"], ["dog"]],
        {"type", "minItems", "uniqueItems", "enum"},
    ),
    (List(item=Boolean(), max_items=1), [[True], [False]], {"type", "maxItems"}),
    (Union(members=(Integer(maximum=3), Null())), [3, None], {"type"}),
]


@pytest.mark.parametrize(("type_", "edges"), [case[:2] for case in CASES])
def test_edges(type_: Type, edges: list[object]) -> None:
    """The values at the edges are these, and each satisfies the type."""
    found = boundaries(type_, SAMPLER, "x")

    assert found == edges
    assert all(accepts(value, type_, SAMPLER.types) for value in found)


@pytest.mark.parametrize(("type_", "rules"), [case[::2] for case in CASES])
def test_violations(type_: Type, rules: set[str]) -> None:
    """There is a violation of each rule that can be broken, and it breaks that rule."""
    found = violations(type_, SAMPLER, "x")

    assert {violation.rule for violation in found} == rules
    for violation in found:
        assert violation.rule in violation.rules
        assert violation.rules == failures(violation.value, type_, SAMPLER.types)


def test_an_inner_violation_has_a_path() -> None:
    """What is wrong with an item of a list is told by its place."""
    type_ = List(item=Integer(maximum=3))
    inner = [v for v in violations(type_, SAMPLER) if v.path]

    assert {(v.rule, v.path) for v in inner} == {("type", (0,)), ("maximum", (0,))}


def test_a_violation_breaks_one_rule_where_it_can() -> None:
    """A value that breaks the rule alone is preferred."""
    type_ = String(pattern="^a*$", min_length=2, max_length=3)

    by_rule = {v.rule: v.rules for v in violations(type_, SAMPLER)}
    assert by_rule["minLength"] == {"minLength"}
    assert by_rule["maxLength"] == {"maxLength"}
    assert by_rule["pattern"] == {"pattern"}
