"""The list of ways to authenticate, which has no names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import SCHEME_UNNAMED, UNKNOWN_TEXT
from specpress.readers.element import Element
from specpress.tree import Node

_OAUTH: Final = re.compile(r"OAuth AuthorizationUrl:(\S*?)TokenUrl:(\S*)")
_KEY: Final = re.compile(
    r"APIKey KeyParamName:(.+?) KeyInQuery:(true|false) KeyInHeader:(true|false)"
)
_BASIC: Final = re.compile(r"HTTP Basic Authentication")
_BEARER: Final = re.compile(r"HTTP Bearer Token authentication(?: \((.+)\))?")
_SIGNATURE: Final = re.compile(r"HTTP signature authentication")

_Made = tuple[str, dict[str, object]]


def _oauth(found: re.Match[str]) -> _Made:
    urls = {"authorizationUrl": found[1], "tokenUrl": found[2]}
    told: dict[str, object] = {key: url for key, url in urls.items() if url}
    flow = "clientCredentials"
    if found[1]:
        flow = "authorizationCode" if found[2] else "implicit"
    return "oauth", {"type": "oauth2", "flows": {flow: {**told, "scopes": {}}}}


def _key(found: re.Match[str]) -> _Made:
    place = (
        "header" if found[3] == "true" else "query" if found[2] == "true" else "cookie"
    )
    return "key", {"type": "apiKey", "name": found[1], "in": place}


def _bearer(found: re.Match[str]) -> _Made:
    more = {"bearerFormat": found[1]} if found[1] else {}
    return "bearer", {"type": "http", "scheme": "bearer", **more}


_KINDS: Final[Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], _Made]]]] = (
    (_OAUTH, _oauth),
    (_KEY, _key),
    (_BASIC, lambda _: ("basic", {"type": "http", "scheme": "basic"})),
    (_BEARER, _bearer),
    (_SIGNATURE, lambda _: ("signature", {"type": "http", "scheme": "signature"})),
)


def read_access(items: Sequence[Element], report: Report) -> dict[str, Node]:
    """Return the security schemes (OpenAPI 3.0.3, 4.7.23) that *items* list.

    Their names are made here, since the page has none.
    """
    found: dict[str, Node] = {}
    for item in items:
        text, span = item.text.trimmed()
        made = next(
            (make(match) for rule, make in _KINDS if (match := rule.fullmatch(text))),
            None,
        )
        if made is None:
            report.add(UNKNOWN_TEXT.at(span, text=text[:60], path="Access"))
            continue
        name = made[0]
        count = 1
        while name in found:
            count += 1
            name = f"{made[0]}{count}"
        found[name] = Node.of(made[1], span)
        report.add(SCHEME_UNNAMED.at(span, shown=text[:60], name=name))
    return found


def any_of(schemes: dict[str, Node]) -> Node | None:
    """Return what operations need when no page tells: any of *schemes*, or nothing."""
    if not schemes:
        return None
    first = next(iter(schemes.values()))
    requirements: list[dict[str, list[str]]] = [{}]
    requirements.extend({name: []} for name in schemes)
    return Node.of(requirements, first.span, origin="default")
