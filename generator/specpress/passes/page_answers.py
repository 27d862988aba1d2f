"""What an answer in pages holds: the items, and where the next page is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from specpress.ir.media import is_json
from specpress.ir.nodes import Operation
from specpress.ir.types import (
    Boolean,
    Field,
    List,
    Object,
    String,
    Type,
)
from specpress.passes.near import Way, near, resolved
from specpress.passes.page_words import AROUND, ITEMS, LINK, MORE, NEXT, word

_Fits: TypeAlias = Callable[[Type], bool]
_URLS: Final = frozenset({"uri", "url", "uri-reference", "iri"})


@dataclass(frozen=True, slots=True)
class Answer:
    """JSONPath queries (RFC 9535) into an answer: to its *items*, to what asks for the
    *next* page, to the *link* of it, and to whether there is *more*."""

    items: str
    next: str | None
    link: str | None
    more: str | None
    has_link_header: bool


def answer_of(operation: Operation, types: Mapping[str, Type]) -> Answer | None:
    """Return what the successful answer of *operation* holds; None where it is no page:
    an answer of several kinds, or without one list of items."""
    successes = [r for r in operation.responses if r.status[0] == "2"]
    contents = [c for r in successes for c in r.contents if is_json(c.media_type)]
    if len(contents) != 1 or contents[0].type is None:
        return None
    header = any(word(h.name) == "link" for r in successes for h in r.headers)
    whole = resolved(contents[0].type, types)
    if isinstance(whole, List):
        return Answer("$", None, None, None, header)
    if not isinstance(whole, Object):
        return None
    items = _items(whole.fields, types)
    if items is None:
        return None
    fields = list(near(whole, types, AROUND, 2))
    return Answer(
        items=path_of([items.name]),
        next=_first(fields, NEXT, types, _is_cursor),
        link=_first(fields, LINK, types, _is_text)
        or _first(fields, ("next", "nextpage"), types, _is_url),
        more=_first(fields, MORE, types, _is_flag),
        has_link_header=header,
    )


def _items(fields: Sequence[Field], types: Mapping[str, Type]) -> Field | None:
    """Return the member with the items: the only list, or the one that is called so."""
    lists = [f for f in fields if isinstance(resolved(f.type, types), List)]
    if len(lists) == 1:
        return lists[0]
    for name in ITEMS:
        for field in lists:
            if word(field.name) == name:
                return field
    return None


def _first(
    fields: Sequence[tuple[Way, Field]],
    names: Sequence[str],
    types: Mapping[str, Type],
    fits: _Fits,
) -> str | None:
    """Return the way to the first member that *names* name and that *fits*."""
    for name in names:
        for way, field in fields:
            if word(field.name) == name and fits(resolved(field.type, types)):
                return path_of(way)
    for way, field in fields:  # {"links": {"next": {"href": ...}}}
        if "".join(map(word, way[-2:])) in names and fits(resolved(field.type, types)):
            return path_of(way)
    return None


def path_of(way: Sequence[str]) -> str:
    """Return the normalized path (RFC 9535, 2.7) of the members *way*, short where it
    may be.

    >>> path_of(["meta", "next-page"])
    "$.meta['next-page']"
    """
    return "$" + "".join(
        f".{name}" if name.isidentifier() else "['" + name.replace("'", "\\'") + "']"
        for name in way
    )


def _is_cursor(type_: Type) -> bool:
    return isinstance(type_, String) and type_.format not in _URLS


def _is_text(type_: Type) -> bool:
    return isinstance(type_, String)


def _is_url(type_: Type) -> bool:
    return isinstance(type_, String) and type_.format in _URLS


def _is_flag(type_: Type) -> bool:
    return isinstance(type_, Boolean)
