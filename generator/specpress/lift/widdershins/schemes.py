"""The list of security schemes, most of which have no name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.rendering.tables import Table, records
from specpress.lift.widdershins.blocks import Block, prose
from specpress.source import Span
from specpress.tree import Node

_KEY: Final = re.compile(
    r"API Key \((?P<name>.+?)\)\s+(?:[-*+] )?Parameter Name: \*\*(?P<key>.+?)\*\*,"
    r" in: (?P<place>\w+)\.?\s*(?P<about>.*)",
    re.DOTALL,
)
_HTTP: Final = re.compile(
    r"HTTP Authentication, scheme: (?P<scheme>\S+)\s*(?P<about>.*)", re.DOTALL
)
_OAUTH: Final = re.compile(r"oAuth2 authentication\.\s*(?P<rest>.*)", re.DOTALL)
_FLOW: Final = re.compile(r"(?:[-*+] )?Flow: (\w+)")
_URL: Final = re.compile(r"(Authorization|Token) URL = \[[^\]]*\]\(([^)]*)\)")
_URL_BARE: Final = re.compile(r"(Authorization|Token) URL = (https?://\S+)")
_ITEM: Final = re.compile(r"^[-*+] ", re.MULTILINE)
_URLS: Final = {"Authorization": "authorizationUrl", "Token": "tokenUrl"}


@dataclass(slots=True)
class Scheme:
    """A security scheme; *name* is empty where the page has none.

    *word* is the kind in one word, *shown* what the page says, *scopes* those offered.
    """

    name: str
    word: str
    shown: str
    node: Node
    scopes: set[str]


def read_schemes(blocks: Sequence[Block], report: Report) -> list[Scheme]:
    """Return the security schemes (OpenAPI 3.0.3, 4.7.23) that *blocks* list."""
    found: list[Scheme] = []
    below = False
    for block in blocks:
        if block.heads("authentication"):
            block.used = True
        elif block.table is not None and found and found[-1].node.get("flows"):
            block.used = _add_scopes(found[-1], block.table, report)
        else:
            read = [_scheme(item, block.span) for item in _items(block.text)]
            kept = [each for each in read if each is not None]
            found.extend(kept)
            block.used = bool(read) and len(kept) == len(read)
            if not kept and found and (below or block.kind != "list"):
                _describe(found[-1], block)
                below = True
            else:
                below = False
    return found


def _describe(scheme: Scheme, block: Block) -> None:
    """Add *block* to the description of *scheme*, which goes on below the list."""
    held = scheme.node.get_text("description") or ""
    text = f"{held}\n\n{prose([block])}".strip()
    members = {**scheme.node.map, "description": Node(text, block.span)}
    scheme.node = Node(members, scheme.node.span, scheme.node.key_span)


def _items(text: str) -> list[str]:
    """Return the outermost items of the list *text*; none when it is no list."""
    starts = [item.start() for item in _ITEM.finditer(text)]
    if not starts:
        return []
    ends = [*starts[1:], len(text)]
    return [text[a + 2 : b].strip() for a, b in zip(starts, ends, strict=True)]


def _scheme(text: str, span: Span) -> Scheme | None:
    shown = text.partition("\n")[0].strip()
    if key := _KEY.fullmatch(text):
        members = {"type": "apiKey", "name": key["key"], "in": key["place"]}
        node = _node(members, key["about"], span)
        return Scheme(key["name"], "key", shown, node, set())
    if http := _HTTP.fullmatch(text):
        members = {"type": "http", "scheme": http["scheme"]}
        node = _node(members, http["about"], span)
        return Scheme("", http["scheme"].lower(), shown, node, set())
    if oauth := _OAUTH.fullmatch(text):
        return _oauth(oauth["rest"], shown, span)
    return None


def _oauth(text: str, shown: str, span: Span) -> Scheme:
    parts = _FLOW.split(text)
    flows: dict[str, object] = {}
    for flow, rest in zip(parts[1::2], parts[2::2], strict=True):
        urls = _URL.findall(rest) or _URL_BARE.findall(rest)
        told = {_URLS[kind]: url for kind, url in urls}
        flows[flow] = {**told, "scopes": {}}
    node = _node({"type": "oauth2", "flows": flows}, parts[0], span)
    return Scheme("", "oauth", shown, node, set())


def _node(given: Mapping[str, object], about: str, span: Span) -> Node:
    members = dict(given)
    text = " ".join(about.split()).rstrip("- ").strip()
    if text:
        members["description"] = text
    return Node.of(members, span)


def _add_scopes(scheme: Scheme, table: Table, report: Report) -> bool:
    """Add the scopes in *table* to the last flow of *scheme* that has none."""
    flows = scheme.node.get("flows")
    if flows is None:
        return False
    scopes = {
        row.text("scope"): Node(row.text("description"), row.span_of("description"))
        for row in records(table, ("scope",), ("description",), report)
    }
    empty = [flow for flow in flows.map.values() if not _scopes(flow)]
    if empty and isinstance(empty[0].value, dict):
        empty[0].value["scopes"] = Node(dict(scopes), table.span)
        scheme.scopes.update(scopes)
    return bool(empty)


def _scopes(flow: Node) -> bool:
    held = flow.get("scopes")
    return held is not None and bool(held.map)
