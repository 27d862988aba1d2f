"""The headers of an API's responses: one attribute for all of a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.imports import CLIENT_RUNTIME, STANDARD, import_lines
from specpress.emit.python.notes import with_remarks
from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import assign
from specpress.emit.python.type_exprs import type_expr, union_expr
from specpress.emit.render import Snippet
from specpress.ir.nodes import Api, Header

HEADER_HOME: Final = "._runtime.response_headers"
"""The module that headers are defined with."""
_TAKEN: Final = ("response",)


@dataclass(frozen=True, slots=True)
class HeaderView:
    """One header: the line that defines it, and what it is."""

    line: Snippet
    doc: Snippet
    uses: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeadersView:
    """View of the module of headers."""

    imports: Snippet
    headers: tuple[HeaderView, ...]


def header_names(api: Api) -> dict[str, str]:
    """Return the attributes of the headers of *api*, by name in lower case."""
    return names_of(_every(api))


def names_of(given: Iterable[Header]) -> dict[str, str]:
    """Return the attributes of the headers *given*, by name in lower case."""
    return _attributes(_by_name(given))


def header_views(given: list[Header], types: Mapping[str, str]) -> list[HeaderView]:
    """Return the views of *given*, one for all of a name.

    *types* are the names of the declared types, by id.
    """
    found = _by_name(given)
    names = _attributes(found)
    views: list[HeaderView] = []
    for name, headers in found.items():
        expr = union_expr(type_expr(h.type, types, "signature") for h in headers)
        items = [string(headers[0].name), f"lambda: {expr.text}"]
        items += ["explode=True"] if headers[0].explode else []
        items += ["as_json=True"] if headers[0].media_type is not None else []
        head = f"{names[name]}: Header[{expr.text}] = Header("
        line = bracketed(head, items, ")", indent=4)
        doc = docstring([_said(headers)], indent=4)
        views.append(HeaderView(line, doc, expr.uses))
    return views


def _attributes(found: Mapping[str, list[Header]]) -> dict[str, str]:
    """Return the attributes of the headers *found*, by name in lower case."""
    first = {name: headers[0].name for name, headers in found.items()}
    names = assign(first.values(), _TAKEN, empty="header")
    return {name: names[spelled] for name, spelled in first.items()}


def headers_view(api: Api, types: Mapping[str, str]) -> HeadersView | None:
    """Return the view of the headers of *api*, None where it has none.

    *types* are the names of the declared types, by id.
    """
    views = header_views(list(_every(api)), types)
    used = {"Header", "ResponseHeaders"}.union(*(view.uses for view in views))
    if not views:
        return None
    below = {name: f".{module}" for name, module in CLIENT_RUNTIME.items()}
    sources = {**STANDARD, **below, "models": "."}
    sources |= {"Header": HEADER_HOME, "ResponseHeaders": HEADER_HOME}
    return HeadersView(import_lines(used, sources), tuple(views))


def _by_name(given: Iterable[Header]) -> dict[str, list[Header]]:
    """Return the headers *given* by name in lower case."""
    found: dict[str, list[Header]] = {}
    for header in given:
        found.setdefault(header.name.lower(), []).append(header)
    return dict(sorted(found.items()))


def _every(api: Api) -> Iterator[Header]:
    for operation in api.operations:
        for response in operation.responses:
            yield from response.headers


def _said(headers: list[Header]) -> str:
    told = (plain_text(h.description or "") for h in headers)
    text = next(filter(None, told), f"`{headers[0].name}`.")
    notes = ["Always there."] if all(h.required for h in headers) else []
    notes += ["Deprecated."] if all(h.deprecated for h in headers) else []
    return with_remarks(text, " ".join(notes))
