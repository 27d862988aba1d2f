"""The states that a part of a description can be in, and how they meet."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from specpress.source import NOWHERE, Span

Status: TypeAlias = Literal["honoured", "unused", "approximated", "dropped"]

_RANK: Final = {"honoured": 0, "unused": 1, "approximated": 2, "dropped": 3}


class State(NamedTuple):
    """A *status* and, for all but what is honoured, how it came to that."""

    status: Status
    why: str = ""


HONOURED: Final = State("honoured")


class Found(NamedTuple):
    """A place whose *state* is not that of what is around it.

    *key* is the span of the key the part stands under, `NOWHERE` without one.
    """

    key: Span
    span: Span
    state: State

    @property
    def file(self) -> str:
        """The file that the part is in."""
        return self.span.file if self.key == NOWHERE else self.key.file

    @property
    def position(self) -> tuple[int, int]:
        """What sorts parts by where they begin, the outer one first."""
        start = self.span.start if self.key == NOWHERE else self.key.start
        return start, -self.span.end


def rank(state: State) -> int:
    """Return how bad *state* is."""
    return _RANK[state.status]


def worst(first: State, second: State) -> State:
    """Return the worse of two states, or both reasons when they are as bad.

    >>> worst(State("unused", "a"), State("unused", "b")).why
    'a; b'
    """
    if rank(first) != rank(second):
        return first if rank(first) > rank(second) else second
    if first.why == second.why or not second.why:
        return first
    return State(first.status, f"{first.why}; {second.why}")
