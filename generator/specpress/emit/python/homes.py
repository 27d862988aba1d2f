"""Which types share a module of models: those that are loaded together anyway."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from specpress.emit.python.components import components


def homes(
    graph: Mapping[str, Sequence[str]], aliases: Collection[str], asked: Collection[str]
) -> dict[str, list[str]]:
    """Return the types of each module, by the type that it is named after.

    *graph* maps each type to those that it needs. Types that need each other share a
    module. So do a type and the one module that needs it, unless it is *asked* for by
    itself; and one of the *aliases* and the one module that it needs. No two modules
    need each other.
    """
    groups = components(graph)
    home = _Homes({id_: n for n, group in enumerate(groups) for id_ in group})
    needs: list[set[int]] = [set() for _ in groups]
    users: list[set[int]] = [set() for _ in groups]
    for id_, targets in graph.items():
        for target in targets:
            one, two = home.first[id_], home.first[target]
            if one != two:
                needs[one].add(two)
                users[two].add(one)
    for number, group in enumerate(groups):  # what is needed comes first
        there = {home.of(target) for target in needs[number]}
        if len(there) == 1 and all(id_ in aliases for id_ in group):
            home.move(number, there.pop())
    for number in range(len(groups) - 1, -1, -1):  # those that need come first
        group = groups[number]
        if home.moved(number) or any(id_ in asked for id_ in group):
            continue
        there = {home.of(user) for user in _users(number, users, home)}
        there.discard(number)
        if len(there) == 1:
            home.move(number, there.pop())
    found: dict[str, list[str]] = {}
    for id_ in graph:
        head = groups[home.of(home.first[id_])][0]
        found.setdefault(head, []).append(id_)
    return found


class _Homes:
    """Where each group of types lives: with itself, until it moves in elsewhere."""

    def __init__(self, first: Mapping[str, int]) -> None:
        self.first = first
        self._moved: dict[int, int] = {}
        self.guests: dict[int, list[int]] = {}

    def of(self, number: int) -> int:
        """Return the group that the group *number* lives with."""
        while number in self._moved:
            number = self._moved[number]
        return number

    def moved(self, number: int) -> bool:
        """Return whether the group *number* lives with another."""
        return number in self._moved

    def move(self, number: int, there: int) -> None:
        """Let the group *number*, and all that live with it, live with *there*."""
        self._moved[number] = there
        guests = self.guests.pop(number, [])
        self.guests.setdefault(there, []).extend((number, *guests))


def _users(number: int, users: Sequence[set[int]], home: _Homes) -> set[int]:
    """Return the groups that need *number* or one that lives with it."""
    inside = (number, *home.guests.get(number, ()))
    return set[int]().union(*(users[each] for each in inside))
