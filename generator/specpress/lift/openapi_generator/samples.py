"""What the code samples of the html2 generator tell: servers, and authentication."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import BROKEN_ROW, SCHEME_UNNAMED
from specpress.readers.element import Element
from specpress.source import NOWHERE, Span
from specpress.tree import Node

_HEADER: Final = re.compile(r"-H\s+\"([^\":]+): ([^\"]*)\"")
_URL: Final = re.compile(r"\"((?:https?:/)?/[^\"\s]*?)\"\s*\Z")
_KINDS: Final = (
    ("oauth2", re.compile(r"// Configure OAuth2 access token for authorization: (.+)")),
    ("apiKey", re.compile(r"// Configure API key authorization: (.+)")),
    ("basic", re.compile(r"// Configure HTTP basic authorization: (.+)")),
    ("bearer", re.compile(r"// Configure HTTP bearer authorization: (.+)")),
)
"""What the sample in Java says of a security scheme."""
_OURS: Final = ("Accept", "Content-Type")


@dataclass(slots=True)
class Sampled:
    """What the samples of one operation tell, and the elements that hold them."""

    parts: list[Element] = field(default_factory=list[Element])
    accepts: list[str] = field(default_factory=list[str])
    consumes: list[str] = field(default_factory=list[str])
    security: Node | None = None


class Samples:
    """Reads the samples of all operations, for what they tell together."""

    def __init__(self) -> None:
        self._servers: Counter[str] = Counter()
        self._schemes: dict[str, tuple[dict[str, object], Span]] = {}
        self._place = NOWHERE

    def read(self, box: Element, path: str, report: Report) -> Sampled:
        """Return what the samples in *box*, of the operation at *path*, tell."""
        found = Sampled()
        headers: list[tuple[str, str]] = []
        names: list[tuple[str, str, Span]] = []
        for pane in _panes(box):
            found.parts.append(pane)
            code = next((each for each in pane.walk() if each.tag == "code"), pane)
            text = code.text.text
            if text.lstrip().startswith("curl "):
                headers.extend(_HEADER.findall(text))
                self._server(text, path, code.span)
            for kind, pattern in _KINDS:
                for name in pattern.findall(text):
                    if not name.startswith("("):
                        names.append((kind, name.strip(), code.span))
        found.parts.extend(each for each in box.walk() if each.has("nav-tabs"))
        found.accepts = _listed(headers, "Accept")
        found.consumes = _listed(headers, "Content-Type")
        scopes, tables = _scopes(box, report)
        found.parts.extend(tables)
        keys = [name for name, _ in headers if name not in _OURS]
        found.security = self._security(names, keys, headers, scopes)
        return found

    def _server(self, text: str, path: str, span: Span) -> None:
        """Note the server: the address in the sample without the path."""
        url = _URL.search(text.strip())
        if url is None:
            return
        address = url[1].partition("?")[0]
        if address.endswith(path) and len(address) > len(path):
            self._servers[address[: -len(path)]] += 1
            self._place = span

    def _security(
        self,
        names: list[tuple[str, str, Span]],
        keys: list[str],
        headers: list[tuple[str, str]],
        scopes: list[str],
    ) -> Node | None:
        requirements: list[dict[str, object]] = []
        span = names[0][2] if names else NOWHERE
        sent = [name for name in keys if _is_key(name, headers)]
        for kind, name, place in names:
            if any(name in each for each in requirements):
                continue
            scheme = self._schemes.get(name)
            if scheme is None:
                self._schemes[name] = (_scheme(kind, sent), place)
            if kind == "apiKey" and sent:
                sent.pop(0)
            requirements.append({name: scopes if kind == "oauth2" else []})
        return Node.of(requirements, span) if requirements else None

    def servers(self) -> list[Node]:
        """Return the server that most samples call (OpenAPI 3.0.3, 4.7.5)."""
        if not self._servers:
            return []
        url = min(self._servers, key=lambda each: (-self._servers[each], each))
        return [Node.of({"url": url}, self._place, origin="example")]

    def schemes(self, report: Report) -> dict[str, Node]:
        """Return the security schemes (OpenAPI 3.0.3, 4.7.23) that samples use."""
        made: dict[str, Node] = {}
        for name, (members, span) in self._schemes.items():
            if members.get("type") == "apiKey" and not members.get("name"):
                shown = f"API key {name}"
                report.add(SCHEME_UNNAMED.at(span, shown=shown, name=name))
                members = {"type": "apiKey", "in": "query", "name": name}
            made[name] = Node.of(members, span, origin="example")
        return made


def _panes(box: Element) -> list[Element]:
    """Return the elements that hold samples: those named after languages."""
    return [
        each
        for each in box.walk()
        if each.has("tab-pane")
        and re.search(r"-0-[a-z]+\Z", each.attributes.get("id", ""))
    ]


def _listed(headers: list[tuple[str, str]], name: str) -> list[str]:
    values = [value for key, value in headers if key == name]
    parts = values[0].split(",") if values else []
    return [part.strip() for part in parts if "/" in part]


def _is_key(name: str, headers: list[tuple[str, str]]) -> bool:
    return any(key == name and "apiKey" in value for key, value in headers)


def _scheme(kind: str, keys: list[str]) -> dict[str, object]:
    if kind == "oauth2":
        return {"type": "oauth2", "flows": {}}
    if kind == "apiKey":
        return {"type": "apiKey", "in": "header", "name": keys[0] if keys else ""}
    return {"type": "http", "scheme": kind}


def _scopes(box: Element, report: Report) -> tuple[list[str], list[Element]]:
    """Return the scopes that a table after the heading Scopes lists, and the table."""
    inside = False
    for each in box.walk():
        if each.tag == "h2":
            inside = each.text.text.strip().lower() == "scopes"
        elif inside and each.tag == "table":
            rows = [row for row in each.walk() if row.tag == "tr"]
            cells = [row.children[0].text.text.strip() for row in rows if row.children]
            if not all(cells):
                text = " ".join(each.text.text.split())[:60]
                report.add(BROKEN_ROW.at(each.span, text=text, path="Scopes"))
            return [name for name in cells if name], [each]
    return [], []
