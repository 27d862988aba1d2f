"""Bodies and responses of the html2 generator: JSON that a script shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.scripts import json_after
from specpress.readers.element import Element
from specpress.tree import Node

_WRAPPER: Final = re.compile(r"\bvar schemaWrapper\s*=\s*(?=[{\[])")
_TOLD: Final = re.compile(r"\bvar response\w*_description\s*=\s*`((?:[^`\\]|\\.)*)`")
_RESPONSE: Final = frozenset(("description", "content", "headers", "links", "$ref"))


def wrapper_of(element: Element, what: str, path: str, report: Report) -> Node | None:
    """Return the JSON that a script in *element* wraps; None when there is none."""
    for script in (each for each in element.walk() if each.tag == "script"):
        text = script.source.text[script.inner.start : script.inner.end]
        if found := _WRAPPER.search(text):
            return json_after(script, found.end(), what, path, report)
    return None


def read_answer(
    head: Element,
    part: Sequence[Element],
    accepts: Sequence[str],
    account: Account,
    report: Report,
) -> Node:
    """Return the response (OpenAPI 3.0.3, 4.7.17) that the elements *part* show."""
    scripts = [each for each in part if each.tag == "script"]
    account.take(*(e for e in part if e.has("tab-content") or e.has("tab-pane")))
    described = _described(scripts)
    for script in scripts:
        text = script.source.text[script.inner.start : script.inner.end]
        if not (found := _WRAPPER.search(text)):
            continue
        node = json_after(script, found.end(), "a response", "script", report)
        if node is None:
            continue
        members = _members(node, accepts, report)
        told = members.get("description") or described or Node("", head.span)
        return Node({**members, "description": told}, node.span, head.span)
    told = described or Node("", head.span)
    return Node({"description": told}, head.span, head.span)


def _members(node: Node, accepts: Sequence[str], report: Report) -> dict[str, Node]:
    """Return the members of a response; older pages have its schema only."""
    if _RESPONSE.intersection(node.map) and "type" not in node.map:
        return {key: each for key, each in node.items() if key in _RESPONSE}
    schema = node.map.get("schema", node)
    if not schema.map:
        return {}
    media = accepts[0] if accepts else "application/json"
    if len(accepts) != 1:
        report.add(MEDIA_UNKNOWN.at(node.span, what="the response", media=media))
    content = {media: Node({"schema": schema}, node.span)}
    return {"content": Node(content, node.span)}


def _described(scripts: Sequence[Element]) -> Node | None:
    """Return the description that stands in a script as a template literal."""
    for script in scripts:
        text = script.source.text[script.inner.start : script.inner.end]
        if found := _TOLD.search(text):
            start = script.inner.start + found.start(1)
            span = script.source.span(start, start + len(found[1]))
            return Node(re.sub(r"\\([`$\\])", r"\1", found[1]), span)
    return None
