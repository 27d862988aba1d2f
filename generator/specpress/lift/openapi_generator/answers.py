"""The responses of an operation, and which media types belong to which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import (
    NO_RESPONSES,
    REPEATED_STATUS,
    UNKNOWN_STATUS,
)
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN
from specpress.lift.openapi_generator.types import Types
from specpress.source import Span
from specpress.tree import Node

_STATUS: Final = re.compile(r"[1-5](?:[0-9]{2}|XX)|default|0", re.IGNORECASE)
_USUAL: Final = "application/json"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response as the page shows it; *type* is None where it shows no type at all.

    That is how the tool shows lists and maps; an empty type is no content.
    """

    status: str
    text: str
    type: str | None
    span: Span


def read_answers(
    shown: Sequence[Answer],
    returned: tuple[str, Span] | None,
    produced: Sequence[str],
    examples: Sequence[str],
    types: Types,
    report: Report,
    place: Span,
) -> Node:
    """Return the responses (OpenAPI 3.0.3, 4.7.16).

    *returned* is the type of the operation's success, *produced* the media types of
    all responses, *examples* those of the examples, in the order of the responses.
    """
    kept = _known(shown, report)
    success = _success(kept, returned)
    filled = [each for each in kept if each.type != "" or each is success]
    media = media_of(len(filled), examples) or [list(produced)] * len(filled)
    sure = len(produced) == 1 or (
        bool(examples) and bool(media_of(len(filled), examples))
    )
    responses: dict[str, Node] = {}
    for each in kept:
        members = {"description": Node(each.text, each.span)}
        if each in filled:
            names = _in_order(media[filled.index(each)], produced) or [_USUAL]
            schema = _schema(each, each is success, returned, types)
            contents = {name: Node({"schema": schema}, each.span) for name in names}
            members["content"] = Node(contents, each.span)
            if not sure and (not produced or each is not filled[0]):
                what = f"the response {each.status}"
                report.add(MEDIA_UNKNOWN.at(each.span, what=what, media=names[0]))
        responses[_key(each.status)] = Node(members, each.span, each.span)
    if not responses:
        report.add(NO_RESPONSES.at(place))
        responses["default"] = Node.of({"description": ""}, place, origin="default")
    return Node(responses, place)


def _in_order(names: Sequence[str], produced: Sequence[str]) -> list[str]:
    """Return *names* in the order of those *produced*: examples have one of their own."""
    return sorted(
        dict.fromkeys(names),
        key=lambda name: produced.index(name) if name in produced else len(produced),
    )


def _known(shown: Sequence[Answer], report: Report) -> list[Answer]:
    kept: list[Answer] = []
    for each in shown:
        if not _STATUS.fullmatch(each.status):
            report.add(UNKNOWN_STATUS.at(each.span, status=each.status))
        elif _key(each.status) in [_key(other.status) for other in kept]:
            report.add(REPEATED_STATUS.at(each.span, status=each.status))
        else:
            kept.append(each)
    return kept


def _key(status: str) -> str:
    return "default" if status.lower() in ("default", "0") else status.upper()


def _success(
    kept: Sequence[Answer], returned: tuple[str, Span] | None
) -> Answer | None:
    """Return the response that the type *returned* belongs to."""
    if returned is None:
        return None
    first = [each for each in kept if each.status.startswith("2")]
    usual = [each for each in kept if _key(each.status) == "default"]
    return next(iter((*first, *usual)), None)


def _schema(
    answer: Answer,
    is_success: bool,
    returned: tuple[str, Span] | None,
    types: Types,
) -> Node:
    name = f"the response {answer.status}"
    if answer.type:
        return types.read(answer.type, name, answer.span)
    if is_success and returned is not None:
        return types.read(returned[0], name, returned[1])
    return Node({}, answer.span, origin="default")


def _alike(before: Sequence[str], part: Sequence[str]) -> int:
    """Return how much the media types of a response are like those of the one before.

    >>> _alike(["a/json", "a/xml"], ["a/problem+json", "a/problem+xml"])
    2
    """
    if list(before) == list(part):
        return 3
    kinds = [re.split(r"[+/]", name)[-1] for name in before]
    others = [re.split(r"[+/]", name)[-1] for name in part]
    if kinds == others:
        return 2
    return 1 if kinds[:1] == others[:1] else 0


def media_of(count: int, examples: Sequence[str]) -> list[list[str]]:
    """Return the media types of *count* responses, told by those of their *examples*.

    Each response has an example in each of its media types. Where the examples can be
    cut in more than one way, neighbours are taken to be alike, and early responses to
    have more; empty when they can't be cut so.

    >>> media_of(3, ["a/json", "a/xml", "a/problem", "a/problem"])
    [['a/json', 'a/xml'], ['a/problem'], ['a/problem']]
    """
    if not count or len(examples) < count:
        return []

    @cache
    def best(at: int, left: int, size: int) -> tuple[int, tuple[int, ...]] | None:
        """Return the score and the sizes of the best cut from *at* on.

        The part before had *size* examples.
        """
        if left == 0:
            return (0, ()) if at == len(examples) else None
        found: tuple[int, tuple[int, ...]] | None = None
        for length in range(1, len(examples) - at - left + 2):
            part = examples[at : at + length]
            if len(set(part)) < length:
                break
            if (rest := best(at + length, left - 1, length)) is None:
                continue
            score = rest[0] + _alike(examples[at - size : at], part)
            if found is None or score >= found[0]:
                found = (score, (length, *rest[1]))
        return found

    cut = best(0, count, 0)
    groups: list[list[str]] = []
    at = 0
    for length in cut[1] if cut else ():
        groups.append(list(examples[at : at + length]))
        at += length
    return groups
