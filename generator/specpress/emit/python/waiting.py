"""Plans of waits: which operations begin what takes long, and how to ask how far it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.polling import NOT_ASKED
from specpress.emit.python.groups import SINGLE, path_word
from specpress.emit.python.paging import steps
from specpress.emit.python.plan import OperationPlan, WaitPlan
from specpress.emit.python.shape import bracketed, literal, string
from specpress.emit.python.symbols import Scope
from specpress.emit.render import Snippet
from specpress.ir.nodes import Polling

_GIVEN: Final = re.compile(r"\$request\.(?:path|query|header)\.(.+)")
_HEADER: Final = re.compile(r"\$response\.header\.(.+)")
_BODY: Final = "$response.body#/"


class _Unfit(Exception):
    """What is told of a wait can't be done; the message says why."""


def plan_waits(
    plans: Sequence[OperationPlan], taken: frozenset[str], report: Report
) -> tuple[OperationPlan, ...]:
    """Return *plans* with their waits; *taken* are other names in use.

    What the configuration tells of waiting and can't be done is reported.
    """
    order = {plan.operation.id: n for n, plan in enumerate(plans)}
    scopes: dict[str | None, Scope] = {}
    for plan in plans:
        scope = scopes.setdefault(plan.group, Scope(taken))
        for each in (plan, plan.stream, plan.pages):
            if each is not None:
                scope.add(each.method)
    apart = sum(plan.group is None for plan in plans) > SINGLE
    waits: dict[int, list[WaitPlan]] = {}
    for number, plan in enumerate(plans):
        told = plan.operation.polling
        if told is None:
            continue
        reader = plans[order[told.reader]] if told.reader else plan
        try:
            arguments = tuple(_polling(plan, reader, told, apart=apart))
        except _Unfit as why:
            if told.origin != "default":
                values = {"operation": plan.operation.id, "why": str(why)}
                report.add(NOT_ASKED.at(told.span, **values))
            continue
        wait = WaitPlan(
            f"{plan.constant}_WAIT",
            scopes[plan.group].add(f"{plan.method}_wait"),
            plan.method,
            reader.method,
            arguments,
        )
        later = max(number, order[reader.operation.id])
        waits.setdefault(later, []).append(wait)
    return tuple(
        replace(plan, waits=tuple(waits.get(number, ())))
        for number, plan in enumerate(plans)
    )


def _polling(
    plan: OperationPlan, reader: OperationPlan, told: Polling, *, apart: bool
) -> Iterator[str]:
    """Yield the arguments of the runtime's ``Polling``; *apart* where operations of the
    client itself stand in several modules."""
    if any(each.streams or len(each.ways) > 1 for each in (plan, reader)):
        raise _Unfit("it streams, or has bodies to choose from")
    here, there = plan.operation.path, reader.operation.path
    if plan.group != reader.group or (
        plan.group is None and apart and path_word(here) != path_word(there)
    ):
        raise _Unfit(f"{reader.operation.id!r} hangs on another attribute")
    if (way := steps(told.status or "")) is None:
        raise _Unfit(f"{told.status!r} is more than names of members")
    yield _tuple(map(string, way))
    yield _tuple(literal(value.value) for value in told.done)
    if told.failed:
        yield _tuple(literal(value.value) for value in told.failed)
    if told.reader is None:
        return
    names = {argument.wire: argument.name for argument in reader.arguments}
    given = {a.parameter: a.source for a in told.arguments}
    if unknown := given.keys() - names.keys():
        raise _Unfit(f"{reader.operation.id!r} has no parameter {min(unknown)!r}")
    for argument in reader.arguments:
        if argument.required and argument.wire not in given:
            raise _Unfit(f"nothing says what {argument.wire!r} is")
    own = {argument.wire: argument.name for argument in plan.arguments}
    rows = [
        f"{string(names[name])}: {_source(source, name, own)}"
        for name, source in given.items()
    ]
    yield bracketed("arguments={", rows, "}", indent=4, after=1)
    if any(_HEADER.fullmatch(source) for source in given.values()):
        yield f"path={string(there)}"


def _source(source: str, parameter: str, own: Mapping[str, str]) -> str:
    """Return where the runtime finds *source*, a runtime expression (OpenAPI 3.2)."""
    if match := _GIVEN.fullmatch(source):
        if match[1] in own:
            return _tuple([string("given"), string(own[match[1]])])
    elif match := _HEADER.fullmatch(source):
        return _tuple(map(string, ("header", match[1].lower(), parameter)))
    elif source.startswith(_BODY):
        way = source.removeprefix(_BODY).split("/")
        known = (step.replace("~1", "/").replace("~0", "~") for step in way)
        return _tuple(map(string, ("body", *known)))
    raise _Unfit(f"{source!r} leads nowhere")


def _tuple(items: Iterator[Snippet] | Sequence[Snippet] | map[Snippet]) -> str:
    parts = list(items)
    return f"({', '.join(parts)}{',' if len(parts) == 1 else ''})"


def wait_table(plan: OperationPlan) -> tuple[Snippet, ...]:
    """Return the statements that define the constants of the waits of *plan*."""
    return tuple(
        bracketed(f"{wait.constant} = Polling(", wait.polling, ")")
        for wait in plan.waits
    )


def wait_lines(plan: OperationPlan, holder: str) -> tuple[tuple[Snippet, ...], ...]:
    """Return the lines of a class, and those of its twin, that make the methods of the
    waits of *plan*; *holder* is the class."""
    lines: list[Snippet] = []
    twins: list[Snippet] = []
    for wait in plan.waits:
        head, end = f"{wait.method} =", [wait.constant]
        items = [wait.begin, *end, wait.reader]
        lines.append(bracketed(f"{head} WaitMethod(", items, ")", indent=4))
        items = [f"{holder}.{wait.begin}", *end, f"{holder}.{wait.reader}"]
        twins.append(bracketed(f"{head} AsyncWaitMethod(", items, ")", indent=4))
    return tuple(lines), tuple(twins)


def wait_uses(plan: OperationPlan) -> frozenset[str]:
    """Return the names that the text of the waits of *plan* needs imported."""
    if not plan.waits:
        return frozenset()
    return frozenset({"AsyncWaitMethod", "Polling", "WaitMethod"})
