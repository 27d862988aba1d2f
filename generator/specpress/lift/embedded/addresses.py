"""Where pages and their scripts say that a description is."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from specpress.lift.embedded.described import is_description, within
from specpress.lift.embedded.search import Search
from specpress.lift.embedded.tags import Tag
from specpress.lift.embedded.words import (
    ADDRESS_ATTRIBUTES,
    ADDRESS_KEYS,
    CALLS,
    LARGE,
    LISTS,
    MAYBE_ATTRIBUTES,
    may_be_address,
)
from specpress.readers.quoted import read_quoted
from specpress.readers.slices import Text
from specpress.source import Span
from specpress.tree import Node

_ASSIGNED: Final = re.compile(
    r"""(?<![\w$])(["']?)([A-Za-z][\w-]*)\1(?:\s*=\s*|\s*,\s*)(?=["'`])"""
)
_MOST: Final = 20  # calls in a large script
_STRING: Final = re.compile(r"""["'`]([^"'`\s<>{}\\]{1,300})["'`]""")


@dataclass(frozen=True, slots=True)
class Address:
    """An address; *certain* when nothing but a description can be meant."""

    url: str
    span: Span
    certain: bool


def of_tag(tag: Tag) -> Iterator[Address]:
    """Yield the addresses that the attributes of *tag* hold."""
    own = tag.name == "script" or "-" in tag.name
    for name, value in tag.attributes.items():
        url, span = value.trimmed()
        looks = may_be_address(url)
        if name in ADDRESS_ATTRIBUTES and url:
            yield Address(url, span, True)
        elif name in MAYBE_ATTRIBUTES and own and looks:
            if name != "src":
                yield Address(url, span, True)
            elif tag.name != "script":
                yield Address(url, span, False)
        elif name == "href" and looks:
            yield Address(url, span, False)


def of_script(text: Text, literals: Iterable[Node], search: Search) -> list[Address]:
    """Return the addresses in the script *text*, whose *literals* were read."""
    calls = [found.end() for found in CALLS.finditer(text.text)]
    found = [
        each
        for node in literals
        for each in _of_literal(node, search, called=bool(calls))
    ]
    found += _of_calls(text, calls)
    for key in _ASSIGNED.finditer(text.text):
        if key[2].casefold() in ADDRESS_KEYS:
            found += _string(text, key.end(), certain=True)
    if len(text.text) <= LARGE:
        found += [
            Address(each[1], text.span(*each.span(1)), False)
            for each in _STRING.finditer(text.text)
            if may_be_address(each[1])
        ]
    return _once(each for each in found if not _is_inside(each, search))


def near_calls(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the parts of *text* in which a call says what to show."""
    for call in islice(CALLS.finditer(text.text), _MOST):
        yield call.start(), min(len(text.text), call.start() + LARGE // 8)


def _of_calls(text: Text, calls: Sequence[int]) -> Iterator[Address]:
    for at in calls:
        for each in _string(text, at, certain=True):
            if may_be_address(each.url):
                yield each


def _string(text: Text, at: int, *, certain: bool) -> Iterator[Address]:
    quoted = read_quoted(text, at)
    if quoted is not None and quoted.text.strip():
        yield Address(quoted.text.strip(), quoted.inner.span(), certain)


def _of_literal(node: Node, search: Search, *, called: bool) -> Iterator[Address]:
    """Yield the addresses in the settings *node*.

    A description that stands beside an address counts more, and so does a list of
    several.
    """
    queue = deque([(node, called)])
    while queue:
        each, certain = queue.popleft()
        if is_description(each):
            continue
        keys = {key.casefold(): member for key, member in each.items()}
        several = any(keys[key].list for key in LISTS & keys.keys())
        told = [key for key, member in keys.items() if _tells(key, member)]
        if several or not told or any(_is_shown(m, search) for m in keys.values()):
            told = []
        for key in told:
            url, span = (keys[key].text or "").strip(), keys[key].span
            yield Address(url, span, certain or key != "url")
        for key, member in keys.items():
            queue.append((member, certain or key in LISTS))
        queue += [(item, certain) for item in each.list]


def _tells(key: str, node: Node) -> bool:
    """Return whether the setting *key* with the value *node* is an address."""
    text = (node.text or "").strip()
    return bool(text) and (
        key in ADDRESS_KEYS or (key == "url" and may_be_address(text))
    )


def _is_shown(node: Node, search: Search) -> bool:
    """Return whether *node* is a description, or a string that holds one."""
    held = any(within(span, node.span) for span in search.holders)
    return is_description(node) or (node.text is not None and held)


def _is_inside(address: Address, search: Search) -> bool:
    """Return whether *address* is a part of a description that was found."""
    whole = (*(each.span for each in search.descriptions), *search.holders)
    return any(within(address.span, span) for span in whole)


def _once(addresses: Iterable[Address]) -> list[Address]:
    """Return *addresses*, each URL once, certain when it is so anywhere."""
    found: dict[str, Address] = {}
    for each in addresses:
        if each.url not in found or (each.certain and not found[each.url].certain):
            found[each.url] = each
    return list(found.values())
