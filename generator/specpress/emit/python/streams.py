"""Plans of streams: which operations answer one, and under which name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from specpress.emit.python.plan import OperationPlan, StreamPlan
from specpress.emit.python.results import streamed
from specpress.emit.python.shape import annotated, bracketed, string
from specpress.emit.python.symbols import Scope
from specpress.emit.render import Snippet
from specpress.ir.nodes import TypeDecl
from specpress.ir.sequences import streaming, switch


def plan_streams(
    plans: Sequence[OperationPlan],
    decls: Mapping[str, TypeDecl],
    taken: frozenset[str],
) -> tuple[OperationPlan, ...]:
    """Return *plans* with their streams; *taken* are other names in use."""
    scopes: dict[str | None, Scope] = {}
    for plan in plans:
        scopes.setdefault(plan.group, Scope(taken)).add(plan.method)
    return tuple(_planned(plan, decls, scopes[plan.group]) for plan in plans)


def _planned(
    plan: OperationPlan, decls: Mapping[str, TypeDecl], scope: Scope
) -> OperationPlan:
    kind = streaming(plan.operation)
    if kind == "no":
        return plan
    item = streamed(plan.operation, plan.results)
    if kind == "only":
        returns = item.plus(f"Stream[{item.text}]", "Stream", "STREAMED")
        return replace(plan, returns=returns, streams=True)
    where, name = switch(plan.operation, decls)
    if where == "parameter":
        name = next(a.name for a in plan.parameters if a.wire == name)
    constant = f"{plan.constant}_STREAM"
    method = scope.add(f"{plan.method}_stream")
    stream = StreamPlan(item, constant, method, (where, name))
    return replace(plan, stream=stream)


def stream_table(plan: OperationPlan) -> tuple[Snippet, ...]:
    """Return the statement that defines the constant of the stream of *plan*, if any."""
    if plan.stream is None:
        return ()
    type_ = f"StreamOf[{plan.stream.item.text}]"
    value = f"StreamOf({plan.constant})"
    return (annotated(plan.stream.constant, type_, value),)


def stream_lines(plan: OperationPlan, holder: str) -> tuple[Snippet, Snippet]:
    """Return the lines of a class, and of its twin, that make the method of the stream
    of *plan*; *holder* is the class."""
    if plan.stream is None:
        return Snippet(""), Snippet("")
    where, name = plan.stream.switch
    given = [plan.stream.constant, *([f"{where}={string(name)}"] if where else [])]
    head = f"{plan.stream.method} ="
    return (
        bracketed(f"{head} StreamMethod(", [plan.method, *given], ")", indent=4),
        bracketed(
            f"{head} AsyncStreamMethod(",
            [f"{holder}.{plan.method}", *given],
            ")",
            indent=4,
        ),
    )


def stream_uses(plan: OperationPlan) -> frozenset[str]:
    """Return the names that the text of the streams of *plan* needs imported."""
    items = [result.items.uses for result in plan.results if result.items]
    used = frozenset[str]().union(*items)
    if plan.streams:
        used |= {"AsyncStreamMethod"}
    if plan.stream is not None:
        names = {"AsyncStreamMethod", "StreamMethod", "StreamOf"}
        used |= names | plan.stream.item.uses
    return used
