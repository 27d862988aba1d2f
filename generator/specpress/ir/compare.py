"""The differences between two APIs, for people."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias, TypeGuard

import msgspec

from specpress.ir.nodes import Api

_PLACES: Final = frozenset(("span", "origin", "confidence"))
_NAMES: Final = ("id", "name", "status", "media_type", "url")
_CUT: Final = 60
_Object: TypeAlias = "dict[str, object]"
_List: TypeAlias = "Sequence[object]"


def differences(left: Api, right: Api) -> tuple[str, ...]:
    """Return where *left* and *right* differ, one place a line: ``path: left != right``.

    Where something was read, and how it came to be known, does not count. Items of a
    list are told apart by the names they have, so that one more is one difference.

    >>> one, two = Api(title="A", version="1"), Api(title="B", version="1")
    >>> differences(one, two)
    ("title: 'A' != 'B'",)
    """
    pair = (msgspec.to_builtins(left), msgspec.to_builtins(right))
    return tuple(_differences(*pair, ""))


def _differences(left: object, right: object, path: str) -> Iterator[str]:
    if _is_object(left) and _is_object(right):
        for key in sorted({*left, *right} - _PLACES):
            where = f"{path}.{key}" if path else key
            yield from _member(left, right, key, where)
    elif _is_list(left) and _is_list(right):
        yield from _lists(left, right, path)
    elif isinstance(left, bool) != isinstance(right, bool) or left != right:
        yield _told(path, left, right)


def _is_object(value: object) -> TypeGuard[_Object]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[_List]:
    return isinstance(value, list | tuple)


def _member(
    left: Mapping[str, object], right: Mapping[str, object], key: str, where: str
) -> Iterator[str]:
    if key not in left or key not in right:
        yield _told(where, left.get(key, _Absent), right.get(key, _Absent))
    else:
        yield from _differences(left[key], right[key], where)


def _lists(left: Sequence[object], right: Sequence[object], path: str) -> Iterator[str]:
    ours, theirs = _keyed(left), _keyed(right)
    if list(ours) != list(theirs) and sorted(ours) == sorted(theirs):
        yield f"{path}: the order {', '.join(ours)} != {', '.join(theirs)}"
    for key in dict.fromkeys((*ours, *theirs)):
        yield from _member(ours, theirs, key, f"{path}[{key}]")


def _keyed(items: Sequence[object]) -> dict[str, object]:
    """Return *items* by their names, or by their numbers where names don't tell."""
    named = [(_name(item), item) for item in items]
    names = [name for name, _ in named]
    if None in names or len(set(names)) < len(names):
        return {str(index): item for index, item in enumerate(items)}
    return {str(name): item for name, item in named}


def _name(item: object) -> str | None:
    if not _is_object(item):
        return None
    words = [item[key] for key in _NAMES if isinstance(item.get(key), str)]
    return " ".join(str(word) for word in words) or None


class _Absent:
    """Nothing stands there."""


def _told(path: str, left: object, right: object) -> str:
    return f"{path}: {_brief(left)} != {_brief(right)}"


def _brief(value: object) -> str:
    if value is _Absent:
        return "nothing"
    text = repr(value) if isinstance(value, str) else json.dumps(value, default=str)
    return text if len(text) <= _CUT else f"{text[:_CUT - 3]}..."
