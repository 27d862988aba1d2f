"""What text stands for a value outside JSON, and whether a text does."""

from __future__ import annotations

import base64
import datetime as dt
import json
import uuid
from typing import Any


def same(given: Any, found: Any) -> bool:
    """Return whether *found*, read as JSON, is *given*: 1 is 1.0, but no true."""
    if isinstance(given, dict):
        return (
            isinstance(found, dict)
            and given.keys() == found.keys()
            and all(same(each, found[key]) for key, each in given.items())
        )
    if isinstance(given, list):
        return (
            isinstance(found, list)
            and len(given) == len(found)
            and all(map(same, given, found))
        )
    if isinstance(given, bool) or isinstance(found, bool) or given is None:
        return given is found
    if isinstance(given, int | float):
        return isinstance(found, int | float) and given == found
    return isinstance(found, str) and says(found, given)


def says(text: str, given: Any) -> bool:
    """Return whether *text* stands for *given*, whose type tells how it is read."""
    match given:
        case bool():
            return text == ("true" if given else "false")
        case None:
            return text in ("", "null")
        case int() | float():
            try:
                return same(given, json.loads(text))
            except ValueError:
                return False
        case str():
            return text == given
        case bytes():
            return base64.b64decode(text) == given
        case dt.datetime():
            return dt.datetime.fromisoformat(text) == given
        case dt.date():
            return dt.date.fromisoformat(text) == given
        case uuid.UUID():
            return uuid.UUID(text) == given
        case _:  # a list or an object where only text can be
            try:
                return same(given, json.loads(text))
            except ValueError:
                return False


def alike(given: Any, found: Any) -> bool:
    """Return whether *found*, all of whose scalars are text, stands for *given*.

    Null and what is empty are as good as absent: no style has a way to write them.
    """
    given = worth(given)
    if isinstance(given, dict) and isinstance(found, dict):
        return given.keys() == found.keys() and all(
            alike(each, found[key]) for key, each in given.items()
        )
    if isinstance(given, list) and isinstance(found, list):
        return len(given) == len(found) and all(map(alike, given, found))
    if found is None:
        return given is None or given == [] or given == {}
    return isinstance(found, str) and says(found, given)


def worth(given: Any) -> Any:
    """Return *given* without its nulls, and without what is empty then."""
    if isinstance(given, dict):
        made = {key: worth(each) for key, each in given.items()}
        return {k: v for k, v in made.items() if not (v is None or v == {} or v == [])}
    if isinstance(given, list):
        return [worth(each) for each in given if each is not None]
    return given
