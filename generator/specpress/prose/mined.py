"""What is mined from a whole document: facts with their places, held against schemas."""

from __future__ import annotations

import fnmatch
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from specpress.ir.types import Level
from specpress.prose.agree import agreed
from specpress.prose.facts import Fact
from specpress.prose.mining import mine
from specpress.prose.requests import Requests
from specpress.prose.subjects import Path, Subject, Walk
from specpress.tree import Node

ENFORCED: Final = 95
"""The confidence, in percent, from which on a fact may be enforced."""

_TYPED: Final = frozenset(("values", "condition", "deprecated"))
"""The kinds of facts that types, or warnings, can tell."""

TYPED: Final = 80
"""The confidence, in percent, from which on a fact may be a part of a type."""


@dataclass(frozen=True, slots=True)
class Mined:
    """A *fact* about a *subject* of *owner*, an operation or a type. Where it is
    *against* the schema, the schema counts. *level* is what is made of it."""

    subject: Subject
    owner: str
    fact: Fact
    against: bool
    level: Level

    @property
    def name(self) -> str:
        """What the patterns of the configuration are held against."""
        return f"{self.owner}.{self.subject.name}"


def mine_document(
    document: Node, level: Level = "document", fields: Mapping[str, Level] | None = None
) -> list[Mined]:
    """Return what the descriptions in *document* tell and its schemas don't.

    *level* is what is made of it, but for the *fields* that match a pattern of names,
    ``operation.argument`` or ``type.field``; the last pattern that matches counts.
    """
    given = fields or {}
    if level == "off" and all(each == "off" for each in given.values()):
        return []
    requests = Requests(document)
    found: list[Mined] = []
    for subject in Walk(document).subjects():
        text = subject.description
        if text is None or not text.text:
            continue
        owner = owner_of(subject.path, document)
        wanted = _level(f"{owner}.{subject.name}", level, given)
        if wanted == "off":
            continue
        about = subject.about(document)
        for fact in mine(text.text, about):
            left = agreed(fact, subject, about, document)
            if left is None:
                continue
            used = _used(left.fact, wanted, sent=requests.has(subject))
            made = "document" if left.against else used
            found.append(Mined(subject, owner, left.fact, left.against, made))
    return found


def _level(name: str, level: Level, fields: Mapping[str, Level]) -> Level:
    """Return the level of the field *name*."""
    for pattern, each in fields.items():
        if fnmatch.fnmatchcase(name, pattern):
            level = each
    return level


def _used(fact: Fact, wanted: Level, *, sent: bool) -> Level:
    """Return what can be made of *fact*, at most *wanted*; what is not *sent* by a
    client is not enforced, and nothing is that is not sure enough."""
    if wanted == "enforce" and (not sent or fact.confidence < _enforced(fact)):
        wanted = "type"
    typed = fact.kind in _TYPED and fact.confidence >= TYPED
    return "document" if wanted == "type" and not typed else wanted


def _enforced(fact: Fact) -> int:
    """Return the confidence from which on *fact* may be enforced.

    Formats and units never are, since their words say too little of what is valid; nor
    are defaults, with which no value is wrong.
    """
    return 101 if fact.kind in ("format", "unit", "default") else ENFORCED


def owner_of(path: Path, document: Node) -> str:
    """Return whose the thing at *path* is: an operation's, by its id, or else by its
    method and path; or a component's, by its name.

    >>> owner_of(("components", "schemas", "Pet", "properties", "id"), Node({}))
    'Pet'
    """
    head = [str(step) for step in path[:4]]
    if head[:1] == ["paths"] and len(head) > 2:
        node: Node | None = document
        for step in head[:3]:
            node = None if node is None else node.get(step)
        name = None if node is None else node.get_text("operationId")
        if head[2] == "parameters":
            return head[1]
        return name or f"{head[2].upper()} {head[1]}"
    if head[:1] == ["components"]:
        return head[2] if len(head) > 2 else ""
    return head[1] if len(head) > 1 else ""
