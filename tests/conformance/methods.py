"""Methods and arguments of a client, found in what it says to its users."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any


class NoPlace(Exception):
    """A client has no method for an operation, or no argument for a value."""


def method(client: object, verb: str, path: str) -> Callable[..., Any]:
    """Return the method of *client* whose documentation names *verb* and *path*."""
    wanted = f"`{verb.upper()} {path}`"
    for holder, name in _all(client):
        text = inspect.getdoc(getattr(type(holder), name)) or ""
        if wanted in " ".join(text.split()):
            found: Callable[..., Any] = getattr(holder, name)
            return found
    raise NoPlace(f"no method for {wanted}")


def beside(client: object, bound: Callable[..., Any], ending: str) -> Any:
    """Return the method named as *bound*, with *ending*; None where there is none."""
    holder = getattr(bound, "__self__", client)
    return getattr(holder, f"{bound.__name__}{ending}", None)


def argument(names: Iterable[str], wire: str, location: str = "") -> str:
    """Return which of *names* stands for the *wire* name; raise `NoPlace` for none."""
    left = list(names)
    for ending in ("", location):
        for name in left:
            if _bare(name) == _bare(wire) + _bare(ending):
                return name
    for name in left:
        if re.sub(r"\d+$", "", _bare(name)) == _bare(wire):
            return name
    raise NoPlace(f"no argument for {wire!r} among {', '.join(left) or 'none'}")


def arguments(bound: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    """Return the arguments of *bound* by name, without its options."""
    found = inspect.signature(bound).parameters
    return {k: v for k, v in found.items() if v.kind is not v.VAR_KEYWORD}


def _all(holder: object, depth: int = 0) -> Iterator[tuple[object, str]]:
    """Yield each public method within *holder*, and what holds it."""
    for name in dir(type(holder)):
        if name.startswith("_"):
            continue
        member = inspect.getattr_static(type(holder), name)
        if inspect.isfunction(member):
            yield holder, name
        elif isinstance(member, cached_property) and depth < 5:
            yield from _all(getattr(holder, name), depth + 1)


def _bare(name: str) -> str:
    """Return *name* in lower case, letters and digits only."""
    return re.sub(r"[^0-9a-z]", "", name.lower())
