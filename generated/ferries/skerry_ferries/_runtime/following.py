"""`Turn`: from the answer with one page to the arguments of the call for the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from .json import is_object

if TYPE_CHECKING:
    from .transport import HttpResponse


class Paging(NamedTuple):
    """How an operation goes from page to page.

    *argument* says which page, *size* how long one is. *next*, *items* and *more* are
    ways into the JSON of an answer, member by member: to the cursor or link of the next
    page, to the items, and to a flag that tells of a next page. A link without *next* is
    that of the header ``Link`` (RFC 8288). *start* is the number of the first page or
    item. *query* has the optional arguments by their names in the query of a link,
    *fixed* the names there of those that every call needs.
    """

    style: Literal["cursor", "offset", "page", "link"]
    argument: str | None = None
    size: str | None = None
    next: tuple[str, ...] | None = None
    items: tuple[str, ...] = ()
    more: tuple[str, ...] | None = None
    start: int | None = None
    query: Mapping[str, str] = {}
    fixed: tuple[str, ...] = ()


class Turn:
    """The *arguments* of the next call; None after the last page."""

    __slots__ = ("_first", "_paging", "_seen", "arguments")

    def __init__(self, paging: Paging, arguments: dict[str, Any]) -> None:
        self._paging = paging
        self._first = arguments
        self._seen: set[str] = set()
        self.arguments: dict[str, Any] | None = arguments

    def follow(self, response: HttpResponse) -> None:
        """Go on to the page after that of *response*."""
        paging = self._paging
        answer = json_of(response.content)
        if paging.more and inside(answer, paging.more) is False:
            self.arguments = None
        elif paging.style == "link":
            self.arguments = self._linked(answer, response)
        elif paging.style == "cursor":
            self.arguments = self._after(inside(answer, paging.next or ()))
        else:
            found = inside(answer, paging.items)
            count = len(cast("list[object]", found)) if isinstance(found, list) else 0
            self.arguments = self._counted(count)

    def _after(self, cursor: object) -> dict[str, Any] | None:
        """Return the arguments for the page at *cursor*, which must be a new one."""
        if (
            not isinstance(cursor, str | int)
            or isinstance(cursor, bool)
            or cursor == ""
        ):
            return None
        if str(cursor) in self._seen:
            return None
        self._seen.add(str(cursor))
        return {**self._first, self._paging.argument or "": str(cursor)}

    def _counted(self, count: int) -> dict[str, Any] | None:
        """Return the arguments for the page after *count* items; a short page is the
        last one."""
        paging, now = self._paging, self.arguments or {}
        size = now.get(paging.size or "")
        if not count or (isinstance(size, int) and count < size):
            return None
        argument = paging.argument or ""
        first = (
            (1 if paging.style == "page" else 0)
            if paging.start is None
            else paging.start
        )
        given = now.get(argument)
        at = given if isinstance(given, int) else first
        step = 1 if paging.style == "page" else count
        return {**self._first, argument: at + step}

    def _linked(self, answer: object, response: HttpResponse) -> dict[str, Any] | None:
        """Return the arguments for the page that the answer links to.

        Only the query of a link is used: where it leads elsewhere, nothing is sent.
        """
        way = self._paging.next
        link = _next_link(response) if way is None else inside(answer, way)
        if not isinstance(link, str) or not link or link in self._seen:
            return None
        self._seen.add(link)
        here = str(response.request.url)
        target = urlsplit(urljoin(here, link))
        if unquote(target.path) != unquote(urlsplit(here).path):
            raise ValueError(f"the next page has another path: {target.path!r}")
        pairs: dict[str, Any] = {}
        for name, value in parse_qsl(target.query, keep_blank_values=True):
            if name not in self._paging.fixed:
                pairs.setdefault(name, []).append(value)
        own = self._paging.query.values()
        kept = {k: v for k, v in self._first.items() if k not in own}
        given: dict[str, Any] = kept.pop("extra_query", None) or {}
        return {**kept, "extra_query": {**given, **pairs}}


def _next_link(response: HttpResponse) -> str | None:
    """Return the target of the link with the relation ``next`` (RFC 8288, 3)."""
    found = response.links.get("next")
    return found["url"] if found else None


def json_of(content: bytes) -> object:
    """Return the JSON in *content*; None where it is none."""
    try:
        return json.loads(content)
    except ValueError:
        return None


def inside(answer: object, way: tuple[str, ...]) -> object:
    """Return what *answer* holds at the end of *way*; None where it holds nothing."""
    for name in way:
        if not is_object(answer):
            return None
        answer = answer.get(name)
    return answer
