"""Blocks to sections, by the levels of their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specpress.lift.generic.blocks import (
    Block,
    Flow,
    Heading,
    Items,
    Para,
    Piece,
    Section,
    Words,
    words,
)
from specpress.lift.generic.vocabulary import column_role, section_role

_LONGEST = 60


def read_outline(blocks: Iterable[Block]) -> Section:
    """Return the section that holds all of *blocks*.

    Labels (bold lines that say what comes next) become headings of level 7: they end
    at the next heading.
    """
    root = Section(None, None)
    open_ = [(0, root)]
    for block in (each for given in blocks for each in _unlisted(given)):
        heading = block if isinstance(block, Heading) else _label(block)
        if heading is None:
            open_[-1][1].blocks.append(block)
            continue
        while open_[-1][0] >= heading.level:
            open_.pop()
        section = Section(heading, open_[-1][1])
        open_[-1][1].sections.append(section)
        open_.append((heading.level, section))
    return root


def _label(block: Block) -> Heading | None:
    """Return the paragraph *block* as a heading when it is a label."""
    if not isinstance(block, Para):
        return None
    said = block.words
    text = said.text.rstrip(":").strip()
    if not text or len(text) > _LONGEST or "\n" in text:
        return None
    marked = "".join(p.text for p in said.marked("strong", "badge")).strip()
    whole = len(marked.rstrip(":")) >= len(text) > 0
    if (whole or said.text.endswith(":")) and section_role(text) is not None:
        return Heading(7, said)
    return None


def _unlisted(block: Block) -> Iterator[Block]:
    """Yield *block*; of a list of labels, each with what it is about, the entries."""
    if not isinstance(block, Items) or not _is_labels(block):
        yield block
        return
    for entry in block.entries:
        head, rest = _parted(entry)
        yield Heading(7, head)
        if rest.text:
            yield Para(rest)
        for inner in entry.blocks:
            yield from _unlisted(inner)


def _is_labels(block: Items) -> bool:
    labels = [_parted(entry)[0].text for entry in block.entries]
    told = [section_role(text) or column_role(text) for text in labels]
    known = sum(role is not None for role in told)
    return known > 1 and all(labels) and known >= 0.6 * len(told)


def _parted(entry: Flow) -> tuple[Words, Words]:
    """Return the bold label that *entry* begins with, and the words behind it."""
    pieces = list(entry.words.pieces)
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    path = entry.words.path
    if not pieces or pieces[0].mark != "strong":
        return words((), entry.span, path), entry.words
    rest = [*pieces[1:]]
    if rest and rest[0].text.lstrip().startswith(":"):
        first = rest[0]
        text = first.text.lstrip()[1:]
        rest[0] = Piece(text, first.mark, first.span, first.hint)
    label = words(pieces[:1], pieces[0].span, path)
    return label, words(rest, entry.span, path)
