"""Selectors of CSS, as far as settings need them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from specpress.readers.element import Element

_COMPOUND: Final = re.compile(
    r"(?P<tag>\*|[A-Za-z][\w-]*)?(?P<rest>(?:[.#][\w-]+|\[[\w-]+(?:=[^\]]*)?\])*)"
)
_PART: Final = re.compile(
    r"(?P<sign>[.#])(?P<name>[\w-]+)|\[(?P<attr>[\w-]+)(?:=(?P<value>[^\]]*))?\]"
)


@dataclass(frozen=True, slots=True)
class _Step:
    """One compound; *child* when it has to stand directly in what is before it."""

    tag: str
    classes: tuple[str, ...]
    id: str
    attributes: tuple[tuple[str, str | None], ...]
    child: bool


def parse(selector: str) -> tuple[tuple[_Step, ...], ...] | None:
    """Return the alternatives of *selector* (Selectors Level 4: types, classes, ids,
    attributes, descendants and children), or None when it has anything else.

    >>> len(parse("main > table.params, #x [role=note]"))
    2
    >>> parse("a:hover") is None
    True
    """
    found: list[tuple[_Step, ...]] = []
    for alternative in selector.split(","):
        steps: list[_Step] = []
        child = False
        for word in alternative.replace(">", " > ").split():
            if word == ">":
                child = True
                continue
            step = _step(word, child=child)
            if step is None:
                return None
            steps.append(step)
            child = False
        if not steps or child:
            return None
        found.append(tuple(steps))
    return tuple(found)


def _step(word: str, *, child: bool) -> _Step | None:
    whole = _COMPOUND.fullmatch(word)
    if whole is None or not word:
        return None
    classes: list[str] = []
    name = ""
    attributes: list[tuple[str, str | None]] = []
    for part in _PART.finditer(whole["rest"]):
        if part["sign"] == ".":
            classes.append(part["name"].lower())
        elif part["sign"] == "#":
            name = part["name"]
        else:
            value = part["value"]
            attributes.append((part["attr"], value.strip("\"'") if value else None))
    tag = whole["tag"] or "*"
    return _Step(tag.lower(), tuple(classes), name, tuple(attributes), child)


def select(root: Element, selector: str) -> list[Element] | None:
    """Return the elements in *root* that *selector* selects, in the page's order.

    None when the selector is not understood.
    """
    alternatives = parse(selector)
    if alternatives is None:
        return None
    return [
        element
        for element, around in _walk(root, ())
        if any(_fits(element, around, steps) for steps in alternatives)
    ]


def _walk(
    element: Element, around: tuple[Element, ...]
) -> Iterator[tuple[Element, tuple[Element, ...]]]:
    yield element, around
    for child in element.children:
        yield from _walk(child, (*around, element))


def _fits(
    element: Element, around: tuple[Element, ...], steps: tuple[_Step, ...]
) -> bool:
    *before, last = steps
    if not _is(element, last):
        return False
    if not before:
        return True
    if last.child:
        return bool(around) and _fits(around[-1], around[:-1], tuple(before))
    return any(
        _fits(each, around[:at], tuple(before)) for at, each in enumerate(around)
    )


def _is(element: Element, step: _Step) -> bool:
    own = element.attributes
    return (
        step.tag in ("*", element.tag)
        and all(name in element.classes for name in step.classes)
        and step.id in ("", own.get("id", ""))
        and all(
            name in own and (value is None or own[name] == value)
            for name, value in step.attributes
        )
    )
