"""What an operation is called: its heading, or a name that stands in it."""

from __future__ import annotations

import re
from typing import Final

from specpress.lift.generic.candidates import Candidate
from specpress.lift.generic.endpoint import rest_of
from specpress.lift.generic.vocabulary import section_role

_WORD: Final = re.compile(r"[A-Za-z0-9]+")
_SMALL: Final = frozenset("a an the".split())
_LONGEST: Final = 8
NAME: Final = re.compile(r"[a-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)*(?:\(\))?")


def title_of(candidate: Candidate) -> str:
    """Return what the page calls the operation, empty when it has no title."""
    if candidate.title is None:
        return candidate.brief.split("\n")[0]
    text = rest_of(candidate.title.text)
    text = re.sub(r"^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\s+", "", text)
    text = re.sub(r"\s*%\s*$", "", text)
    path = candidate.endpoint.path
    if (
        text.strip("` ") in ("", path)
        or not re.search(r"[A-Za-z]", text)
        or section_role(text) == "endpoint"
    ):
        return candidate.brief.split("\n")[0]
    return text.strip()


def name_of(candidate: Candidate, title: str) -> str:
    """Return the operationId: the name of the method, or one made of the *title*."""
    if candidate.name:
        return candidate.name
    if NAME.fullmatch(title):
        return title.removesuffix("()")
    words = [
        word
        for word in _WORD.findall(title.replace("'s", "s").replace("\u2019s", "s"))
        if word.lower() not in _SMALL
    ]
    if not words or len(words) > _LONGEST or not words[0][0].isalpha():
        return ""
    first: str = words[0]
    rest: list[str] = words[1:]
    return first.lower() + "".join(word[:1].upper() + word[1:] for word in rest)
