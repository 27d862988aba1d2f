"""What an operation returns, in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from specpress.lift.generic.typed import REF, Schema, array_of
from specpress.lift.generic.typewords import read_type

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")
_RETURNS: Final = re.compile(
    r"\breturn(?:s|ed|ing)?\b|\bresponds? with\b|\byields?\b", re.IGNORECASE
)
_SCALARS: Final = (
    r"True|False|String|Int(?:eger)?|Float|Boolean|Bool|string|integer|boolean"
)
_LISTS: Final = r"(?:(?:[Aa]n? )?(?:[Aa]rray|[Ll]ist) of (?:the |all |sent )?)*"


_NAMED: Final = re.compile(
    rf"(?<![\w'])({_LISTS})(?:an? |the )?([A-Z][a-z0-9]\w*) objects?(?![\w'])"
)
_GENERAL: Final = frozenset(
    ("Array", "Json", "List", "Object", "Response", "The", "This")
)


def read_returns(text: str, known: Iterable[str]) -> Schema | None:
    """Return the type that a sentence of *text* says is returned, or None.

    *known* are the names of the objects that the pages describe. What is called an object
    and is none of them is referred to all the same: that it is unknown is told later.

    >>> read_returns("On success, the sent Message is returned.", ["Message"])
    {'$ref': '#/components/schemas/Message'}
    >>> read_returns("Returns an Array of Update objects.", ["Update"])["type"]
    'array'
    >>> read_returns("The edited Message is returned, otherwise True is returned.", ["Message"])["oneOf"][1]
    {'type': 'boolean', 'enum': [True]}
    """
    names = sorted((re.escape(name) for name in known), key=len, reverse=True)
    lower = (rf"{name.lower()}(?= objects?\b)" for name in names)
    things = "|".join((*(rf"{name}s?" for name in names), *lower, _SCALARS))
    pattern = re.compile(rf"(?<![\w'])({_LISTS})({things})(?![\w'])")
    found: list[Schema] = []
    for sentence in _SENTENCE.split(text):
        if not _RETURNS.search(sentence) or re.search(
            r"\b(?:Pass|Specify) (?:True|False)\b", sentence
        ):
            continue
        for lists, thing in pattern.findall(_after_verb(sentence)):
            schema = _named(thing, set(known))
            for _ in re.findall(r"(?i)array|list", lists):
                schema = array_of(schema)
            if schema not in found:
                found.append(schema)
    if not found:
        return _unknown(text)
    objects = [each for each in found if "type" not in each or each["type"] == "array"]
    if (
        objects
        and len(found) > len(objects)
        and not re.search(r"otherwise|\bor\b|else", text)
    ):
        found = objects
    if len(found) > 1 and not re.search(
        r"otherwise|\bor\b|else|either|depending", text
    ):
        found = found[-1:]
    return {"oneOf": [*found]} if len(found) > 1 else found[0]


def _unknown(text: str) -> Schema | None:
    """Return a reference to what *text* says is returned, and no page describes."""
    for sentence in _SENTENCE.split(text):
        if _RETURNS.search(sentence):
            for lists, name in _NAMED.findall(_after_verb(sentence)):
                if name not in _GENERAL:
                    schema: Schema = {"$ref": f"{REF}{name}"}
                    for _ in re.findall(r"(?i)array|list", lists):
                        schema = array_of(schema)
                    return schema
    return None


STATUS: Final = re.compile(
    r"\b(?i:returns?|responds? with|with|gives|yields?)\s+(?:an?\s+)?(?:empty\s+)?(?:HTTP\s+)?"
    r"(?:status\s+)?(?:code\s+)?(?:of\s+)?(2\d\d)\b(?:\s*\(?([A-Z][A-Za-z]*(?: [A-Z][a-z]+)*)\)?)?"
)
"""A status that a sentence says is returned, and its phrase."""


def _after_verb(sentence: str) -> str:
    """Return the part of *sentence* that tells what comes back."""
    active = re.search(r"\b[Rr]eturns\b(?! (?:to|from)\b)", sentence)
    return sentence[active.end() :] if active else sentence


def _named(thing: str, known: set[str]) -> Schema:
    if thing in known:
        return {"$ref": f"{REF}{thing}"}
    if (spelled := {name.lower(): name for name in known}.get(thing)) is not None:
        return {"$ref": f"{REF}{spelled}"}
    if thing.endswith("s") and thing[:-1] in known:
        return {"$ref": f"{REF}{thing[:-1]}"}
    return read_type(thing).schema or {}
