"""Sentences of a description, and the lists that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from specpress.prose.tokens import Token

Tokens: TypeAlias = tuple[Token, ...]

_ENDS: Final = frozenset(".!?")
LONGEST: Final = 400
"""How many tokens a sentence may have; a longer one is cut."""


class Sentence(NamedTuple):
    """What is said at a time: its *tokens*, and the *items* of the list it leads to.

    One that stands in a list and is about one *value* of it, with which it begins, says
    nothing of the others.
    """

    tokens: Tokens
    items: tuple[Tokens, ...] = ()
    of_value: bool = False

    def span(self) -> tuple[int, int]:
        """Return where it begins and ends in the description, its items included."""
        last = self.items[-1] if self.items else self.tokens
        return self.tokens[0].start, last[-1].end


class _Block(NamedTuple):
    tokens: Tokens
    is_item: bool


def sentences(tokens: Sequence[Token]) -> list[Sentence]:
    """Return the sentences that *tokens* make."""
    blocks = [*_blocks(tokens)]
    found: list[Sentence] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        made = [*_split(block.tokens)]
        if block.is_item and is_head(block.tokens):
            found += (Sentence(each, of_value=True) for each in made)
            continue
        found += map(Sentence, made)
        if block.is_item and not _leads(made[-1]):
            continue
        items = [*_items(blocks, index, leads=_leads(made[-1]))]
        if items:
            found[-1] = Sentence(made[-1], tuple(items))
    return found


def is_head(tokens: Tokens) -> bool:
    """Return whether *tokens* begin with a value that is set apart, or alone."""
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else None
    if first.kind in ("code", "quoted") or first.marked:
        return second is None or second.low not in ("is", "must", "can", "and", "or")
    if second is None:
        return True
    named = first.kind in ("number", "word") and second.spaced
    return second.low in ("=", ":") or (named and second.text == "-")


def _leads(tokens: Tokens) -> bool:
    return tokens[-1].text == ":"


def _items(blocks: Sequence[_Block], index: int, *, leads: bool) -> Iterator[Tokens]:
    """Yield the items that stand in *blocks* from *index* on.

    After a colon, that *leads* to them, they may be lines without any mark.
    """
    marked = index < len(blocks) and blocks[index].is_item
    for block in blocks[index:]:
        bare = leads and not marked and is_head(block.tokens)
        if not block.is_item and not bare:
            return
        yield block.tokens


def _blocks(tokens: Sequence[Token]) -> Iterator[_Block]:
    held: list[Token] = []
    is_item = False
    for token in tokens:
        if token.kind not in ("item", "break"):
            held.append(token)
            continue
        if held:
            yield _Block(tuple(held), is_item)
        held, is_item = [], token.kind == "item"
    if held:
        yield _Block(tuple(held), is_item)


def _split(tokens: Tokens) -> Iterator[Tokens]:
    begins = 0
    for index, token in enumerate(tokens):
        last = index + 1 == len(tokens)
        ends = token.kind == "sign" and token.text in _ENDS
        if last or index - begins + 1 >= LONGEST or (ends and tokens[index + 1].spaced):
            yield tokens[begins : index + 1]
            begins = index + 1
