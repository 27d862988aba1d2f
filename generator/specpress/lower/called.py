"""What the description wants things called: names from published extensions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.dialects import NO_NAME, TAKEN
from specpress.document.dialects import Named, named
from specpress.ir.words import fold
from specpress.tree import Node

_NAME: Final = re.compile(r"[^\W\d_][\w.\-]*(?: [^\W\d_][\w.\-]*)*|_\w*[^\W_]\w*")


def called(node: Node, kind: Named, report: Report) -> str | None:
    """Return what *node*, a *kind*, is to be called; None where it does not say.

    A name that can't be made one of a program is reported.

    >>> called(Node.of({"x-speakeasy-group": "pets.toys"}), "group", Report())
    'pets.toys'
    """
    said = named(node, kind)
    if said is None:
        return None
    if _NAME.fullmatch(said.text) and fold(said.text):
        return said.text
    name = said.node.plain() if not said.text else said.text
    report.add(NO_NAME.at(said.node.span, key=said.key, name=name))
    return None


def called_types(document: Node, report: Report) -> Mapping[str, str]:
    """Return what the schemas among the components of *document* are to be called, by
    their names there; a name that another one has is reported and left out."""
    components = document.get("components")
    schemas = components.get("schemas") if components is not None else None
    if schemas is None:
        return {}
    given = {
        name: text
        for name, node in schemas.items()
        if (text := called(node, "type", report)) and text != name
    }
    holders: dict[str, list[str]] = {}
    for name in schemas.map:
        for each in {fold(name), fold(given.get(name, name))}:
            holders.setdefault(each, []).append(name)
    kept: dict[str, str] = {}
    for name, text in given.items():
        others = [other for other in holders[fold(text)] if other != name]
        if not others:
            kept[name] = text
        elif (said := named(schemas.map[name], "type")) is not None:
            report.add(TAKEN.at(said.node.span, name=text, other=others[0]))
    return kept
