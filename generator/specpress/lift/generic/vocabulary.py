"""The words of hand-made references, from ``words.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

import msgspec


class _TypeWords(msgspec.Struct, frozen=True):
    words: tuple[str, ...]
    schema: dict[str, object]


class _Role(msgspec.Struct, frozen=True):
    role: str
    words: tuple[str, ...] = ()
    any: tuple[str, ...] = ()


class _Sections(msgspec.Struct, frozen=True):
    order: tuple[_Role, ...]
    required: tuple[str, ...]
    optional: tuple[str, ...]


class _Vocabulary(msgspec.Struct, frozen=True):
    columns: dict[str, tuple[str, ...]]
    marks: dict[str, tuple[str, ...]]
    locations: dict[str, tuple[str, ...]]
    types: dict[str, _TypeWords]
    typewords: dict[str, tuple[str, ...]]
    sections: _Sections
    references: dict[str, tuple[str, ...]]
    prose: dict[str, tuple[str, ...]]


def _read() -> _Vocabulary:
    text = files(__package__ or "").joinpath("words.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Vocabulary)


WORDS: Final = _read()


def _by_word(table: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for meaning, phrases in table.items():
        for phrase in phrases:
            found.setdefault(phrase, meaning)
    return found


_COLUMNS: Final = _by_word(WORDS.columns)
_MARKS: Final = _by_word(WORDS.marks)
_LOCATIONS: Final = _by_word(WORDS.locations)
TYPES: Final = {
    word.lower(): each.schema for each in WORDS.types.values() for word in each.words
}
"""The schema that each word of a type stands for."""
_PARAMETERS: Final = frozenset(
    "arguments args attributes data fields inputs members options parameter parameters"
    " params properties schema structure values variables".split()
)
_EDGES: Final = " \t\n.:;,!()[]{}*`\"'"


def normal(text: str) -> str:
    """Return *text* as phrases are compared.

    >>> normal(" **Data  Type**: ")
    'data type'
    """
    return " ".join(text.lower().split()).strip(_EDGES)


def column_role(header: str) -> str | None:
    """Return what a column below *header* holds, or None.

    >>> column_role("Required?"), column_role("Parameter Name"), column_role("Since")
    ('required', 'name', None)
    """
    text = normal(header)
    if (
        role := _COLUMNS.get(text) or _COLUMNS.get(text.rstrip("?").strip())
    ) is not None:
        return role
    bare = normal(re.sub(r"\(.*?\)|\[.*?\]", " ", header)).rstrip("?").strip()
    return _COLUMNS.get(bare)


def mark(text: str) -> str | None:
    """Return which mark *text* is: required, optional, conditional, ... or None.

    >>> mark("Yes"), mark("(optional)"), mark("✓"), mark("perhaps")
    ('required', 'optional', 'required', None)
    """
    text = text.strip()
    return _MARKS.get(text.lower()) or _MARKS.get(normal(text))


def location(text: str) -> str | None:
    """Return the place of a parameter that *text* names, or None."""
    return _LOCATIONS.get(normal(text))


@lru_cache(maxsize=4096)
def section_role(title: str) -> str | None:
    """Return what stands below the heading *title*, or None when it is about a thing.

    >>> section_role("Query String Parameters"), section_role("Response 200")
    ('query', 'response')
    >>> section_role("Create a charge") is None
    True
    """
    raw = normal(re.sub(r"\(.*?\)|[:?!.,/&-]|\b\d+\b", " ", title))
    text = " ".join(w for w in _BEFORE.sub("", raw).split() if w not in _IDLE)
    if not text or len(text.split()) > 5:
        return None
    for phrase in dict.fromkeys((raw, text, *_respelled(text))):
        for each in WORDS.sections.order:
            if phrase in each.words or phrase in each.any:
                return each.role
    return None


def _respelled(text: str) -> Iterator[str]:
    """Yield *text* with other words for parameters."""
    head, _, last = text.rpartition(" ")
    if head and last in _PARAMETERS:
        yield f"{head} parameters"
        yield head


_BEFORE: Final = re.compile(
    r"^(?:the|available|supported|list of|all|http|json|api|additional|common|valid"
    r"|possible|accepted|specific)\s"
)
_IDLE: Final = frozenset(
    "and are available created following is mandatory ok optional required supported"
    " takes the these".split()
)


def section_mark(title: str) -> str | None:
    """Return whether what stands below *title* is all required or all optional."""
    found = set(re.findall(r"[a-z]+", title.lower()))
    required = bool(found.intersection(WORDS.sections.required))
    optional = bool(found.intersection(WORDS.sections.optional))
    if required == optional:
        return None
    return "required" if required else "optional"
