"""Ids of operations: each has one, and another operation changes none of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import assume, given
from hypothesis import strategies as st

from specpress.ir.words import fold
from specpress.lower.ids import operation_ids

Stated = tuple[str | None, str, str]

PATHS = ("/", "/a", "/A", "/a/b", "/a/{b}", "/ab", "/a-b", "/ü", "/%2e", "/../x", "/1")
ids = st.none() | st.sampled_from(("a", "A", "getA", "GetA", "../x", "n\0l", "ü", "1"))
places = st.tuples(st.sampled_from(("GET", "PUT")), st.sampled_from(PATHS))


@st.composite
def operations(draw: st.DrawFn) -> list[Stated]:
    """Return operations, no two of which have the same method and path."""
    found = draw(st.lists(places, min_size=1, max_size=6, unique=True))
    return [(draw(ids), method, path) for method, path in found]


@given(operations())
def test_each_operation_has_an_id_of_its_own(stated: list[Stated]) -> None:
    """No two are the same, whatever their operationIds and paths are."""
    made = operation_ids(stated)

    assert len(set(made)) == len(stated)
    assert all(made)


@given(operations())
def test_another_operation_renames_none(stated: list[Stated]) -> None:
    """An operation more leaves the ids of the others alone, unless its own is theirs."""
    before = dict(zip(stated[:-1], operation_ids(stated[:-1]), strict=True))
    after = dict(zip(stated, operation_ids(stated), strict=True))
    assume(not _own(stated[-1]) & {name for one in stated[:-1] for name in _own(one)})

    assert before == {one: name for one, name in after.items() if one in before}


@given(operations(), st.randoms())
def test_the_order_does_not_matter(stated: list[Stated], random: object) -> None:
    """The same operations in another order have the same ids."""
    other = sorted(stated, key=lambda one: hash((repr(random), one)))

    assert _named(stated) == _named(other)


def _named(stated: Sequence[Stated]) -> dict[Stated, str]:
    return dict(zip(stated, operation_ids(stated), strict=True))


def _own(one: Stated) -> set[str]:
    """Return what an operation may be called, in any case."""
    id_, method, path = one
    return {fold(f"{method} {path}"), *([fold(id_)] if id_ else [])}
