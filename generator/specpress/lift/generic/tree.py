"""Facts one below another, by indentation or by names with dots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from specpress.lift.generic.facts import Fact

_STEP: Final = re.compile(r"(\[\])?(?:\.|->|\[(?=\w)|/(?=\w))")


def nested(found: Sequence[tuple[int, Fact]]) -> list[Fact]:
    """Return the facts in *found* that stand outermost, the others in them."""
    outermost: list[Fact] = []
    open_: list[tuple[int, Fact]] = []
    for depth, fact in found:
        while open_ and open_[-1][0] >= depth:
            open_.pop()
        if open_:
            open_[-1][1].children.append(fact)
        else:
            outermost.append(fact)
        open_.append((depth, fact))
    return dotted(outermost)


def dotted(facts: Iterable[Fact]) -> list[Fact]:
    """Return *facts* with ``a.b`` put into ``a``, where *facts* have an ``a``.

    >>> from specpress.source import NOWHERE
    >>> made = dotted([Fact("a", NOWHERE, ""), Fact("a[].b", NOWHERE, "")])
    >>> [child.name for child in made[0].children], made[0].schema["type"]
    (['b'], 'array')
    """
    outermost: list[Fact] = []
    known: dict[str, Fact] = {}
    for fact in facts:
        key = _key(fact.name)
        head, _, last = key.rpartition(".")
        parent = known.get(head) if head else None
        if parent is not None:
            if f"{head}.[]." in fact.name or re.search(
                rf"{re.escape(head.split('.')[-1])}\[\d*\]", fact.name
            ):
                parent.schema = parent.schema or {"type": "array", "items": {}}
            fact.name = last
            parent.children.append(fact)
        else:
            outermost.append(fact)
        known.setdefault(key, fact)
    return outermost


def _key(name: str) -> str:
    """Return *name* with every step to a property spelled as a dot."""
    plain = re.sub(r"\[\d*\](?=\.|$|\[)", "", name)
    return re.sub(r"\[([A-Za-z_]\w*)\]", r".\1", plain).replace("->", ".").strip(".")
