"""Whether one block names an operation: method and path."""

from __future__ import annotations

import itertools
import re
from typing import Final

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Heading,
    Items,
    Para,
    Table,
)
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.endpoint import (
    METHODS,
    Endpoint,
    endpoint,
    endpoints,
    rest_of,
)
from specpress.lift.generic.vocabulary import column_role

_HTTP: Final = re.compile(r"\s+HTTP/\d(?:\.\d)?\s*$")


_LABEL: Final = re.compile(r"^[A-Za-z ]{1,30}:\s*")


def named_by(block: Block, method: tuple[Block, str] | None) -> list[Endpoint]:
    """Return the endpoints by which *block* names operations.

    *method* is the block before it, when that is a method and nothing else.
    """
    match block:
        case Para() | Heading():
            return _in_words(block, method)
        case Code():
            return _in_code(block, method)
        case Table():
            return _in_table(block)
        case Items():
            return _in_pairs([entry.text for entry in block.entries], block)
        case _:
            return []


def _in_words(
    block: Para | Heading, method: tuple[Block, str] | None
) -> list[Endpoint]:
    text = block.text
    loose = bool(block.words.marked("code", "badge", "strong"))
    if method is not None and re.match(r"/|https?://", text):
        made = endpoint(method[1], text.split()[0], block.span)
        return [made] if made else []
    named = endpoints(text, block.span, loose=loose)
    if not named:
        if loose and (found := _badged(block)):
            return [found]
        return _in_pairs(text.split("\n"), block)
    rest = _LABEL.sub("", rest_of(text))
    alone = len(rest) <= 30 or len(rest.split()) <= 4
    whole = any(
        endpoints(piece.text, piece.span, loose=True)
        for piece in block.words.marked("code", "strong")
    )
    start = re.match(r"[\W_]*(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\b", text)
    if alone or (start and (whole or len(text) < 160)):
        return named
    return []


def _badged(block: Para | Heading) -> Endpoint | None:
    """Return the endpoint of a badge with a method beside a path."""
    pieces = [p for p in block.words.pieces if p.text.strip()]
    for one, two in itertools.pairwise(pieces):
        path = two.text.strip().split("\n")[0].split(" ")[0]
        badge = one.text.strip().lower() in METHODS and re.match(r"/|https?://", path)
        if badge and len(block.text) < len(one.text) + len(two.text) + 40:
            return endpoint(one.text.strip(), path, block.span)
    return None


def _in_code(block: Code, method: tuple[Block, str] | None) -> list[Endpoint]:
    lines = [line.strip() for line in block.text.split("\n")]
    lines = [line for line in lines if line]
    if not lines or len(lines) > 40:
        return []
    if method is not None and re.match(r"/|https?://", lines[0]):
        made = endpoint(method[1], lines[0], block.span)
        return [made] if made else []
    found: list[Endpoint] = []
    for line in lines:
        bare = _HTTP.sub("", line)
        named = endpoints(bare, block.span)
        if (
            not named
            or len(rest_of(bare).split()) > 3
            or not re.match(r"\W*[A-Z]{3,7}\b", bare)
        ):
            break
        found += named
    return found


def _in_table(block: Table) -> list[Endpoint]:
    """Return what a table of one operation says: its method and path side by side."""
    columns = read_columns(block)
    if columns.kind == "endpoints" and (
        len(columns.rows) == 1 or "produces" in columns.roles
    ):
        return _rows(block)
    pairs = [
        f"{row.cells[0].text}: {row.cells[1].text}"
        for row in block.rows
        if len(row.cells) == 2
    ]
    return _in_pairs(pairs, block) if len(pairs) == len(block.rows) else []


def _rows(block: Table) -> list[Endpoint]:
    columns = read_columns(block)
    found: list[Endpoint] = []
    for row in columns.rows:
        cells = row.cells
        if max(columns.roles["method"], columns.roles["path"]) < len(cells):
            methods = re.findall(r"[A-Za-z]+", cells[columns.roles["method"]].text)
            place = cells[columns.roles["path"]].text.split("\n")[0].strip("` ")
            for method in methods:
                if method.lower() in METHODS and (
                    made := endpoint(method, place, row.span)
                ):
                    found.append(made)
    return found


def _in_pairs(lines: list[str], block: Block) -> list[Endpoint]:
    """Return the endpoint of lines such as ``Method: GET`` and ``URL: /things``."""
    said: dict[str, str] = {}
    for line in lines:
        label, colon, value = line.partition(":")
        role = column_role(label.strip("*` "))
        if colon and role in ("method", "path") and value.strip():
            said.setdefault(role, value.strip().strip("`*"))
    if "path" not in said or "method" not in said:
        return []
    method = re.match(r"[A-Za-z]+", said["method"])
    if (
        method is None
        or method[0].lower() not in METHODS
        or not re.match(r"/|https?://", said["path"])
    ):
        return []
    made = endpoint(method[0], said["path"].split()[0], block.span)
    return [made] if made else []
