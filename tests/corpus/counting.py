"""The operations of a description, counted without a line of specpress."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import yaml

METHODS: Final = {"get", "put", "post", "delete", "options", "head", "patch"}
_SINCE: Final = {"swagger": METHODS, "3.0": METHODS | {"trace"}}
_NEWEST: Final = METHODS | {"trace", "query"}


class _Loader(yaml.CSafeLoader):
    """Reads every scalar as text, and merges keys."""


_Loader.yaml_implicit_resolvers = {
    first: kept
    for first, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    if (kept := [pair for pair in pairs if pair[0] == "tag:yaml.org,2002:merge"])
}


def operations(entry: Path) -> list[tuple[str, str]]:
    """Return the method and path of every operation below ``paths`` of *entry*.

    References to path items are followed into other files. A method in capitals counts:
    it is a slip that can be understood.
    """
    document = _read(entry)
    if not isinstance(document, dict):
        return []
    version = str(document.get("openapi", ""))
    known = METHODS if "swagger" in document else _SINCE.get(version[:3], _NEWEST)
    if version.startswith("3.1"):
        known = _SINCE["3.0"]
    found: list[tuple[str, str]] = []
    paths = document.get("paths")
    if isinstance(paths, dict) and isinstance(paths.get("$ref"), str):
        paths, entry = _follow(paths["$ref"], entry)  # no version allows it; many do
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        if not str(path).startswith("x-"):
            found += [(method, str(path)) for method in _methods(item, entry, known, 0)]
    return sorted(found)


def _methods(item: Any, file: Path, known: set[str], depth: int) -> list[str]:
    """Return the methods of the path *item* in *file*, references followed."""
    if not isinstance(item, dict) or depth > 20:
        return []
    found = {
        key.upper()
        for key, value in item.items()
        if str(key).lower() in known and isinstance(value, dict)
    }
    if "query" in known and isinstance(item.get("additionalOperations"), dict):
        found |= set(item["additionalOperations"])
    if isinstance(item.get("$ref"), str):
        target, there = _follow(item["$ref"], file)
        found |= set(_methods(target, there, known, depth + 1))
    return sorted(found)


def _follow(reference: str, file: Path) -> tuple[Any, Path]:
    """Return what *reference*, found in *file*, leads to, and the file that holds it."""
    name, _, pointer = reference.partition("#")
    there = file.parent / unquote(name) if name else file
    if "://" in name or not there.is_file():
        return None, there
    target = _read(there)
    for part in pointer.split("/")[1:]:
        key = unquote(part).replace("~1", "/").replace("~0", "~")
        target = target.get(key) if isinstance(target, dict) else None
    return target, there


def _read(file: Path) -> Any:
    """Return what *file* holds as plain data; None when it can't be read."""
    text = file.read_bytes()
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return yaml.load(text, _Loader)
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
