"""Grouping and modules: where an operation hangs, and what shares a module."""

from __future__ import annotations

import pytest

from specpress.config import Config
from specpress.emit.python.components import components
from specpress.emit.python.groups import group_words, method_words
from specpress.ir.nodes import Api, Operation


def operation(id_: str, path: str = "/x", *tags: str) -> Operation:
    """Return a GET operation."""
    return Operation(id=id_, method="GET", path=path, tags=tags)


def config(grouping: str) -> Config:
    """Return a configuration with *grouping*."""
    return Config(package="p", output="o", sources=(), grouping=grouping)  # type: ignore[arg-type]  # a plain str in tests


TAGGED = operation("listCalls", "/v1/Calls", "Calls", "Other")
BARE = operation("getCall", "/v1/Calls/{Sid}.json")


@pytest.mark.parametrize(
    ("grouping", "operations", "expected"),
    [
        ("auto", (TAGGED,), ["Calls"]),
        ("auto", (TAGGED, BARE), [None, None]),
        ("tag", (TAGGED, BARE), ["Calls", None]),
        ("flat", (TAGGED,), [None]),
        ("path", (TAGGED, BARE), ["Calls", "Calls"]),
    ],
)
def test_groups(
    grouping: str, operations: tuple[Operation, ...], expected: list[str | None]
) -> None:
    """By the first tag, by the path or not at all, as the configuration says."""
    api = Api(title="t", version="1", operations=operations)
    assert list(group_words(api, config(grouping)).values()) == expected


def test_a_method_drops_the_word_of_its_group() -> None:
    """The group's word goes, in singular or plural, unless two methods would be one."""
    ids = ["CreateCall", "list_calls", "callsPurge", "Calls", "PurgeCalls"]
    groups = dict.fromkeys(ids, "Calls")
    short = method_words([operation(id_) for id_ in ids], groups)
    assert short == {
        "CreateCall": "Create",
        "list_calls": "list",
        "callsPurge": "callsPurge",
        "Calls": "Calls",
        "PurgeCalls": "PurgeCalls",
    }


def test_components_come_after_what_they_need() -> None:
    """Types that need each other share a module; the order follows the need."""
    graph = {"a": ["b"], "b": ["c", "a"], "c": ["c"], "d": ["a", "x"]}
    assert components(graph) == [("c",), ("a", "b"), ("d",)]


def test_components_of_a_long_chain() -> None:
    """A chain longer than the recursion limit is no trouble."""
    graph = {str(n): [str(n + 1)] for n in range(5000)}
    assert len(components(graph)) == 5000
