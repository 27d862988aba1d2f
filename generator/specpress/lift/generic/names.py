"""The cell or term that names a parameter, with what is said beside the name."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from specpress.lift.generic.blocks import Words

_IDENTIFIER: Final = re.compile(
    r"[$@]?[A-Za-z_][\w$]*(?:(?:[.:/-]|\[\]\.?|\[[\w*]*\]\.?|->|\.\*\.|\.<\w+>|\.\{\w+\})[\w$*]+|\[\]|\[[\w:]*\]|\.\.\.)*"
)
_ODD: Final = re.compile(r"[\w$@][\w$.:\[\]/+#-]*")
_LEAD: Final = re.compile(
    r"^(?:\s|[→↳└├─│»\u203a>•·∙⤷]|-{1,3}>?\s|\u2014\s|\.\s|\*\s)+"
)
_DECORATED: Final = re.compile(r"^[\"'`{<:?&]*(?P<name>[^\"'`{}<>]+?)[\"'`}>]*$")
_LOOSE: Final = re.compile(r"[A-Za-z_][\w.:/\[\]-]*(?: [A-Za-z_][\w-]*)?")


class Named(NamedTuple):
    """The names in a cell, how deep they are indented, and the remarks beside them."""

    names: tuple[str, ...]
    depth: int
    notes: tuple[str, ...]
    required: bool | None


def read_name(words: Words) -> Named | None:
    """Return the names that *words* begin with, or None when they begin with none."""
    lead = _LEAD.match(words.text)
    depth = _depth(words, lead[0] if lead else "")
    text = words.text[lead.end() :] if lead else words.text
    head = _head(words, text)
    if head is None:
        return None
    rest = text[len(head) :]
    required: bool | None = None
    nullable: list[str] = []
    if head.startswith("?"):
        nullable.append("nullable")
    while head[-1:] in ("*", "?", "!") and len(head) > 1:
        required = head[-1] != "?" if required is None else required
        head = head[:-1].rstrip()
    star = re.match(r"\s*(\*|†|\?(?!\w))(?:\s|$)", rest)
    if star:
        required = star[1] != "?" if required is None else required
        rest = rest[star.end() :]
    decorated = _DECORATED.match(head)
    name = decorated["name"].strip() if decorated else head
    name = re.sub(r"^(?:-{1,2}|\?|&)(?=\w)", "", name)
    if not (_IDENTIFIER.fullmatch(name) or _ODD.fullmatch(name)):
        return None
    names, rest = _others(name, rest)
    return Named(names, depth, (*nullable, *_notes(rest)), required)


def _head(words: Words, text: str) -> str | None:
    """Return the part of *text*, which begins a cell, that is the name."""
    for piece in words.pieces:
        said = piece.text.strip()
        if not said or _LEAD.fullmatch(f"{said} "):
            continue
        if piece.mark in ("code", "strong", "link", "badge", "em") and text.startswith(
            said
        ):
            inner = re.match(r"[^\s:(=]+", said)
            return _first(said) if inner is None or " " in said else said.rstrip(":")
        break
    return _first(text)


def _first(text: str) -> str | None:
    found = re.match(
        r"[\"'`{<:?&$@-]*[A-Za-z_0-9][\w.$@/:\[\]<>*{}-]*[\"'`}>]*\s?[*?]?", text
    )
    return found[0].strip().rstrip(":,.") or None if found else None


def _others(name: str, rest: str) -> tuple[tuple[str, ...], str]:
    """Return *name* with the names that stand beside it, and what is left of *rest*."""
    names = [name]
    while found := re.match(
        rf"\s*(?:,|/|\bor\b|&|\band\b)\s*[`\"']?({_IDENTIFIER.pattern})[`\"']?(?=$|[\s,/&])",
        rest,
    ):
        from_types = found[1].lower() in _TYPES
        if from_types or found[1].lower() in ("required", "optional", "deprecated"):
            break
        names.append(found[1])
        rest = rest[found.end() :]
    return tuple(names), rest


_TYPES: Final = frozenset(
    "string integer int number boolean bool array list object float date datetime".split()
)


def _notes(rest: str) -> tuple[str, ...]:
    """Return the remarks that *rest*, which stands behind a name, holds."""
    found: list[str] = []
    text = rest.strip(" \n:\u2013\u2014-")
    while text:
        if text[0] in "([" and (end := _closing(text)) is not None:
            found.append(text[1:end])
            text = text[end + 1 :].strip(" \n,;:")
            continue
        cut = re.search(r"[\n,;|·]|(?<=\w)\s*[(]|\s[-\u2013\u2014]\s", text)
        end = cut.start() if cut else len(text)
        found.append(text[:end].strip())
        text = text[end:].lstrip(" \n,;|·\u2013\u2014-")
    return tuple(note for note in found if note)


def _closing(text: str) -> int | None:
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if depth == 0:
            return at
    return None


def _depth(words: Words, lead: str) -> int:
    """Return how deep arrows, dashes or spaces that keep their width indent a name."""
    raw = "".join(piece.text for piece in words.pieces)
    first = re.match(r"\s*", raw.replace("\xa0", "~"))
    spaces = len(re.match(r"[~\s]*", raw.replace("\xa0", "~").lstrip("\n "))[0].replace(" ", "")) if first else 0  # type: ignore[index] # matches the empty text as well
    arrows = len(re.findall(r"[→↳└├»\u203a⤷]|->|[>•·∙]|(?<![-\w])-{1,3}|\u2014", lead))
    return arrows or (spaces + 1) // 2


def looks_like_name(words: Words) -> bool:
    """Return whether the cell *words* holds a name and little else.

    >>> from specpress.lift.generic.blocks import words
    >>> from specpress.source import NOWHERE
    >>> from specpress.lift.generic.blocks import Piece
    >>> looks_like_name(words([Piece("user_id", "text", NOWHERE)], NOWHERE, ""))
    True
    """
    text = words.text
    if not text or len(text) > 80:
        return False
    if words.pieces and any(p.mark == "code" for p in words.pieces[:2]):
        return read_name(words) is not None
    return _IDENTIFIER.fullmatch(text.split("\n")[0].strip(" *?:`\"'{}<>")) is not None
