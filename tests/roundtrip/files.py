"""Descriptions as plain data, and what their references lead to."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.document.tree import read_tree
from specpress.readers.text import read_source

Object = dict[str, Any]

_DEEP: Final = 40


class Unsayable(Exception):
    """What is asked for can't be said, by the format or by this reader."""


@cache
def whole(path: str) -> Any:
    """Return the file at *path* as data, its references made absolute."""
    report = Report()
    source = read_source(lambda name: Path(name).read_bytes(), path, report)
    tree = read_tree(source, report) if source else None
    if tree is None:
        raise Unsayable("a file can't be read")
    return _absolute(tree.plain(), path)


def _absolute(value: Any, path: str) -> Any:
    if isinstance(value, list):
        return [_absolute(item, path) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: _absolute(item, path) for key, item in value.items()}
    reference = made.get("$ref")
    if isinstance(reference, str):
        file, _, pointer = reference.partition("#")
        if "://" not in file:
            file = os.path.join(os.path.dirname(path), unquote(file)) if file else path
        made["$ref"] = (
            f"{os.path.normpath(file) if '://' not in file else file}#{pointer}"
        )
    return made


def followed(value: Any, *, beside: bool = False) -> Any:
    """Return what *value* refers to, if it does; with *beside*, what stands beside a
    reference counts too.

    Raises `Unsayable` where it leads nowhere.
    """
    for _ in range(_DEEP):
        if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
            return value
        others = {key: each for key, each in value.items() if key != "$ref"}
        target = _at(value["$ref"])
        if beside and others and isinstance(target, dict):
            return {**others, "allOf": [target, *(others.get("allOf") or ())]}
        value = target
    raise Unsayable("references go in a circle")


def _at(reference: str) -> Any:
    file, _, pointer = reference.partition("#")
    if "://" in file or (pointer and not pointer.startswith("/")):
        raise Unsayable("a reference to an anchor or another host")
    try:
        found = whole(file)
        for token in pointer.split("/")[1:]:
            token = unquote(token).replace("~1", "/").replace("~0", "~")
            found = found[int(token)] if isinstance(found, list) else found[token]
    except (KeyError, IndexError, ValueError, TypeError, OSError):
        raise Unsayable("a reference that leads nowhere") from None
    return found
