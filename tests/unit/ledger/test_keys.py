"""The table of keys tells the truth: what it calls read changes the API, no other key."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.load import load
from specpress.document.upgrade import upgrade
from specpress.ledger.account import account
from specpress.ledger.keys import EXTENSION, READ, UNKNOWN, UNUSED, grammar_of
from specpress.ledger.model import Fidelity
from specpress.ledger.reached import parts
from specpress.lower import lower
from specpress.passes import run_passes
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.store import DictStore
from specpress.tree import Node, join

TEXT = (Path(__file__).parent / "every_field.yaml").read_text("utf-8")
CONFIG = Config(package="p", output="o", sources=())
Pointer = tuple[str | int, ...]
Key = tuple[str, str]

BY_DIAGNOSTIC = {"approximated", "dropped"}
READ_ELSEWHERE = {
    ("document", "openapi"): "without it nothing is read",
    ("info", "version"): "it is that of the project, where one is written",
    ("schema", "$id"): "it is a name, and goes where references are resolved",
}
"""The keys whose removal can't be tried, or shows only with other settings."""
NOT_PRINTED = {"links"}
"""The parts that the IR has and of which no client shows more than their names."""


class Run(NamedTuple):
    """What came of a description: the API, places left out, and its fidelity."""

    api: object
    found: Fidelity


def run(description: object) -> Run:
    """Return what comes of *description*."""
    store = DictStore({"api.json": json.dumps(description).encode()})
    report = Report()
    document = load(store, store.names(), report)
    assert document is not None
    api = run_passes(lower(upgrade(document, report), CONFIG, report), report)
    found = account(document, report, store, store.names())
    return Run(bare(msgspec.to_builtins(api)), found)


def bare(node: Any) -> Any:
    """Return *node* without places, and without the copies of schemas for tests."""
    match node:
        case {"media_type": _, "schema": _}:
            return bare({k: v for k, v in node.items() if k != "schema"})
        case {"media_type": _, "item_schema": _}:
            return bare({k: v for k, v in node.items() if k != "item_schema"})
        case dict():
            return {k: bare(v) for k, v in node.items() if k not in ("span", "origin")}
        case list() | tuple():
            return [bare(item) for item in node]
        case _:
            return node


def tree() -> Node:
    """Return the description that has every field."""
    node = read_yaml(Source("every_field.yaml", TEXT), Report())
    assert node is not None
    return node


GRAMMAR = grammar_of(tree())


def fields(node: Node, kind: str, at: Pointer = ()) -> Iterator[tuple[Key, Pointer]]:
    """Yield the kind and key of each member of *node*, of *kind*, and below it."""
    for key, member, part in parts(GRAMMAR, kind, node):
        yield (kind, key), (*at, key)
        inner = part.rstrip("[]{}")
        if part.endswith("[]"):
            for index, child in enumerate(member.list):
                yield from fields(child, inner, (*at, key, index))
        elif part.endswith("{}"):
            for name, child in member.items():
                yield from fields(child, inner, (*at, key, name))
        elif part:
            yield from fields(member, inner, (*at, key))


def places() -> dict[Key, list[Pointer]]:
    """Return where each key of each kind of object stands, names of no kind left out."""
    found: dict[Key, list[Pointer]] = {}
    for key, at in fields(tree(), "document"):
        if key[1] in GRAMMAR[key[0]] or "" not in GRAMMAR[key[0]]:
            found.setdefault(key, []).append(at)
    return found


PLACES = places()
OBJECTS: dict[str, list[Pointer]] = {kind: [] for kind in GRAMMAR}
for (_kind, _), _places in PLACES.items():
    for _at in _places:
        if _at[:-1] not in OBJECTS[_kind]:
            OBJECTS[_kind].append(_at[:-1])

OLDER = {
    *(("parameter", key) for key in "default enum type collectionFormat".split()),
    *(("parameter", key) for key in ("exclusiveMinimum", "exclusiveMaximum")),
    *(("header", key) for key in "default enum type".split()),
    *(("header", key) for key in ("exclusiveMinimum", "exclusiveMaximum")),
    *(("scheme", key) for key in "flow authorizationUrl tokenUrl scopes".split()),
    ("response", "examples"),
    ("schema", "nullable"),
}
"""What only older versions have."""


@cache
def whole() -> Run:
    """Return what comes of the description that has every field."""
    return run(tree().plain())


def without(pointer: Pointer) -> object:
    """Return the API of the description that has all fields but that at *pointer*."""
    left = copy.deepcopy(tree().plain())
    holder: Any = left
    for token in pointer[:-1]:
        holder = holder[token]
    del holder[pointer[-1]]
    return run(left).api


def status(found: Fidelity, pointer: Pointer) -> str:
    """Return the status of *pointer*: that of the deepest entry that covers it."""
    entries = {entry.at: entry.status for entry in found.files[0].entries}
    return next(
        entries[at]
        for size in range(len(pointer), -1, -1)
        if (at := join(pointer[:size])) in entries
    )


def test_every_field_is_there() -> None:
    """The description has every field that the tables know."""
    known = {(kind, key) for kind, keys in GRAMMAR.items() for key in keys if key}
    known |= {(kind, key) for kind, keys in READ.items() for key in keys}
    known |= {(kind, key) for kind, keys in UNUSED.items() for key in keys}
    missing = known - set(PLACES)

    assert not {pair for pair in missing if pair not in OLDER}


@pytest.mark.parametrize("key", sorted(set(PLACES) - set(READ_ELSEWHERE)), ids=":".join)
def test_the_table_is_true(key: Key) -> None:
    """What counts as honoured changes the API where it is taken out, what is unused
    does not; the rest is told by a diagnostic."""
    found = {at: status(whole().found, at) for at in PLACES[key]}
    for at in (at for at, state in found.items() if state == "unused"):
        if key == ("response", "description") or not NOT_PRINTED.isdisjoint(at):
            continue
        assert without(at) == whole().api, join(at)
    honoured = [at for at, state in found.items() if state == "honoured"]
    assert not honoured or any(without(at) != whole().api for at in honoured)


@pytest.mark.parametrize("kind", sorted(GRAMMAR))
@pytest.mark.parametrize(("name", "why"), [("zzz", UNKNOWN), ("x-zzz", EXTENSION)])
def test_what_nobody_knows_is_in_the_ledger(kind: str, name: str, why: str) -> None:
    """A key that no stage reads is unused, in an object of any kind that is used."""
    if "" in GRAMMAR[kind] and name == "zzz":
        pytest.skip("its keys are names")
    for at in OBJECTS[kind]:
        description: Any = copy.deepcopy(tree().plain())
        holder = description
        for token in at:
            holder = holder[token]
        holder[name] = {"deep": [1]}
        entries = {each.at: each for each in run(description).found.files[0].entries}
        before = status(whole().found, at)
        if before == "honoured":
            assert entries[join((*at, name))].status == "unused"
            assert why in entries[join((*at, name))].why
            return
    assert all(status(whole().found, at) != "honoured" for at in OBJECTS[kind])
