"""The server of a page, and how its callers say who they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from specpress.lift.generic.blocks import Code, Section
from specpress.lift.generic.curl import Curl, read_curl
from specpress.lift.generic.endpoint import urls
from specpress.lift.generic.inner import text_of
from specpress.lift.generic.vocabulary import section_role
from specpress.source import NOWHERE, Span
from specpress.tree import Node

_BASE: Final = re.compile(
    r"\b(?:base|root|endpoint|server|host|api)(?:\s+(?:api|path))?\s*(?:url|uri|address|endpoint|path|host|hostname|root)?s?\b[^.]{0,60}?$"
    r"|all (?:api )?(?:requests|urls|endpoints|calls|methods|paths)\b.{0,80}$"
    r"|\b(?:relative to|prefixed with|begin with|start with|hosted at|available at|accessed (?:at|via|from)|located at|served from|sent to|made to)\b.{0,40}$",
    re.IGNORECASE | re.DOTALL,
)
_KEY: Final = re.compile(
    r"^(?:x-)?(?:[\w-]*-)?(?:api[-_]?key|auth[-_]?token|access[-_]?token|api[-_]?token|auth[-_]?key|token|apikey|key)$",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(
    r"\b([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)\b\s*(?:header|:)", re.IGNORECASE
)
_QUERY: Final = re.compile(
    r"[?&]((?:api|access|auth)[-_]?(?:key|token)|apikey|token|key|appid)=",
    re.IGNORECASE,
)


def find_base(root: Section, servers: Iterable[str]) -> tuple[str, Span] | None:
    """Return the URL that paths begin after: what the page says, else what it uses."""
    stated: list[tuple[str, Span]] = []
    used: Counter[str] = Counter(server for server in servers if server)
    seen: list[tuple[str, Span]] = []
    for section in root.walk():
        titled = _BASE.search(section.title) is not None
        for block in section.blocks:
            text = text_of(block)
            for url in urls(text):
                if re.search(
                    r"\.(?:png|jpe?g|svg|html?|md|pdf)$|github\.com/[^/]+/[^/]+", url
                ):
                    continue
                before = text[: text.find(url)]
                if (titled or _BASE.search(before[-160:])) and "?" not in url:
                    stated.append((url, block.span))
                elif isinstance(block, Code) and (curl := read_curl(text)) and curl.url:
                    host = re.match(r"https?://[^/?#]+", curl.url)
                    if host:
                        seen.append((host[0], block.span))
    if stated:
        url, span = stated[0]
        return _without_example(url).rstrip("/"), span
    if used:
        return max(used, key=lambda server: used[server]), NOWHERE
    if seen:
        hosts = Counter(host for host, _ in seen)
        best = max(hosts, key=lambda host: hosts[host])
        return best, next(span for host, span in seen if host == best)
    return None


def _without_example(url: str) -> str:
    """Return *url* up to a placeholder or a dot path in it."""
    return re.sub(r"/(?:\.\.\.|…|\{[^}]*\}|<[^>]*>)?$", "", url.split("?")[0])


def server_node(url: str, span: Span) -> Node:
    """Return the Server Objects for *url*, whose placeholders become variables.

    >>> server_node("https://x.com/bot<token>", NOWHERE).plain()[0]["url"]
    'https://x.com/bot{token}'
    """
    names: list[str] = []

    def variable(found: re.Match[str]) -> str:
        names.append(re.sub(r"\W", "_", found[1]))
        return f"{{{names[-1]}}}"

    plain = re.sub(r"[<{]([A-Za-z][\w .-]*)[>}]", variable, url)
    server: dict[str, object] = {"url": plain}
    if names:
        server["variables"] = {name: {"default": name} for name in names}
    return Node.of([server], span, span)


def find_schemes(root: Section, commands: Sequence[Curl]) -> Node | None:
    """Return the security schemes that samples and sections about keys show, or None."""
    found: dict[str, dict[str, object]] = {}
    span = NOWHERE
    for curl in commands:
        for name, scheme in _of_curl(curl):
            found.setdefault(name, scheme)
    for section in root.walk():
        if section_role(section.title) != "auth":
            continue
        for inner in section.walk():
            for block in inner.blocks:
                text = text_of(block)
                for name, scheme in _of_text(text):
                    if found.setdefault(name, scheme) is scheme and span is NOWHERE:
                        span = block.span
    return Node.of(found, span, span, origin="prose") if found else None


def _of_curl(curl: Curl) -> Iterator[tuple[str, dict[str, object]]]:
    if curl.user is not None:
        yield "basic", {"type": "http", "scheme": "basic"}
    for name, value in curl.headers:
        if name.lower() == "authorization":
            yield from _authorization(value)
        elif _KEY.match(name):
            yield _key_name(name), {"type": "apiKey", "in": "header", "name": name}
    if query := _QUERY.search(curl.url):
        yield _key_name(query[1]), {"type": "apiKey", "in": "query", "name": query[1]}


def _authorization(value: str) -> Iterator[tuple[str, dict[str, object]]]:
    word = value.split()[0].lower() if value.split() else ""
    if word == "bearer":
        yield "bearer", {"type": "http", "scheme": "bearer"}
    elif word == "basic":
        yield "basic", {"type": "http", "scheme": "basic"}
    elif word:
        yield "authorization", {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
        }


def _of_text(text: str) -> Iterator[tuple[str, dict[str, object]]]:
    if re.search(r"\bBearer\b", text):
        yield "bearer", {"type": "http", "scheme": "bearer"}
    if re.search(r"\bBasic\s+(?:HTTP\s+)?auth|HTTP Basic", text, re.IGNORECASE):
        yield "basic", {"type": "http", "scheme": "basic"}
    for name in _HEADER.findall(text):
        if _KEY.match(name):
            yield _key_name(name), {"type": "apiKey", "in": "header", "name": name}
    if query := _QUERY.search(text):
        yield _key_name(query[1]), {"type": "apiKey", "in": "query", "name": query[1]}


def _key_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "key"
