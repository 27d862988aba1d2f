"""Where the keys of a TOML document stand, which the reader of the library forgets."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

Path: TypeAlias = tuple[str | int, ...]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_DOT: Final = re.compile(r"[ \t]*(\.?)[ \t]*")
_STRING: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\]|\\.)*"|\'[^\']*\'', re.DOTALL
)
_WORD: Final = re.compile(r"\d{4}-\d\d-\d\d [\d:.Z+-]+|[^\s,\]}#]+")


class Place(NamedTuple):
    """The offsets of a key and of its value; an array's item has no key."""

    key: tuple[int, int]
    value: tuple[int, int]


def places(text: str) -> dict[Path, Place]:
    """Return where each key and item of *text*, a valid TOML document, stands.

    >>> places("a.b = [1]")[("a", "b")]
    Place(key=(2, 3), value=(6, 9))
    """
    return dict(_Scan(text).document())


class _Scan:
    """A walk over one document; *at* is the offset reached."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.tables: dict[Path, int] = {}  # how many tables each array of tables has

    def document(self) -> Iterator[tuple[Path, Place]]:
        """Yield every key and item, in the order in which they stand."""
        prefix: Path = ()
        self.blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                prefix, place = self.header()
                yield prefix, place
            else:
                yield from self.pair(prefix)
            self.blank()

    def header(self) -> tuple[Path, Place]:
        """Read ``[a.b]`` or ``[[a.b]]``; return the path of the table it opens."""
        start = self.at
        double = self.text.startswith("[[", self.at)
        self.at += 1 + double
        keys = self.keys()
        self.at += 1 + double
        path: Path = ()
        for key, _ in keys[:-1]:
            path = self.inside((*path, key))
        path = (*path, keys[-1][0])
        if double:
            self.tables[path] = self.tables.get(path, 0) + 1
        return self.inside(path), Place(keys[-1][1], (start, self.at))

    def inside(self, path: Path) -> Path:
        """Return *path*, or that of its last table when it is an array of tables."""
        return (*path, self.tables[path] - 1) if path in self.tables else path

    def pair(self, prefix: Path) -> Iterator[tuple[Path, Place]]:
        """Read ``key = value`` in the table *prefix*."""
        keys = self.keys()
        self.at += 1  # the equals sign
        path = (*prefix, *(key for key, _ in keys))
        yield from self.value(path, keys[-1][1])

    def keys(self) -> list[tuple[str, tuple[int, int]]]:
        """Read a dotted key; return each part with its offsets."""
        found: list[tuple[str, tuple[int, int]]] = []
        more = True
        while more:
            self.at = self.end_of(_DOT)
            start, self.at = self.at, self.end_of(_KEY)
            found.append((_plain(self.text[start : self.at]), (start, self.at)))
            dot = _DOT.match(self.text, self.at)
            more = dot is not None and bool(dot[1])
            self.at = self.end_of(_DOT)
        return found

    def value(self, path: Path, key: tuple[int, int]) -> Iterator[tuple[Path, Place]]:
        """Read a value; yield its place and those of what is inside."""
        self.blank()
        start = self.at
        inner: list[tuple[Path, Place]] = []
        count = 0
        first = self.text[start]
        if first in "[{":
            self.at += 1
            self.blank()
            while self.text[self.at] not in "]}":
                if first == "{":
                    inner += self.pair(path)
                else:
                    inner += self.value((*path, count), (self.at, self.at))
                count += 1
                self.blank()
                self.at += self.text[self.at] == ","
                self.blank()
            self.at += 1
        else:
            self.at = self.end_of(_STRING if first in "\"'" else _WORD)
        yield path, Place(key, (start, self.at))
        yield from inner

    def blank(self) -> None:
        """Skip white space and comments."""
        self.at = self.end_of(_BLANK)

    def end_of(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        return match.end() if match else self.at


def _plain(key: str) -> str:
    """Return *key* without its quotes and escapes."""
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[0] in "\"'" else key
