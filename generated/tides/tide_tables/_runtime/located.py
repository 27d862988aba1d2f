"""Where pydantic found a fault: its steps, without those that are no steps of data."""

from __future__ import annotations

from typing import TypeAlias

from .json import is_list, is_object

Path: TypeAlias = tuple[str | int, ...]
_NOTHING = object()


def located(loc: Path, data: object, got: object) -> Path:
    """Return *loc* without the steps that aren't in *data*, as a union's members are.

    Where a member is called like a key, the way is the one that leads to *got*.
    """
    ways: dict[object, tuple[Path, object]] = {id(data): ((), data)}
    for step in loc:
        for path, here in list(ways.values()):
            found = _inside(here, step)
            if found is not _NOTHING:
                inner = is_object(found) or is_list(found)
                way = (*path, step)
                ways.setdefault(id(found) if inner else way, (way, found))
    known = [path for path, here in ways.values() if here is got]
    return max(reversed(known), key=len) if known else _plainly(loc, data)


def _plainly(loc: Path, here: object) -> Path:
    """Return the steps of *loc* that there are from *here* on, taken as they come."""
    path: list[str | int] = []
    for step in loc:
        found = _inside(here, step)
        if found is not _NOTHING:
            here = found
            path.append(step)
    return tuple(path)


def _inside(here: object, step: str | int) -> object:
    """Return what stands at *step* of *here*; a marker when there is nothing."""
    if is_object(here) and step in here:
        return here[str(step)]
    if is_list(here) and isinstance(step, int) and step < len(here):
        return here[step]
    return _NOTHING
