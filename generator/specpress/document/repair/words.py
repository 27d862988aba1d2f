"""Words of a parameter that OpenAPI writes otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.diagnostics.codes.repair import WORD
from specpress.document.rebuild import Members, like
from specpress.document.repair.scope import Scope
from specpress.tree import Node

_LOCATIONS: Final[Mapping[str, str]] = {
    "url": "path",
    "uri": "path",
    "querystring": "query",
    "params": "query",
    "headers": "header",
    "cookies": "cookie",
    "form": "formData",
    "formdata": "formData",
}
_STYLES: Final[Mapping[str, str]] = {
    "comma": "csv",
    "space": "ssv",
    "tab": "tsv",
    "pipe": "pipes",
}
_KNOWN: Final = ("path", "query", "header", "cookie", "body")


def fix_words(members: Members, _: Node, scope: Scope) -> Members:
    """Return *members*, of a parameter, with a location and a collection format that
    OpenAPI knows."""
    located = _word(members, "in", "location", _LOCATIONS, scope)
    return _word(located, "collectionFormat", "collection format", _STYLES, scope)


def _word(
    members: Members, key: str, what: str, words: Mapping[str, str], scope: Scope
) -> Members:
    node = members.get(key)
    if node is None or node.text is None or node.text in ("formData", "querystring"):
        return members
    word = node.text.strip().lower()
    new = words.get(word, word if word in (*_KNOWN, *words.values()) else node.text)
    if new == node.text:
        return members
    told = {"what": what, "found": repr(node.text), "instead": repr(new)}
    scope.report.add(WORD.at(node.span, **told))
    return {**members, key: like(node, new)}
