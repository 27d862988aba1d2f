"""The lists of parameters and of a model's fields: a name, and a description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from specpress.lift.rendering.account import Account
from specpress.lift.rendering.markdown import between, markdown
from specpress.readers.element import Element
from specpress.source import Span

_MARK: Final = re.compile(r"\s*\((optional|required)\)\s*\Z")
_TAIL: Final = re.compile(
    r"(?P<text>.*?)(?:(?:\A|\s)default:\s?(?P<default>(?:(?!default: ).)*?))?"
    r"(?:(?:\A|\s)format: (?P<format>\S+))?\s*\Z",
    re.DOTALL,
)


@dataclass(slots=True)
class Entry:
    """A parameter or a field as the page shows it.

    *mark* is ``optional``, ``required`` or empty; *kind* is what stands first in the
    description: the type, or where a parameter goes; *link* is the type of a body.
    """

    name: str
    span: Span
    mark: str
    link: str = ""
    kind: str = ""
    kind_span: Span | None = None
    text: str = ""
    text_span: Span | None = None
    default: str = ""
    format: str = ""
    values: list[str] = field(default_factory=list[str])


def entries(items: Element, account: Account, *, defaults: bool) -> list[Entry]:
    """Return the entries in *items*; what is none of them is left to *account*.

    *defaults* tells whether descriptions end in a default, as those of parameters do.
    """
    found: list[Entry] = []
    for child in _flat(items):
        if child.has("param"):
            account.take(child)
            found.append(_named(child))
        elif child.has("param-desc") and found:
            account.take(child)
            _describe(found[-1], child, defaults=defaults)
        elif child.has("param-enum-header") and found:
            account.take(child)
        elif child.has("param-enum") and found:
            account.take(child)
            found[-1].values.append(child.text.text.strip())
    return found


def _flat(items: Element) -> Iterator[Element]:
    """Yield the parts of entries, whatever stands around them."""
    known = ("param", "param-desc", "param-enum-header", "param-enum")
    for child in items.children:
        if any(child.has(name) for name in known):
            yield child
        else:
            yield from _flat(child)


def _named(element: Element) -> Entry:
    text = element.text.text
    mark = _MARK.search(text)
    whole = text[: mark.start()] if mark else text
    link = next((each for each in element.children if each.tag == "a"), None)
    name = whole.strip()
    if link is not None:
        before = next(element.gaps()).text
        name, _, container = before.strip().partition(" ")
        inner = link.text.text.strip()
        shown = f"{container}{inner}]" if container.endswith("[") else inner
        return Entry(name, element.inner, mark[1] if mark else "", shown)
    return Entry(name, element.inner, mark[1] if mark else "")


def _describe(entry: Entry, element: Element, *, defaults: bool) -> None:
    kind = next((each for each in element.children if each.has("param-type")), None)
    start = element.inner.start
    if kind is not None:
        entry.kind = kind.text.text.strip()
        entry.kind_span = kind.inner
        start = kind.span.end
    text = markdown(between(element, start, element.inner.end)).strip()
    entry.text_span = element.source.span(start, element.inner.end)
    text = text.removeprefix("—").strip()
    if defaults:
        head, mark, rest = f" {text}".rpartition(" default: ")
        tail = _TAIL.fullmatch(f"default: {rest}" if mark else text)
        head = head.strip() if mark else ""
    else:
        head, tail = "", _TAIL.fullmatch(text)
    if tail is None:
        entry.text = text
        return
    entry.format = tail["format"] or ""
    if defaults:
        entry.default = (tail["default"] or "").strip()
        entry.text = head or tail["text"].strip()
    else:
        shown = f" default: {tail['default']}" if tail["default"] is not None else ""
        entry.text = f"{tail['text']}{shown}".strip()
