"""JSON Pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache


def escape(token: str) -> str:
    """Return *token* as it stands between the slashes of a pointer.

    >>> escape("/a~b")
    '~1a~0b'
    """
    return token.replace("~", "~0").replace("/", "~1")


def join(tokens: Iterable[str | int]) -> str:
    """Return the pointer made of *tokens*.

    >>> join(["paths", "/a", "get", 0])
    '/paths/~1a/get/0'
    """
    return "".join(f"/{escape(str(token))}" for token in tokens)


@lru_cache(maxsize=2**16)  # the same pointers are followed again and again
def split(pointer: str) -> tuple[str, ...]:
    """Return the unescaped tokens of *pointer*.

    Raises ValueError when *pointer* is neither empty nor begins with a slash.

    >>> split("/paths/~1a/get")
    ('paths', '/a', 'get')
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"a JSON pointer begins with a slash: {pointer!r}")
    return tuple(
        token.replace("~1", "/").replace("~0", "~") for token in pointer[1:].split("/")
    )
