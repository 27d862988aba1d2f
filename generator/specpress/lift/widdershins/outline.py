"""Which blocks of a page belong to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from specpress.lift.widdershins.blocks import Block

TARGET: Final = re.compile(r"`([A-Za-z$][\w$-]*) (\S.*)`")
"""The line that makes an operation: a method and a path."""
_RESPONSES: Final = ("responses",)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and the blocks below it; *target* is the index of the target."""

    heading: Block
    blocks: list[Block]
    target: int = -1
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a page, in its order."""

    intro: list[Block]
    authentication: list[Block]
    tags: list[Part]
    operations: list[Part]
    schemas: list[Part]


def outline(blocks: Sequence[Block]) -> Outline:
    """Return the parts of the page; each block is in one of them."""
    starts = [_start(blocks, at) for at in _targets(blocks)]
    operations: list[tuple[int, int]] = []
    limits = [*(at for at, _ in starts[1:]), len(blocks)]
    for (at, target), following in zip(starts, limits, strict=False):
        operations.append((at, _end(blocks, target, following)))
    first = operations[0][0] if operations else _schemas_at(blocks)
    head = list(blocks[:first])
    tags, operation_parts, leftover = _walk(blocks, operations, starts)
    intro, authentication, tag = _front(head)
    if tag is not None:
        tags.insert(0, tag)
        name = tag.heading.text
        for index, part in enumerate(operation_parts):
            if part.tag is None:
                operation_parts[index] = Part(
                    part.heading, part.blocks, part.target, name
                )
    return Outline(intro, authentication, tags, operation_parts, _models(leftover))


def _targets(blocks: Sequence[Block]) -> list[int]:
    return [
        index
        for index, block in enumerate(blocks)
        if block.kind == "text" and TARGET.fullmatch(block.text.strip())
    ]


def _start(blocks: Sequence[Block], target: int) -> tuple[int, int]:
    """Return where the operation with the target there begins: at a heading."""
    for index in range(target - 1, -1, -1):
        if blocks[index].kind == "heading":
            return index, target
        shown = TARGET.fullmatch(blocks[index].text.strip())
        if shown or blocks[index].kind not in ("code", "quote", "text", "list"):
            break
    return target, target


def _end(blocks: Sequence[Block], target: int, limit: int) -> int:
    """Return where the operation ends: the next one, a tag, or the models begin."""
    answered = False
    for index in range(target, limit):
        block = blocks[index]
        answered = answered or block.kind == "aside" or block.heads(*_RESPONSES)
        if answered and block.kind == "heading" and block.level == 1:
            return index
    return limit


def _schemas_at(blocks: Sequence[Block]) -> int:
    found = [i for i, block in enumerate(blocks) if block.heads("schemas")]
    return found[-1] if found else len(blocks)


def _walk(
    blocks: Sequence[Block],
    operations: Sequence[tuple[int, int]],
    starts: Sequence[tuple[int, int]],
) -> tuple[list[Part], list[Part], list[Block]]:
    """Return the tags but the first, the operations, and what follows them all."""
    tags: list[Part] = []
    parts: list[Part] = []
    leftover: list[Block] = []
    name: str | None = None
    for number, (begin, end) in enumerate(operations):
        target = starts[number][1]
        inside = list(blocks[begin + 1 : end])
        parts.append(Part(blocks[begin], inside, target - begin - 1, name))
        after = operations[number + 1][0] if number + 1 < len(operations) else None
        if after is None:
            leftover = list(blocks[end:])
        elif after > end:
            tag = Part(blocks[end], list(blocks[end + 1 : after]))
            tags.append(tag)
            name = tag.heading.text
    return tags, parts, leftover if operations else list(blocks[_schemas_at(blocks) :])


def _front(head: list[Block]) -> tuple[list[Block], list[Block], Part | None]:
    """Return the introduction, how to authenticate, and the first tag."""
    tops = [
        i for i, each in enumerate(head) if each.kind == "heading" and each.level == 1
    ]
    named = [i for i in tops if head[i].heads("authentication")]
    at = named[-1] if named else None
    after = [i for i in tops[1:] if i > (at or 0)]
    tag = after[-1] if after else None
    until = at if at is not None else tag if tag is not None else len(head)
    authentication = (
        head[at : tag if tag is not None else None] if at is not None else []
    )
    part = None if tag is None else Part(head[tag], head[tag + 1 :])
    return head[:until], authentication, part


def _models(blocks: Sequence[Block]) -> list[Part]:
    """Return the models below the heading of them all."""
    parts: list[Part] = []
    current: list[Block] = []
    for block in blocks:
        if block.heads("schemas") and not parts:
            block.used = True
        elif block.kind == "heading" and block.level <= 2:
            current = []
            parts.append(Part(block, current))
        else:
            current.append(block)
    return parts
