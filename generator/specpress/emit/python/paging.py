"""Plans of pages: which operations go on from page to page, and under which name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.pages import NO_LIST, NO_PARAMETER, NOT_A_WAY
from specpress.emit.python.arguments import Argument
from specpress.emit.python.plan import OperationPlan, PagesPlan
from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import Scope, field_names
from specpress.emit.render import Snippet
from specpress.ir.media import is_json
from specpress.ir.nodes import Pagination, Parameter, TypeDecl
from specpress.ir.types import List, Null, Object, Ref, Type, Union

_WAY: Final = re.compile(
    r"\$((?:\.[^.\[\]*]+|\['(?:[^'\\]|\\.)*'\]|\[\"[^\"\\]*\"\])*)"
)
_STEP: Final = re.compile(r"\.([^.\[\]*]+)|\['((?:[^'\\]|\\.)*)'\]|\[\"([^\"\\]*)\"\]")


class _Unfit(Exception):
    """What is told of pages can't be done."""


def plan_pages(
    plans: Sequence[OperationPlan],
    decls: Mapping[str, TypeDecl],
    taken: frozenset[str],
    report: Report,
) -> tuple[OperationPlan, ...]:
    """Return *plans* with their pages; *taken* are other names in use.

    What a description tells of pages and can't be done is reported.
    """
    scopes: dict[str | None, Scope] = {}
    for plan in plans:
        scope = scopes.setdefault(plan.group, Scope(taken))
        scope.add(plan.method)
        if plan.stream is not None:
            scope.add(plan.stream.method)
    return tuple(_planned(plan, decls, scopes[plan.group], report) for plan in plans)


def _planned(
    plan: OperationPlan, decls: Mapping[str, TypeDecl], scope: Scope, report: Report
) -> OperationPlan:
    told = plan.operation.pagination
    if told is None or plan.streams or len(plan.ways) > 1:
        return plan
    try:
        arguments = tuple(_paging(plan, told, report))
        attribute = _attribute(plan, told, decls, report)
    except _Unfit:
        return plan
    pages = PagesPlan(
        f"{plan.constant}_PAGES",
        scope.add(f"{plan.method}_iter"),
        arguments,
        attribute,
    )
    return replace(plan, pages=pages)


def _paging(plan: OperationPlan, told: Pagination, report: Report) -> Iterator[str]:
    """Yield the arguments of the runtime's ``Paging``."""
    yield string(told.style)
    names = {a.wire: a.name for a in plan.arguments}
    for key, wire in (("argument", told.parameter), ("size", told.size)):
        if wire is not None and wire not in names:
            if key == "size":
                continue
            values = {"operation": plan.operation.id, "name": wire}
            report.add(NO_PARAMETER.at(told.span, **values))
            raise _Unfit
        if wire is not None:
            yield f"{key}={string(names[wire])}"
    for key, path in (("next", told.next), ("items", told.items), ("more", told.more)):
        if path is not None and (way := _way(path, plan, told, report)):
            yield bracketed(f"{key}=(", [*map(string, way), ""], ")").replace(
                ", )", ",)"
            )
    if told.start is not None:
        yield f"start={told.start}"
    if told.style == "link":
        query = [a for a in plan.parameters if _is_query(a)]
        own = [f"{string(a.wire)}: {string(a.name)}" for a in query if not a.required]
        fixed = [string(a.wire) for a in query if a.required]
        if own:
            yield bracketed("query={", own, "}", indent=4, after=1)
        if fixed:
            yield f"fixed=({', '.join(fixed)},)"


def _is_query(argument: Argument) -> bool:
    source = argument.source
    return isinstance(source, Parameter) and source.location == "query"


def steps(path: str) -> list[str] | None:
    """Return the members that *path*, of JSONPath (RFC 9535), leads through; None where
    it is more than names of them.

    >>> steps("$.meta['next-page']"), steps("$..next")
    (['meta', 'next-page'], None)
    """
    if (match := _WAY.fullmatch(path)) is None:
        return None
    found = _STEP.findall(match[1])
    return ["".join(step).replace("\\'", "'") for step in found]


def _way(path: str, plan: OperationPlan, told: Pagination, report: Report) -> list[str]:
    """Return the members that *path* leads through."""
    if (found := steps(path)) is None:
        values = {"operation": plan.operation.id, "path": path}
        report.add(NOT_A_WAY.at(told.span, **values))
        raise _Unfit
    return found


def _attribute(
    plan: OperationPlan,
    told: Pagination,
    decls: Mapping[str, TypeDecl],
    report: Report,
) -> str:
    """Return what stands behind ``page`` for the items of one: ``.data``, or nothing.

    Raises `_Unfit` where the answer has no list there.
    """
    contents = [
        content
        for response in plan.operation.responses
        if response.status[0] == "2"
        for content in response.contents
        if is_json(content.media_type)
    ]
    way = _way(told.items or "$", plan, told, report)
    whole = contents[0].type if contents else None
    text = ""
    for name in way:
        object_ = _resolved(whole, decls, optional=bool(text))
        fields = object_.fields if isinstance(object_, Object) else ()
        found = next((field for field in fields if field.name == name), None)
        if found is None or (name != way[-1] and not found.required):
            whole = None
            break
        text, whole = f"{text}.{field_names(fields)[name]}", found.type
    if len(contents) != 1 or not isinstance(_resolved(whole, decls), List):
        values = {"operation": plan.operation.id, "path": told.items or "$"}
        if told.origin != "default":
            report.add(NO_LIST.at(told.span, **values))
        raise _Unfit
    return text


def _resolved(
    type_: Type | None, decls: Mapping[str, TypeDecl], *, optional: bool = True
) -> Type | None:
    """Return *type_* behind its names, and without null where it is *optional*."""
    for _ in range(len(decls) + 2):
        match type_:
            case Ref(target=target) if target in decls:
                type_ = decls[target].type
            case Union(members=(Null(), other) | (other, Null())) if optional:
                type_ = other
            case _:
                break
    return type_


def page_table(plan: OperationPlan) -> tuple[Snippet, ...]:
    """Return the statement that defines the constant of the pages of *plan*, if any."""
    if plan.pages is None:
        return ()
    head = f"{plan.pages.constant} = Paging("
    return (bracketed(head, plan.pages.paging, ")"),)


def page_lines(plan: OperationPlan, holder: str) -> tuple[Snippet, Snippet]:
    """Return the lines of a class, and of its twin, that make the method of the pages
    of *plan*; *holder* is the class."""
    if plan.pages is None:
        return Snippet(""), Snippet("")
    items = [plan.pages.constant, f"lambda page: page{plan.pages.attribute}"]
    head = f"{plan.pages.method} ="
    twin = [f"{holder}.{plan.method}", *items]
    return (
        bracketed(f"{head} PagesMethod(", [plan.method, *items], ")", indent=4),
        bracketed(f"{head} AsyncPagesMethod(", twin, ")", indent=4),
    )


def page_uses(plan: OperationPlan) -> frozenset[str]:
    """Return the names that the text of the pages of *plan* needs imported."""
    if plan.pages is None:
        return frozenset()
    return frozenset({"AsyncPagesMethod", "PagesMethod", "Paging"})
