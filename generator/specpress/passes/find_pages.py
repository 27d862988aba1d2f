"""Operations that answer a list in pages, recognised by names and types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api, Operation, Pagination, Parameter
from specpress.ir.types import Integer, Number, Type
from specpress.passes.page_answers import Answer, answer_of
from specpress.passes.page_words import PARAMETERS, SIZES, word

_STYLES: Final[tuple[Literal["cursor", "link", "offset", "page"], ...]] = (
    "cursor",
    "link",
    "offset",
    "page",
)


def find_pages(api: Api, report: Report) -> Api:
    """Return *api* in which each operation that answers a list in pages says how.

    What a description or the configuration tells of pages stands; what it leaves out
    of them is filled in. By what others were recognised is their evidence, which
    `inspect` shows: *report* is told nothing.
    """
    types = {decl.id: decl.type for decl in api.types}
    return replace(
        api,
        operations=tuple(_operation(each, types) for each in api.operations),
    )


def _operation(operation: Operation, types: Mapping[str, Type]) -> Operation:
    told = operation.pagination
    if told is not None and told.style == "none":
        return replace(operation, pagination=None)
    if told is None and operation.method not in ("GET", "QUERY"):
        return operation
    if (answer := answer_of(operation, types)) is None:
        return operation
    if told is not None:
        return replace(operation, pagination=_filled(told, answer))
    return replace(operation, pagination=_found(operation, answer))


def _filled(told: Pagination, answer: Answer) -> Pagination:
    """Return *told* with what is only seen in the *answer*."""
    return replace(
        told, items=told.items or answer.items, more=told.more or answer.more
    )


def _found(operation: Operation, answer: Answer) -> Pagination | None:
    """Return how *operation* goes from page to page; None where it does not."""
    query = [p for p in operation.parameters if p.location == "query"]
    size = next((p for p in query if word(p.name) in SIZES), None)
    for style in _STYLES:
        said: list[str] = []
        parameter: Parameter | None = None
        following = None
        if style == "link":
            following = answer.link
            if following is None and not (answer.has_link_header and _any(query)):
                continue
            said.append(f"the answer's {following or 'header Link'}")
        else:
            parameter = _named(query, style)
            if parameter is None:
                continue
            said.append(f"the parameter {parameter.name!r}")
        if style == "cursor":
            following = answer.next
            if following is None:
                continue
            said.append(f"the answer's {following}")
        said.append(f"the list in {answer.items}")
        return Pagination(
            style=style,
            parameter=parameter.name if parameter else None,
            size=size.name if size else None,
            next=following,
            items=answer.items,
            more=answer.more,
            start=_start(parameter) if parameter else None,
            evidence=", ".join(said),
            span=(parameter or operation).span,
            origin="default",
        )
    return None


def _any(query: Sequence[Parameter]) -> bool:
    """Tell whether any of *query* is about pages."""
    names = SIZES.union(*PARAMETERS.values())
    return any(word(parameter.name) in names for parameter in query)


def _named(query: Sequence[Parameter], style: str) -> Parameter | None:
    """Return the one of *query* that says which page: a number, or a cursor of text."""
    for parameter in query:
        counts = isinstance(parameter.type, Integer | Number)
        fits = counts != (style == "cursor")
        if word(parameter.name) in PARAMETERS[style] and fits:
            return parameter
    return None


def _start(parameter: Parameter) -> int | None:
    """Return the number of the first page or item where *parameter* tells of one."""
    default = parameter.default
    if default is not None and isinstance(default.value, int):
        return default.value
    low = getattr(parameter.type, "minimum", None)
    return 0 if low is not None and float(low) == 0 else None
