"""Mined facts as an OpenAPI Overlay, to be reviewed and kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from specpress.document.dialects import TOLD
from specpress.prose.apply import note_of
from specpress.prose.keywords import keywords
from specpress.prose.mined import ENFORCED, Mined
from specpress.prose.subjects import Path
from specpress.tree import Node


def overlay_of(document: Node, mined: Sequence[Mined]) -> Node:
    """Return an Overlay (1.0) that says by the schemas of *document* what is *mined*.

    What there is no keyword for, and what is not sure, goes into an extension; what is
    against a schema is left out. Applied, the same facts are told by the schema.
    """
    actions: list[dict[str, object]] = []
    for each in mined:
        if each.against:
            continue
        added = keywords(each, document) if each.fact.confidence >= ENFORCED else {}
        sentence = " ".join(each.fact.sentence.split())
        for path, members in added.items():
            actions.append(_action(path, members, sentence))
        if not added:
            note = note_of(each)
            kept = {k: note[k] for k in ("kind", "value", "sentence", "confidence")}
            actions.append(_action(each.subject.path, {TOLD: [kept]}, sentence))
    title = document.get("info")
    name = None if title is None else title.get_text("title")
    return Node.of(
        {
            "overlay": "1.0.0",
            "info": {
                "title": f"What the descriptions of {name or 'the API'} tell",
                "version": "1.0.0",
            },
            "actions": actions,
        },
        origin="prose",
    )


def _action(path: Path, update: dict[str, object], sentence: str) -> dict[str, object]:
    return {"target": json_path(path), "description": sentence, "update": update}


def json_path(path: Iterable[str | int]) -> str:
    """Return the JSONPath query (RFC 9535) that selects what stands at *path*.

    >>> json_path(("paths", "/it's", "parameters", 0))
    "$['paths']['/it\\\\'s']['parameters'][0]"
    """
    return "$" + "".join(
        f"[{step}]" if isinstance(step, int) else f"[{_quoted(step)}]" for step in path
    )


def _quoted(name: str) -> str:
    """Return *name* as a string of JSONPath in single quotes (RFC 9535, 2.3.1.1)."""
    inner = json.dumps(name, ensure_ascii=False)[1:-1]
    return "'" + inner.replace('\\"', '"').replace("'", "\\'") + "'"
