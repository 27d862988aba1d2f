"""What code samples and examples tell: media types, and the shape of a body."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Final

from specpress.lift.widdershins.blocks import Block

_HEADER: Final = (
    r"{}[\"']?\s*(?:=>|[:=,(]|\]\s*=)+[\s\[{{(]*(?:string)?[\s{{(]*[\"']?"
    r"([\w.+*-]+/[\w.+*-]+(?:\s*;\s*[\w-]+=[\w\"-]+)*)"
)
_CLASSES: Final = {
    "json": "application/json",
    "xml": "application/xml",
    "yaml": "application/x-yaml",
    "": "text/plain",
}


def header(blocks: Sequence[Block], name: str) -> str | None:
    """Return the value of the header *name* in the code samples, or None."""
    pattern = re.compile(_HEADER.format(re.escape(name)), re.IGNORECASE)
    for block in blocks:
        if block.kind == "code" and (found := pattern.search(block.text)):
            return found[1]
    return None


def languages(blocks: Sequence[Block]) -> list[str]:
    """Return the languages of the examples in *blocks*."""
    return [block.language for block in blocks if block.kind == "code"]


def guessed(blocks: Sequence[Block]) -> str:
    """Return the media type that the language of the first example stands for."""
    found = languages(blocks)
    return _CLASSES.get(found[0] if found else "json", "application/json")


def example(blocks: Sequence[Block]) -> object:
    """Return the first JSON example; None when there is none."""
    for block in blocks:
        if block.kind == "code" and block.language in ("json", ""):
            try:
                return json.loads(block.text)
            except ValueError:
                continue
    return None
