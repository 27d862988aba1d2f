"""What no HTML parser may see: comments, scripts, and content that is not HTML.

Documentation tools write prose into pages without escaping it. ``<p>`` in a ``<p>``,
``</span>`` in a ``<span>``, ``a<b`` or ``<placeholder>`` then break the tree. Where
such content ends is known from what follows, not from its own tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_HIDDEN: Final = (
    r"<!--(?:>|->|.*?(?:--!?>|\Z))|<[!?][^>]*>"
    r"|(?P<verbatim><(?P<name>script|style|textarea|xmp)\b[^>]*>)"
)
_WHOLE_TAG: Final = re.compile(
    r"</?[A-Za-z][^<>\"']*(?:(?:\"[^\"]{0,65536}\"|'[^']{0,65536}')[^<>\"']*)*>"
)
_BLANK: Final = re.compile(r"(?<=\")[^\"]{1000,}(?=\")|(?<=')[^']{1000,}(?=')|\s")
"""What is left out of tags: line ends, and long values such as embedded images."""
_TAGS: Final = re.compile(r"<!--.*?-->|<[^<>]*>", re.DOTALL)
_CONTAINER_END: Final = re.compile(
    r"</(?:section|article|div|main|body|html|dl|dd|dt|ul|ol|li)\s*>|<!--.*-->",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Markup:
    """How a documentation tool writes: class names, in lower case."""

    raw: tuple[str, ...] = ()
    """Elements whose content is raw text that need not be HTML."""
    landmarks: tuple[str, ...] = ()
    """Elements that never stand inside such content: it ends before the next one."""


PLAIN: Final = Markup()
"""Pages that are HTML throughout."""


def skeleton(text: str, markup: Markup) -> str:
    """Return *text*, equally long and in one line, with all but whole tags blanked out.

    Text has no place in the tree: it is read from the page, between the tags. Without
    it a parser sees nothing that it could misread, and no ``<a "`` that never ends,
    over which ``html.parser`` takes quadratic time.
    """
    shown: list[str] = []
    at = 0
    for start, end in _visible(text, markup):
        for tag in _WHOLE_TAG.finditer(text, start, end):
            shown.append(" " * (tag.start() - at))
            shown.append(_BLANK.sub(lambda found: " " * len(found[0]), tag[0]))
            at = tag.end()
    shown.append(" " * (len(text) - at))
    return "".join(shown)


def _visible(text: str, markup: Markup) -> Iterator[tuple[int, int]]:
    """Yield the ranges of *text* that are HTML."""
    pattern, landmark = _patterns(markup)
    at = 0
    while found := pattern.search(text, at):
        start, end = found.span()
        if found["verbatim"]:
            start, end = end, _verbatim_end(text, found["name"], end)
        elif tag := found["raw"]:
            start, end = end, _raw_end(text, tag, end, landmark)
        yield at, start
        at = max(end, found.end())
    yield at, len(text)


@lru_cache(maxsize=16)
def _patterns(markup: Markup) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the next thing to hide, and what finds the next landmark."""
    flags = re.IGNORECASE | re.DOTALL
    raw = _start_tag(markup.raw)
    landmark = _start_tag(markup.landmarks)
    return (
        re.compile(f"{_HIDDEN}|<(?P<raw>{raw}>", flags),
        re.compile(f"<!--.*?-->|(?P<landmark><(?:{landmark})", flags),
    )


def _start_tag(classes: tuple[str, ...]) -> str:
    """Return a pattern for a start tag, without brackets, with one of *classes*."""
    names = "|".join(re.escape(name) for name in classes) or "(?!)"
    return (
        r"[a-z][a-z0-9]*)\s[^<>]{0,2000}?\bclass\s*=\s*[\"']?[^\"'<>]{0,200}?"
        rf"(?<![\w-])(?:{names})(?![\w-])[^<>]*"
    )


def _verbatim_end(text: str, name: str, start: int) -> int:
    end = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, start)
    return end.start() if end else len(text)


def _raw_end(text: str, tag: str, start: int, landmark: re.Pattern[str]) -> int:
    """Return where the content ends that begins at *start* in an element *tag*."""
    own_end = re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    stop = _next_landmark(text, start, landmark)
    if stop is None:
        first = own_end.search(text, start)
        return first.start() if first else len(text)
    ends = list(own_end.finditer(text, start, stop))
    if ends:
        last = ends[-1]
        between = _TAGS.sub("", text[last.end() : stop])
        if tag.lower() != "p" or not between.strip():
            return last.start()
    return _before_ends(text, start, stop)


def _next_landmark(text: str, start: int, landmark: re.Pattern[str]) -> int | None:
    for found in landmark.finditer(text, start):
        if found["landmark"]:
            return found.start()
    return None


def _before_ends(text: str, start: int, stop: int) -> int:
    """Return *stop*, moved before the end tags of containers that stand there."""
    while True:
        kept = len(text[start:stop].rstrip()) + start
        opening = text.rfind("<", start, kept)
        if opening < 0 or not _CONTAINER_END.fullmatch(text, opening, kept):
            return kept
        stop = opening
