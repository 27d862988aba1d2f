"""Samples and violations of types that have rules."""

from __future__ import annotations

import pytest

from specpress.emit.samples import NoSample, Sampler, accepts, violations
from specpress.emit.samples.check import RULE, failures
from specpress.ir.types import (
    Anything,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Object,
    Pattern,
    Rule,
    String,
    Type,
)

NAMES = tuple(Field(name=name, type=String()) for name in ("a", "b", "c"))


def ruled(schema: dict[str, object], type_: Type | None = None) -> Type:
    """Return *type_*, by default an object of some fields, with a rule."""
    rules = (Rule.of(schema),)
    match type_:
        case None:
            return Object(fields=NAMES, rules=rules)
        case Anything() | List() | Map() | Object() | String():
            return type(type_)(**{**_plain(type_), "rules": rules})
        case _:
            raise TypeError


def _plain(type_: Type) -> dict[str, object]:
    return {name: getattr(type_, name) for name in type_.__struct_fields__}


TYPES: dict[str, Type] = {
    "any of required": ruled({"anyOf": [{"required": ["b"]}, {"required": ["c"]}]}),
    "not all": ruled({"not": {"required": ["a", "b"]}}),
    "if": ruled(
        {
            "if": {"properties": {"a": {"const": "x"}}, "required": ["a"]},
            "then": {"required": ["b"]},
            "else": {"required": ["c"]},
        }
    ),
    "contains": ruled(
        {"contains": {"const": 7}, "minContains": 2}, List(item=Integer())
    ),
    "names": ruled(
        {"propertyNames": {"pattern": "^x-[a-z]$"}, "minProperties": 1},
        Map(value=Integer()),
    ),
    "prefix": ruled(
        {"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": False},
        List(item=Nothing(), prefix=(Integer(), String())),
    ),
    "keys": ruled(
        {"patternProperties": {"^x-": True}, "additionalProperties": False},
        Map(
            value=Nothing(),
            patterns=(Pattern(pattern="^x-", type=Integer()),),
        ),
    ),
    "text": ruled({"not": {"enum": ["example-value"]}}, String()),
    "constant": ruled({"const": [1, {"a": None}]}, Anything()),
}


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("case", TYPES)
def test_samples_meet_rules(case: str, *, full: bool) -> None:
    """A sample is found that meets the rule, with and without optional fields."""
    value = Sampler({}, full=full).sample(TYPES[case])

    assert accepts(value, TYPES[case], {})


@pytest.mark.parametrize("case", TYPES)
def test_violations_break_rules(case: str) -> None:
    """A value is found that is of the type and breaks the rule."""
    found = [v for v in violations(TYPES[case], Sampler({})) if v.rule == RULE]

    assert [RULE in v.rules for v in found] == [True]


def test_nothing_meets_an_empty_rule() -> None:
    """Where no value meets the rules there is no sample."""
    with pytest.raises(NoSample):
        Sampler({}).sample(ruled({"not": {}}))


def test_implied_kinds() -> None:
    """Values of other kinds than the implied one are values too."""
    type_ = List(item=Integer(), implied=True)

    assert [failures(v, type_, {}) for v in ("x", None, [1])] == [set(), set(), set()]
    assert failures(["x"], type_, {}) == {"type"}
