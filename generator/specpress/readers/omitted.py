"""The tags that HTML lets an author leave out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

VOID: Final = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()
)
"""The elements that are a start tag only."""
_BLOCKS: Final = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2"
    " h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul".split()
)
OMISSIBLE: Final = frozenset(
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot".split()
)
"""The elements whose end tag may be left out."""


@dataclass(frozen=True, slots=True)
class _Implied:
    """A start tag of *by* ends an open *tag*, unless one of *within* stands between."""

    tag: str
    by: frozenset[str]
    within: frozenset[str]


_LISTS: Final = frozenset("ul ol menu".split())
_TABLE: Final = frozenset(("table",))
_IMPLIED: Final = (
    _Implied("p", _BLOCKS, frozenset("button table td th li dd dt".split())),
    _Implied("li", frozenset(("li",)), _LISTS),
    _Implied("dt", frozenset("dt dd".split()), frozenset(("dl",))),
    _Implied("dd", frozenset("dt dd".split()), frozenset(("dl",))),
    _Implied("option", frozenset("option optgroup".split()), frozenset(("select",))),
    _Implied("td", frozenset("td th tr tbody tfoot".split()), _TABLE),
    _Implied("th", frozenset("td th tr tbody tfoot".split()), _TABLE),
    _Implied("tr", frozenset("tr tbody tfoot".split()), _TABLE),
    _Implied("thead", frozenset("tbody tfoot".split()), _TABLE),
    _Implied("tbody", frozenset("tbody tfoot".split()), _TABLE),
    _Implied("head", frozenset(("body",)), frozenset()),
)


def implied_ends(name: str, open_: Iterable[str]) -> list[str]:
    """Return the elements that a start tag *name* ends, of those *open_* (inner first)."""
    rules = [rule for rule in _IMPLIED if name in rule.by]
    return [rule.tag for rule in rules if _reaches(rule, open_)] if rules else []


def _reaches(rule: _Implied, open_: Iterable[str]) -> bool:
    for tag in open_:
        if tag == rule.tag:
            return True
        if tag in rule.within:
            return False
    return False
