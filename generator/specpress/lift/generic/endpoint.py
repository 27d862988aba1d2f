"""``METHOD /path`` in a heading, a line, a sample or a badge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from specpress.source import Span

METHODS: Final = frozenset("get put post delete options head patch trace".split())
_METHOD: Final = r"(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)"
_PLACE: Final = r"(?:[^\s\"'`<>|,;()\\]|<[A-Za-z_][\w .:-]*>|\([^\s()]*\))+"
_LINE: Final = re.compile(
    rf"(?<![\w/-])(?P<methods>{_METHOD}(?:\s*(?:[,/|]|or|and)\s*{_METHOD})*)\b"
    rf"[\s:`'\"→>\u2013\u2014-]*(?P<place>(?:https?://|/|\{{|\.\.\./?){_PLACE}|/(?=$|[\s`\"'])"
    rf"|(?:[A-Za-z][\w.-]*)/{_PLACE})"
)
_LOOSE: Final = re.compile(
    r"(?P<methods>get|put|post|delete|options|head|patch|trace)\s*"
    rf"(?P<place>(?:https?://|/){_PLACE}|/$)",
    re.IGNORECASE,
)
_URL: Final = re.compile(rf"https?://{_PLACE}")
_PARAMETER: Final = re.compile(
    r"\{(?P<brace>[^{}/#]+)(?:#[^{}]*)?\}|<(?P<angle>[A-Za-z_][\w .-]*)(?::[^>]*)?>"
    r"|(?<=[/=.,(])(?::|\$)(?P<colon>[A-Za-z_][\w-]*)|(?<=/)\[(?P<square>[A-Za-z_][\w-]*)\]"
    r"|(?<==)\[(?P<value>[A-Za-z_][\w-]*)\]"
)
_HASH: Final = re.compile(r"#[^/]*$")
_OPTIONAL: Final = re.compile(r"\((/[^()]*)\)")
_FORMAT: Final = re.compile(r"\.(?:\{?:?format\}?|:format|\(json\|xml\)|\{json,xml\})$")


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An operation's method and path; *server* when the page gives a whole URL.

    *query* are the names that stand behind a question mark, with their values;
    *names* the parameters in the path.
    """

    method: str
    path: str
    server: str
    names: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    span: Span


def endpoints(text: str, span: Span, *, loose: bool = False) -> list[Endpoint]:
    """Return the endpoints that *text* names.

    *loose* allows methods in any case, for badges and what is marked as code.
    """
    found = list(_LINE.finditer(text))
    if not found and loose:
        found = [each for each in (_LOOSE.fullmatch(text.strip()),) if each]
    return [each for match in found for each in _made(match, span)]


def rest_of(text: str) -> str:
    """Return *text* without the endpoints in it."""
    return _LINE.sub(" ", text).strip(" \n\t:.-\u2013\u2014→`|#")


def urls(text: str) -> list[str]:
    """Return the URLs in *text*, without punctuation behind them."""
    return [match[0].rstrip(".,:;!?") for match in _URL.finditer(text)]


def _made(match: re.Match[str], span: Span) -> Iterator[Endpoint]:
    methods = re.findall(_METHOD, match["methods"].upper())
    for method in methods:
        made = endpoint(method, match["place"], span)
        if made is not None:
            yield made


def endpoint(method: str, place: str, span: Span) -> Endpoint | None:
    """Return the endpoint of *method* at *place*, a path or URL; None when it is none.

    >>> from specpress.source import NOWHERE
    >>> made = endpoint("GET", "https://api.x.com/v1/a/:id.json?b=<b>", NOWHERE)
    >>> made.server, made.path, made.names, made.query
    ('https://api.x.com', '/v1/a/{id}.json', ('id',), (('b', '{b}'),))
    """
    place = (
        place.rstrip(".:!*\u2019”") if not place.endswith("...") else place.rstrip(".")
    )
    place = place.removesuffix("?")
    server = ""
    if whole := re.match(r"https?://[^/?#]+", place):
        server = whole[0]
        place = place[whole.end() :] or "/"
    elif place.startswith("..."):
        place = place.lstrip(".")
    elif not place.startswith(("/", "{")):
        place = f"/{place}"
    place, _, query = place.partition("?")
    if place.startswith("{") and "}" in place:  # a variable for the server
        head, _, tail = place.partition("}")
        if re.search(
            r"url|host|base|server|endpoint|api", head.lower()
        ) and tail.startswith("/"):
            place = tail
        else:
            place = f"/{place}"
    place = _FORMAT.sub("", _OPTIONAL.sub(r"\1", place))
    names: list[str] = []

    def named(found: re.Match[str]) -> str:
        name = (
            found["brace"]
            or found["angle"]
            or found["colon"]
            or found["square"]
            or found["value"]
        ).strip()
        name = (
            re.split(r"[#:*?]", name)[0]
            if not name.startswith((":", "?"))
            else name[1:]
        )
        name = name.strip().replace(" ", "_").lstrip("+*")
        names.append(name)
        return f"{{{name}}}"

    path = _HASH.sub("", _PARAMETER.sub(named, place))
    if path.startswith("//") or re.search(r"[\s<>\"]", path):
        return None
    path = re.sub(r"(?<=.)/$", "", path) if place.count("/") < 1 else path
    pairs = tuple(_pairs(query))
    return Endpoint(
        method.lower(), path, server, tuple(dict.fromkeys(names)), pairs, span
    )


def _pairs(query: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"&(?:amp;)?", query.lstrip("{?&").rstrip("}")):
        name, _, value = part.partition("=")
        name = unquote(name.strip("[]{}"))
        if re.fullmatch(r"[A-Za-z_$][\w.$\[\]-]*", name):
            yield name, _PARAMETER.sub(
                lambda m: f"{{{m['brace'] or m['angle'] or m['colon'] or m['value']}}}",
                unquote(f"={value}"),
            )[1:]
