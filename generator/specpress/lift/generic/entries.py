"""Entries of lists and definitions to what they say of parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.lift.generic.blocks import Flow, Items, Piece, Terms, Words, words
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.names import read_name
from specpress.lift.generic.notes import (
    is_remark,
    split_description,
    take_note,
    take_notes,
)
from specpress.lift.generic.rows import Inner
from specpress.lift.generic.tree import dotted
from specpress.source import Span

_SEPARATOR: Final = re.compile(r"\s*(?:[:\u2013\u2014|·]|-{1,2}(?=\s)|=>|→)\s*")
_VALUE: Final = re.compile(r"=\s*[<{\[]?(\w[^>}\]\s]*(?:\s*\|\s*\w[^>}\]\s]*)*)[>}\]]?")
_LONGEST: Final = 6


def is_fields(block: Items | Terms) -> bool:
    """Return whether the entries of *block* each begin with a name that stands out."""
    entries = (
        [e[0] for e in block.entries] if isinstance(block, Terms) else block.entries
    )
    if not entries:
        return False
    named = sum(
        1 for e in entries if _begins_with_name(e, term=isinstance(block, Terms))
    )
    return named >= 0.7 * len(entries)


def _begins_with_name(flow: Flow, *, term: bool) -> bool:
    head = flow if term else split_entry(flow)[0]
    if read_name(head.words) is None:
        return False
    first = next((p for p in flow.words.pieces if p.text.strip()), None)
    if first is not None and first.mark in ("code", "strong", "badge", "em", "link"):
        return (
            re.fullmatch(
                r"[^\s]+( \*)?|[^\s]+\s?[(=:].*", first.text.strip(), re.DOTALL
            )
            is not None
        )
    text = flow.text
    if term:
        return (
            re.match(r"[^\s]+(?:$|[\s(*?:,])", text) is not None
            and len(text.split()) < 8
        )
    return (
        re.match(
            r"[`\"']?[a-z_$][\w.$\[\]-]*[`\"']?\*?(?:\s*(?:[(:=]|\s[-\u2013\u2014]\s)|$|\n)",
            text,
        )
        is not None
    )


def read_entries(
    block: Items | Terms, inner: Inner, lost: list[tuple[str, str, Span]]
) -> list[Fact]:
    """Return what each entry of *block* says; *inner* reads blocks in entries."""
    found: list[Fact] = []
    pairs = (
        block.entries
        if isinstance(block, Terms)
        else [split_entry(e) for e in block.entries]
    )
    for term, said in pairs:
        if not term.text and found:  # a further definition of the term before
            _define(found[-1], said, inner)
            continue
        named = read_name(term.words)
        if named is None:
            if term.text or said.text:
                text = f"{term.text} {said.text}".strip()
                lost.append((text[:80], term.words.path, term.span))
            continue
        for name in named.names:
            fact = Fact(name, term.span, term.words.path)
            if named.required is not None:
                fact.required, fact.marked = named.required, True
            spare = [note for note in named.notes if not take_notes(note, fact)]
            if spare:
                fact.description = " ".join(spare)
            _define(fact, Flow(said.words), inner)
            for flow in (term, said):
                if flow.blocks:
                    inner(flow, fact)
            found.append(fact)
    return dotted(found)


def _define(fact: Fact, said: Flow, inner: Inner) -> None:
    """Put what is said of *fact* into it: remarks first, then the description."""
    if said.blocks:
        inner(said, fact)
    rest = _leading(said.words, fact)
    rest = split_description(rest, fact)
    fact.description = "\n".join(filter(None, (fact.description, rest)))


def _leading(said: Words, fact: Fact) -> str:
    """Take the remarks that *said* begins with; return what is left."""
    text = said.text
    marked = [
        p.text.strip()
        for p in said.pieces
        if p.mark in ("em", "badge", "code", "strong") and p.text.strip()
    ]
    for _ in range(12):
        text = text.lstrip(" \n,;·|:\u2013\u2014-")
        if marked and text.startswith(marked[0]):
            piece = marked[0]
            if len(piece.split()) <= _LONGEST and take_note(piece, fact):
                text = text[len(piece) :]
                marked.pop(0)
                continue
        end = _closing(text) if text[:1] in "([" else None
        if end is not None and end < 600 and take_notes(text[1:end], fact):
            text = text[end + 1 :]
            continue
        line, _, after = text.partition("\n")
        if (
            after
            and len(line.split()) <= _LONGEST
            and take_notes(line.rstrip("."), fact)
        ):
            text = after
            continue
        cut = re.match(
            r"([^.:\n\u2013\u2014()]{1,40}?)(?:\.\s+|\s*[:\u2013\u2014]\s+|\s+-\s+|,\s+|$)",
            text,
        )
        if (
            cut
            and len(cut[1].split()) <= 4
            and is_remark(cut[1])
            and take_note(cut[1], fact)
        ):
            text = text[cut.end() :]
            continue
        break
    return text


def _closing(text: str) -> int | None:
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if depth == 0:
            return at
    return None


def split_entry(entry: Flow) -> tuple[Flow, Flow]:
    """Return an entry of a list as its name, and what is said of it."""
    pieces = list(entry.words.pieces)
    while pieces and not pieces[0].text.strip():
        pieces.pop(0)
    if not pieces:
        return entry, Flow(words((), entry.span, entry.words.path))
    first = pieces[0]
    name, rest = first, pieces[1:]
    if first.mark == "text" or re.search(r"[\s(=:]", first.text.strip()):
        found = re.match(r"\s*[`\"']?[A-Za-z_$][\w.$\[\]-]*[`\"']?[*?]?", first.text)
        if found is None:
            return entry, Flow(words((), entry.span, entry.words.path))
        name = Piece(found[0], "code", first.span)
        left = first.text[found.end() :]
        rest = (
            [Piece(left, first.mark, first.span, first.hint), *rest] if left else rest
        )
    path = entry.words.path
    head: Sequence[Piece] = [name]
    if rest and re.match(r"\s*[*?](?:\s|$)", rest[0].text):
        head = [name, Piece(rest[0].text.strip()[:1], "text", rest[0].span)]
        rest = [
            Piece(rest[0].text.strip()[1:], rest[0].mark, rest[0].span, rest[0].hint),
            *rest[1:],
        ]
    if rest and (value := _VALUE.match(rest[0].text)):
        rest = [
            Piece(
                f"({value[1]}) {rest[0].text[value.end():]}",
                rest[0].mark,
                rest[0].span,
            ),
            *rest[1:],
        ]
    return (
        Flow(words(head, first.span, path)),
        Flow(words(rest, entry.span, path), entry.blocks),
    )
