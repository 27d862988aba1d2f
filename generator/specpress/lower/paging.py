"""Pages and retries, as published extensions tell of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Literal, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.dialects import PAGING, RETRIES, UNREADABLE
from specpress.document import dialects
from specpress.ir.nodes import Pagination, Retries
from specpress.lower.places import place
from specpress.tree import Node

Style: TypeAlias = Literal["cursor", "offset", "page", "link"]

_STYLES: Final[Mapping[str, Style]] = {
    "cursor": "cursor",
    "offset": "offset",
    "page": "page",
    "url": "link",
}


def pagination(node: Node, report: Report) -> Pagination | None:
    """Return how the operation *node* tells to get the next page, if it does."""
    for key in dialects.PAGING:
        found = node.get(key)
        if found is None or found.value is False:
            continue
        link = found.get("nextLinkName")
        if link is not None and link.value is None:  # all comes in one page
            continue
        made = _READERS[key](found)
        if made is None:
            report.add(UNREADABLE.at(place(found), key=key))
            continue
        report.add(PAGING.at(place(found), style=made.style))
        return made
    return None


def retries(node: Node, report: Report) -> Retries | None:
    """Return when *node*, an operation or the document, tells to send a request again."""
    for key in dialects.RETRIES:
        found = node.get(key)
        if found is None:
            continue
        if not found.is_object:
            report.add(UNREADABLE.at(place(found), key=key))
            continue
        report.add(RETRIES.at(place(found)))
        return _retries(found)
    return None


def _retries(node: Node) -> Retries:
    backoff = node.get("backoff") or Node({})
    codes = node.get("statusCodes")
    connection = node.get("retryConnectionErrors")
    disabled = node.get("disabled")
    return Retries(
        enabled=not (
            (disabled is not None and disabled.value is True)
            or node.get_text("strategy") == "none"
        ),
        statuses=tuple(
            str(code.plain()).upper() for code in (codes.list if codes else ())
        ),
        first=_seconds(backoff, "initialInterval"),
        longest=_seconds(backoff, "maxInterval"),
        most=_seconds(backoff, "maxElapsedTime"),
        factor=_number(backoff, "exponent"),
        after_connection_errors=(
            connection.value
            if connection is not None and isinstance(connection.value, bool)
            else None
        ),
        span=place(node),
        origin=node.origin,
    )


def _references(node: Node) -> Pagination | None:
    """Read parts named as ``$request.page`` and ``$response.data.next``."""
    cursor, link = node.get_text("cursor"), node.get_text("next_uri")
    offset = node.get_text("offset")
    style: Style | None = (
        "cursor" if cursor else "link" if link else "offset" if offset else None
    )
    if style is None:
        return None
    asked = cursor or offset
    return Pagination(
        style=style,
        parameter=asked.rpartition(".")[2] if asked else None,
        next=_query(node.get_text("next_cursor") or link),
        items=_query(node.get_text("results")),
        span=place(node),
        origin=node.origin,
    )


def _inputs(node: Node) -> Pagination | None:
    """Read a list of inputs that say what each is for, and queries as outputs."""
    inputs, outputs = node.get("inputs"), node.get("outputs") or Node({})
    uses = {
        each.get_text("type") or "": each.get_text("name")
        for each in (inputs.list if inputs else ())
    }
    kind = node.get_text("type") or ""
    known = [word for word in ("cursor", "offset", "page") if word in uses]
    style = _STYLES.get(known[0] if known else kind)
    if style is None:
        return None
    return Pagination(
        style=style,
        parameter=uses.get(style),
        size=uses.get("limit"),
        next=outputs.get_text("nextCursor") or outputs.get_text("nextUrl"),
        items=outputs.get_text("results"),
        span=place(node),
        origin=node.origin,
    )


def _links(node: Node) -> Pagination | None:
    """Read the names of the members with the next page's link and with the items."""
    if not node.is_object:
        return None
    link = node.get_text("nextLinkName")
    return Pagination(
        style="link",
        next=None if link is None else _member(link),
        items=_member(node.get_text("itemName") or "value"),
        span=place(node),
        origin=node.origin,
    )


def _tokens(node: Node) -> Pagination | None:
    """Read the mark of operations whose parameters and answers are named by rule."""
    if node.value is not True and not node.is_object:
        return None
    return Pagination(
        style="cursor",
        parameter="page_token",
        size="limit",
        next="$.next_page",
        items="$.items",
        span=place(node),
        origin=node.origin,
    )


_READERS: Final[Mapping[str, Callable[[Node], Pagination | None]]] = {
    "x-fern-pagination": _references,
    "x-speakeasy-pagination": _inputs,
    "x-ms-pageable": _links,
    "x-dropshot-pagination": _tokens,
}


def _query(reference: str | None) -> str | None:
    """Return the JSONPath of what *reference* names in an answer.

    >>> _query("$response.data.next")
    '$.data.next'
    """
    return None if reference is None else "$" + reference.removeprefix("$response")


def _member(name: str) -> str:
    """Return the JSONPath of the member *name* of an answer.

    >>> _member("odata.nextLink")
    "$['odata.nextLink']"
    """
    return f"$.{name}" if name.isidentifier() else f"$['{name}']"


def _number(node: Node, key: str) -> float | None:
    found = node.get(key)
    value = found.value if found is not None else None
    whole = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if whole and isinstance(value, int | float) else None


def _seconds(node: Node, key: str) -> float | None:
    """Return the milliseconds of *key* as seconds."""
    value = _number(node, key)
    return None if value is None else value / 1000
