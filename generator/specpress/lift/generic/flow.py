"""HTML to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Items,
    Para,
    Piece,
    Terms,
    Words,
    words,
)
from specpress.lift.generic.grid import read_table
from specpress.lift.generic.inline import contents, is_inline, is_silent, pieces
from specpress.lift.generic.scope import is_navigation, step
from specpress.readers.element import Element
from specpress.readers.slices import Text
from specpress.source import Span

_HEADING: Final = re.compile(r"h[1-6]")
_LANG: Final = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?|highlight(?:-source)?|brush)[-:]?\s?-?([a-z]+)"
)
_LANGS: Final = frozenset(
    "bash console curl go graphql http java javascript json php plaintext python ruby"
    " sh shell text xml yaml".split()
)


def read_blocks(
    element: Element, path: str, left_out: frozenset[Span] = frozenset()
) -> list[Block]:
    """Return the blocks in *element*, in the page's order.

    Navigation is left out, and the elements whose places are in *left_out*.
    """
    return list(_Reader(left_out).inside(element, path))


def read_flow(element: Element, path: str, reader: _Reader) -> Flow:
    """Return *element* as a cell: its words, and the blocks in it.

    Paragraphs before the first other block are words, too.
    """
    read = list(reader.inside(element, path))
    run: list[Piece] = []
    rest: list[Block] = []
    for block in read:
        if isinstance(block, Para):
            if run:
                run.append(Piece("\n", "break", block.span))
            run.extend(block.words.pieces)
        else:
            rest.append(block)
    return Flow(words(run, element.span, path), tuple(rest))


class _Reader:
    """Reads elements; knows what to leave out."""

    def __init__(self, left_out: frozenset[Span]) -> None:
        self._left_out = left_out

    def inside(self, element: Element, path: str) -> Iterator[Block]:
        """Yield the blocks in *element*."""
        if (boxes := self._boxes(element, path)) is not None:
            yield boxes
            return
        run: list[Piece] = []
        for part in contents(element):
            if isinstance(part, Text):
                if part.text:
                    run.append(Piece(part.text, "text", part.span()))
            elif is_silent(part) or part.span in self._left_out:
                continue
            elif is_inline(part):
                run.extend(_inline(part))
            else:
                yield from _ended(run, path)
                run = []
                yield from self.block(part, f"{path} > {step(part)}")
        yield from _ended(run, path)

    def block(self, element: Element, path: str) -> Iterator[Block]:
        """Yield what the one *element* is."""
        tag = element.tag
        if element.span in self._left_out or is_navigation(element):
            return
        if _HEADING.fullmatch(tag) or element.attributes.get("role") == "heading":
            level = element.attributes.get("aria-level", tag[1:])
            yield from _heading(element, path, int(level) if level.isdecimal() else 6)
        elif tag in ("summary", "legend", "caption", "figcaption"):
            yield from _heading(element, path, 7)
        elif tag == "pre":
            text, lang = code_text(element), _language(element)
            yield Code(text, lang, element.span, path)
        elif tag == "table":
            yield from self._table(element, path)
        elif tag in ("ul", "ol", "menu"):
            entries = [c for c in element.children if not is_silent(c)]
            flows = (read_flow(c, f"{path} > {step(c)}", self) for c in entries)
            yield Items(tuple(flows), element.span, path, ordered=tag == "ol")
        elif tag == "dl":
            yield Terms(tuple(self._terms(element, path)), element.span, path)
        else:
            yield from self.inside(element, path)

    def _table(self, element: Element, path: str) -> Iterator[Block]:
        if code := [e for e in element.walk() if e.tag == "pre"]:
            numbered = [e for e in element.walk() if "linenos" in e.classes]
            if numbered or "rouge-table" in element.classes:
                text = code_text(code[-1])
                yield Code(text, _language(element), element.span, path)
                return
        for part in element.children:
            if part.tag == "caption":
                yield from self.block(part, f"{path} > caption")
        yield read_table(element, path, lambda cell, at: read_flow(cell, at, self))

    def _terms(self, element: Element, path: str) -> Iterator[tuple[Flow, Flow]]:
        term: Flow | None = None
        for part in _terms_in(element):
            flow = read_flow(part, f"{path} > {step(part)}", self)
            if part.tag == "dt":
                if term is not None:
                    yield term, Flow(words((), term.span, term.words.path))
                term = flow
            else:
                empty = Flow(words((), flow.span, flow.words.path))
                yield (term or empty), flow
                term = None
        if term is not None:
            yield term, Flow(words((), term.span, term.words.path))

    def _boxes(self, element: Element, path: str) -> Items | None:
        """Return boxes of one kind that *element* holds, each of which names a thing."""
        shown = [c for c in element.children if not is_silent(c)]
        kinds = {(c.tag, c.classes) for c in shown}
        if len(kinds) != 1 or element.tag in (
            "tr",
            "tbody",
            "table",
            "section",
            "body",
        ):
            return None
        tag, classes = next(iter(kinds))
        if tag not in ("div", "section", "article") or not classes or len(shown) < 2:
            return None
        if any(text.text.strip() for text in element.gaps()):
            return None
        if any(
            _HEADING.fullmatch(e.tag) or e.tag in ("table", "pre")
            for c in shown
            for e in c.walk()
        ):
            return None
        if not all(_names(c) for c in shown):
            return None
        flows = (read_flow(c, f"{path} > {step(c)}", self) for c in shown)
        return Items(tuple(flows), element.span, path)


def _names(box: Element) -> bool:
    """Return whether the first thing in *box* is a name in a mark of its own."""
    for each in box.walk():
        if each is box or not each.text.text.strip():
            continue
        if each.children and any(c.text.text.strip() for c in each.children):
            continue
        text = each.text.text.strip()
        return re.fullmatch(r"[A-Za-z_$][\w.$\[\]-]*[*?]?", text) is not None
    return False


def _terms_in(element: Element) -> Iterator[Element]:
    for part in element.children:
        if part.tag in ("dt", "dd"):
            yield part
        elif not is_silent(part):
            yield from _terms_in(part)


def _inline(element: Element) -> Iterator[Piece]:
    """Yield the pieces of *element* itself, with its own mark."""
    whole = Element(
        element.source,
        "",
        (),
        {},
        (element,),
        element.span,
        element.span,
        True,
    )
    return pieces(whole)


def _ended(run: Iterable[Piece], path: str) -> Iterator[Block]:
    """Yield the paragraph that *run* makes, when it says anything."""
    found = list(run)
    if any(piece.text.strip() for piece in found):
        yield Para(_words(found, path))


def _words(found: list[Piece], path: str) -> Words:
    first = next(p for p in found if p.text.strip()).span
    last = next(p for p in reversed(found) if p.text.strip()).span
    whole = type(first)(first.file, first.start, max(first.end, last.end))
    return words(found, whole, path)


def _heading(element: Element, path: str, level: int) -> Iterator[Block]:
    found = words(list(pieces(element)), element.span, path)
    anchor = element.attributes.get("id") or next(
        (
            e.attributes[k]
            for e in element.walk()
            for k in ("id", "name")
            if k in e.attributes
        ),
        "",
    )
    if found.text:
        yield Heading(level, found, anchor)


def code_text(element: Element) -> str:
    """Return the text of *element*, where each line may be an element of its own."""
    breaks = [each for each in element.walk() if each.tag == "br"]
    if not breaks:
        return element.text.text.strip("\n")
    return "".join(p.text for p in pieces(element)).strip("\n")


def _language(element: Element) -> str:
    """Return the language that classes or attributes in *element* name."""
    for each in element.walk():
        data = each.attributes.get("data-lang") or each.attributes.get("data-language")
        if data:
            return data.lower()
        if found := _LANG.search(" ".join(each.classes)):
            return found[1]
        if known := _LANGS.intersection(each.classes):
            return min(known)
    return ""
