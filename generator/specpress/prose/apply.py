"""Applying: a document with what its prose tells in it, as far as that is wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specpress.document.dialects import TOLD
from specpress.prose.keywords import keywords
from specpress.prose.mined import Mined
from specpress.prose.subjects import Path
from specpress.tree import Node


def apply_mined(document: Node, mined: Sequence[Mined]) -> Node:
    """Return *document* with what was *mined* from it.

    Each described part holds its facts in an extension, for lowering; those to be
    enforced are keywords of its schema besides. *document* itself is not changed.
    """
    notes: dict[Path, list[Node]] = {}
    members: dict[Path, dict[str, object]] = {}
    for each in mined:
        subject = each.subject
        description = subject.description
        span = subject.node.span if description is None else description.span
        added = keywords(each, document) if each.level == "enforce" else {}
        for path, more in added.items():
            members.setdefault(path, {}).update(more)
        level = each.level
        if level == "enforce" and not added and each.fact.kind != "condition":
            level = "document"
        note = Node.of({**note_of(each), "level": level}, span, origin="prose")
        notes.setdefault(subject.path, []).append(note)
    for path, facts in notes.items():
        members.setdefault(path, {})[TOLD] = facts
    return _edited(document, members, ())


def note_of(mined: Mined) -> dict[str, object]:
    """Return *mined* as the extension has it."""
    fact = mined.fact
    return {
        "kind": fact.kind,
        "value": fact.value,
        "sentence": " ".join(fact.sentence.split()),
        "start": fact.start,
        "end": fact.end,
        "confidence": fact.confidence,
        "against": mined.against,
        "level": mined.level,
    }


def _edited(node: Node, members: Mapping[Path, dict[str, object]], path: Path) -> Node:
    """Return *node*, which stands at *path*, with the *members* to be added in it."""
    inside: dict[str | int, dict[Path, dict[str, object]]] = {}
    own: dict[str, object] = {}
    for where, added in members.items():
        if where == path:
            own = added
        else:
            inside.setdefault(where[len(path)], {})[where] = added
    if node.is_object:
        new = {
            key: _edited(value, inside[key], (*path, key)) if key in inside else value
            for key, value in node.items()
        }
        for key, value in own.items():
            new[key] = Node.of(value, node.span, origin="prose")
        return Node(new, node.span, node.key_span, node.origin)
    items = [
        _edited(value, inside[index], (*path, index)) if index in inside else value
        for index, value in enumerate(node.list)
    ]
    return Node(items, node.span, node.key_span, node.origin) if items else node
