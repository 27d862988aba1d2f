"""References of methods that are called by name: one URL, the name behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from specpress.lift.generic.blocks import Block, Para, Section
from specpress.lift.generic.candidates import Candidate, Part
from specpress.lift.generic.context import Context
from specpress.lift.generic.endpoint import Endpoint
from specpress.lift.generic.inner import text_of
from specpress.lift.generic.titles import NAME
from specpress.lift.generic.typed import Schema
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import section_role

_BASE: Final = re.compile(
    r"(?P<base>https?://[^\s\"'`]*?)/?(?:METHOD_NAME|METHODNAME|METHOD|%method%|\{method(?:_?name)?\}"
    r"|<method(?:[_ -]?name)?>|:method|\[method\]|\{METHOD(?:_NAME)?\}|methodName|method\.name|NAME_OF_METHOD)(?![\w-])"
)
_METHODS: Final = re.compile(
    r"\b(GET|POST)\b(?:(?:\s+and\s+|\s*,\s*|\s*/\s*|\s+or\s+)(GET|POST)\b)?"
)
_RESULT: Final = re.compile(
    r"(?:found in|contained in|in|inside|returned in) the [\u2018\u2019'\"“”`](\w+)[\u2018\u2019'\"“”`] (?:field|property|key|attribute)",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(
    r"\b(Boolean|String|Integer|Int|Number|Bool|Object|Array)(?: field)? [\u2018\u2019'\"“”`](\w+)[\u2018\u2019'\"“”`]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """How methods are called: *base* is the URL before the name."""

    base: str
    method: str
    envelope: tuple[str, dict[str, object]] | None = None


def find_named(root: Section) -> Named | None:
    """Return how the page says that methods are called by name, or None."""
    texts = [_quoted(block) for section in root.walk() for block in section.blocks]
    found = next((m for text in texts if (m := _BASE.search(text))), None)
    if found is None:
        return None
    said = next(
        (m for text in texts if (m := _METHODS.search(text)) and len(text) < 2000), None
    )
    methods = {each for each in (said.groups() if said else ()) if each}
    method = "post" if not methods or "POST" in methods else "get"
    return Named(found["base"].rstrip("/"), method, _envelope(texts))


def _quoted(block: Block) -> str:
    """Return the words of *block*, with quotes around what is marked as code."""
    if not isinstance(block, Para):
        return text_of(block)
    parts = (f"`{p.text}`" if p.mark == "code" else p.text for p in block.words.pieces)
    return re.sub(r"\s+", " ", "".join(parts))


def _envelope(texts: list[str]) -> tuple[str, dict[str, object]] | None:
    """Return the field of every answer that holds the result, and those beside it."""
    for text in texts:
        result = _RESULT.search(text)
        if result is None or not re.search(
            r"respon|answer|result", text, re.IGNORECASE
        ):
            continue
        beside: dict[str, object] = {}
        for kind, name in _FIELD.findall(text):
            schema: Schema | None = read_type(kind).schema
            beside[name] = schema or {}
        return result[1], beside
    return None


def named_candidates(
    root: Section, named: Named, taken: set[int], context: Context
) -> list[Candidate]:
    """Return the operations of headings that are names of methods."""
    out: list[Candidate] = []
    for section in root.walk():
        heading = section.heading
        if heading is None or heading.level == 7 or id(section) in taken:
            continue
        name = heading.text.strip("` ")
        if not NAME.fullmatch(name) or section_role(name) is not None:
            continue
        name = name.removesuffix("()")
        inner = [s for s in section.sections if not NAME.fullmatch(s.title)]
        parts = [Part((section,), block) for block in section.blocks]
        for each in inner:
            parts += [Part((section, each), block) for block in each.blocks]
            parts += [
                Part((section, each, s), b) for s in each.sections for b in s.blocks
            ]
        context.read(heading, f"operation {name}")
        target = Endpoint(named.method, f"/{name}", "", (), (), heading.span)
        out.append(Candidate(target, heading, parts, name=name))
    return out
