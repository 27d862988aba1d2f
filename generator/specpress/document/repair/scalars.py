"""Strings, numbers and flags, read from one another."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.repair import NO_USE, WRONG_KIND
from specpress.document.rebuild import like
from specpress.source import NOWHERE
from specpress.tree import Node
from specpress.tree.node import Scalar

_NUMBER: Final = re.compile(r"[-+]?\d+(\.\d+)?([eE][-+]?\d+)?")
_FLAGS: Final[Mapping[str, bool]] = {
    "true": True,
    "yes": True,
    "false": False,
    "no": False,
}
_WANTED: Final[Mapping[str, str]] = {
    "text": "a string",
    "flag": "true or false",
    "number": "a number",
    "count": "a whole number",
    "docs": "an object with a URL",
    "body": "a request body",
    "path_item": "a path item",
    "scheme": "a security scheme",
    "security": "a choice of security schemes",
    "media": "a media type",
    "xml": "an object",
    "info": "an object",
    "components": "an object",
    "flows": "an object",
}
_MOST: Final = 40  # characters of a value that a message shows


def wanted(kind: str) -> str:
    """Return how a message calls a *kind*.

    >>> wanted("text[]"), wanted("operation"), wanted("schema{}")
    ('a list', 'an operation', 'an object')
    """
    if kind.endswith("[]"):
        return "a list"
    if kind.endswith("{}"):
        return "an object"
    article = "an" if kind[0] in "aeiou" else "a"
    return _WANTED.get(kind, f"{article} {kind}")


def found(node: Node) -> str:
    """Return how a message calls the value of *node*."""
    match node.value:
        case dict():
            return "an object"
        case list():
            return "a list"
        case value:
            text = json.dumps(value, ensure_ascii=False)
            return text if len(text) <= _MOST else f"{text[:_MOST - 1]}…"


def scalar(node: Node, kind: str, report: Report) -> Node | None:
    """Return *node* as a scalar of *kind*; None, reported, when it can't be read so.

    A number that can't be read is left as it is, for who knows what it bounds.
    """
    value = node.value
    match kind:
        case "text":
            if node.text is not None:
                return node
            nested = isinstance(value, dict | list)
            new: Scalar = None if nested else node.raw or json.dumps(node.plain())
        case "flag":
            if isinstance(value, bool):
                return node
            new = _FLAGS.get((node.text or "").strip().lower())
        case _:
            if node.text is None:
                return node
            new = number(node.text)
            if new is None:
                return node
    at = node.span if node.key_span == NOWHERE else node.key_span
    told = {"found": found(node), "wanted": wanted(kind)}
    if new is None:
        report.add(NO_USE.at(at, **told))
        return None
    report.add(WRONG_KIND.at(at, **told, instead=json.dumps(new)))
    return like(node, new)


def number(text: str) -> int | float | None:
    """Return the number that *text* is, or None.

    >>> number(" 1851"), number("0.5"), number("ten")
    (1851, 0.5, None)
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    return float(text) if match[1] or match[2] else int(text)
