"""A tree as YAML 1.2 that older readers understand too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from specpress.tree.node import Node

_PLAIN: Final = re.compile(r"[A-Za-z_/][A-Za-z0-9_./{}()+*'\" -]*")
_WORDS: Final = frozenset(
    "null true false yes no on off y n nan inf infinity".split()
)  # of YAML 1.1 and 1.2, that are no text when they stand plain
_BLOCK: Final = re.compile(
    r"[^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]*"
)
_STEP: Final = "  "


def yaml_text(node: Node) -> str:
    """Return *node* as a document in block style; its order is kept.

    >>> print(yaml_text(Node.of({"a": ["b", {"c": 1, "no": "no"}], "d": {}})), end="")
    a:
      - b
      - c: 1
        "no": "no"
    d: {}
    """
    return "".join(f"{line}\n" for line in _lines(node, ""))


def _lines(node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of *node* where each begins with *indent*."""
    if node.map:
        for key, member in node.items():
            yield from _member(f"{indent}{_text(key)}:", member, indent)
    elif node.list:
        for item in node.list:
            if item.map or item.list:
                below = f"{indent}{_STEP}"
                first, *rest = _lines(item, below)
                yield f"{indent}- {first[len(below):]}"
                yield from rest
            else:
                yield from _member(f"{indent}-", item, indent)
    else:
        yield f"{indent}{_scalar(node)}"


def _member(head: str, node: Node, indent: str) -> Iterator[str]:
    """Yield the lines of *node* that follow *head*, a key or a dash."""
    below = f"{indent}{_STEP}"
    text = node.text
    if node.map or node.list:
        yield head
        yield from _lines(node, below)
    elif text is not None and _is_block(text):
        body = text.removesuffix("\n")
        yield f"{head} |{'' if body != text else '-'}"
        for line in body.split("\n"):
            yield f"{below}{line}" if line else ""
    else:
        yield f"{head} {_scalar(node)}"


def _is_block(text: str) -> bool:
    """Return whether *text* can stand as it is, in lines of its own."""
    lines = text.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and _BLOCK.fullmatch(text) is not None
        and lines[0][:1] not in ("", " ")
        and lines[-1] != ""
        and all(line == line.rstrip(" ") for line in lines)
    )


def _scalar(node: Node) -> str:
    match node.value:
        case dict():
            return "{}"
        case list():
            return "[]"
        case str() as text:
            return _text(text)
        case value:
            return node.raw or json.dumps(value)


def _text(text: str) -> str:
    """Return *text* plain where no reader takes that for something else."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS
    if plain and text == text.strip() and len(text) < 1000:
        return text
    return "".join(_char(char) for char in json.dumps(text, ensure_ascii=False))


def _char(char: str) -> str:
    """Return *char* as it stands between double quotes."""
    if char.isprintable() and not 0xD800 <= ord(char) < 0xE000:
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 2**16 else f"\\U{ord(char):08x}"
