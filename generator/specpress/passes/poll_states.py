"""What an answer says of how far something is: its state, and its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specpress.ir.media import is_json
from specpress.ir.nodes import Operation
from specpress.ir.types import Enum, Field, Integer, Object, String, Type
from specpress.ir.values import Json
from specpress.passes.near import Way, near, resolved
from specpress.passes.page_answers import path_of
from specpress.passes.page_words import word
from specpress.passes.poll_words import (
    AROUND,
    DONE,
    FAILED,
    RUNNING,
    SETTLED,
    STATUS,
    WAITING,
)

_OF_PEOPLE = "inprogress"  # by itself that is said of meetings, too


@dataclass(frozen=True, slots=True)
class States:
    """The way to the state in an answer, and which of its values are an end.

    *is_running* tells that a machine works on it in some of the others.
    """

    way: Way
    done: tuple[Json, ...]
    failed: tuple[Json, ...]
    is_running: bool

    @property
    def path(self) -> str:
        """The JSONPath query (RFC 9535) to the state."""
        return path_of(self.way)


def answer_type(operation: Operation) -> Type | None:
    """Return the type of the one JSON that *operation* answers with success."""
    good = [r for r in operation.responses if r.status[0] == "2"]
    types = {
        c.type for r in good for c in r.contents if c.type and is_json(c.media_type)
    }
    return types.pop() if len(types) == 1 else None


def states_of(answer: Type | None, types: Mapping[str, Type]) -> States | None:
    """Return what *answer* tells of states: each must be known, and one a good end."""
    fields = [] if answer is None else list(members(answer, types))
    for name in STATUS:
        for way, field in fields:
            type_ = resolved(field.type, types)
            if word(field.name) == name and isinstance(type_, Enum):
                found = _classified(way, type_)
                if found is not None:
                    return found
    return None


def _classified(way: Way, enum: Enum) -> States | None:
    values = [value for value in enum.values if isinstance(value.value, str)]
    words = {value: word(str(value.value)) for value in values}
    known = DONE | SETTLED | FAILED | RUNNING | WAITING
    ends = DONE if DONE.intersection(words.values()) else SETTLED
    done = tuple(value for value in values if words[value] in ends)
    failed = tuple(value for value in values if words[value] in FAILED)
    going = [w for w in words.values() if w in RUNNING or w in WAITING]
    if not (done and going and known.issuperset(words.values())):
        return None
    running = any(w in RUNNING for w in going) and going != [_OF_PEOPLE]
    return States(way, done, failed, running)


def members(answer: Type, types: Mapping[str, Type]) -> Iterator[tuple[Way, Field]]:
    """Yield the members of *answer* by their way, and those one level down."""
    whole = resolved(answer, types)
    if isinstance(whole, Object):
        yield from near(whole, types, AROUND, 1)


def id_in(
    answer: Type | None, parameter: str, about: str, types: Mapping[str, Type]
) -> Way | None:
    """Return the way to the member of *answer* that is the value of *parameter*, the id
    of one of those that are called *about*, such as ``jobs``."""
    singular = word(about).removesuffix("s")
    name = word(parameter)
    names = [name, f"{singular}id", *(["id"] if name.endswith("id") else [])]
    names += [f"{name}id", "id"] if name in (singular, word(about)) else []
    fields = [] if answer is None else list(members(answer, types))
    for wanted in names:
        for way, field in fields:
            plain = isinstance(resolved(field.type, types), String | Integer)
            if word(field.name) == wanted and plain:
                return way
    return None
