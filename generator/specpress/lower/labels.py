"""What people call the values of an enum: names and descriptions from extensions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.dialects import LABELS, NO_NAME, TAKEN, UNREADABLE
from specpress.document.dialects import LABEL_NAMES, LABEL_TEXTS, by_value
from specpress.ir.types import Label
from specpress.ir.values import Json
from specpress.tree import Node


def labels(
    schema: Node, listed: Sequence[Node], values: Sequence[Json], report: Report
) -> tuple[Label, ...]:
    """Return the labels that *schema* gives to *values*, the different ones of those
    that it has *listed*."""
    names = _names(schema, listed, report)
    texts = _texts(schema, listed, LABEL_TEXTS, "description", report)
    found = [
        Label(
            value=value,
            name=name.text if (name := names.get(value.text)) else None,
            description=text.text if (text := texts.get(value.text)) else None,
        )
        for value in values
    ]
    return tuple(label for label in found if label.name or label.description)


def _names(schema: Node, listed: Sequence[Node], report: Report) -> dict[str, Node]:
    """Return the names that can be used, by the JSON text of the value."""
    found = _texts(schema, listed, LABEL_NAMES, "name", report)
    uses = Counter(name.text for name in found.values())
    kept: dict[str, Node] = {}
    for value, name in found.items():
        text = name.text or ""
        if not text.isidentifier() or not text.strip("_"):
            report.add(NO_NAME.at(name.span, key=_key_of(name, schema), name=text))
        elif uses[text] > 1:
            other = next(v for v, n in found.items() if n.text == text and v != value)
            report.add(TAKEN.at(name.span, name=text, other=json.loads(other)))
        else:
            kept[value] = name
    return kept


def _texts(
    schema: Node,
    listed: Sequence[Node],
    keys: Sequence[str],
    member: str,
    report: Report,
) -> dict[str, Node]:
    """Return what the first of *keys* that says anything says, by the value's JSON.

    The text of a value is its entry, or the *member* of its entry.
    """
    for key in keys:
        node = schema.get(key)
        if node is None:
            continue
        if found := _of(key, node, listed, member, report):
            return found
    return {}


def _of(
    key: str, node: Node, listed: Sequence[Node], member: str, report: Report
) -> dict[str, Node]:
    spoken: Mapping[str, str] = {
        str(each.plain()): Json.of(each.plain()).text for each in listed
    }
    entries = dict(by_value(node))
    if not entries and not (node.is_object or isinstance(node.value, list)):
        report.add(UNREADABLE.at(node.span, key=key))
        return {}
    numbered = [entry for entry in entries if isinstance(entry, int)]
    if numbered and len(numbered) != len(listed):  # null may have been added
        listed = [value for value in listed if value.value is not None]
    if numbered and len(numbered) != len(listed):
        values = {"count": len(numbered), "values": len(listed)}
        report.add(LABELS.at(node.span, key=key, **values))
        return {}
    found: dict[str, Node] = {}
    for entry, said in entries.items():
        value = (
            Json.of(listed[entry].plain()).text
            if isinstance(entry, int)
            else spoken.get(entry)
        )
        text = said.get(member) if said.is_object else said
        if value is not None and text is not None and text.text:
            found.setdefault(value, text)
    return found


def _key_of(name: Node, schema: Node) -> str:
    """Return the extension of *schema* in which *name* stands."""
    for key in LABEL_NAMES:
        node = schema.get(key)
        if node is not None and node.span.start <= name.span.start < node.span.end:
            return key
    return LABEL_NAMES[0]
