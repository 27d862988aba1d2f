"""How an operation is called: its signatures, and what it does with its arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specpress.emit.python.arguments import Argument, BodyPlan
from specpress.emit.python.plan import OperationPlan
from specpress.emit.python.shape import annotated, bracketed, split_top, string
from specpress.emit.python.type_exprs import Expr, union_expr
from specpress.emit.render import Snippet

_OPTION_TYPES: Final = {
    "timeout": ("float | MISSING | None", "MISSING"),
    "extra_headers": ("Mapping[str, str] | None", "None"),
    "extra_query": ("Mapping[str, QueryValue] | None", "None"),
    "server_url": ("str | None", "None"),
}


def optional(expr: Expr) -> Expr:
    """Return *expr* or absent."""
    return union_expr([expr, Expr("MISSING", frozenset({"MISSING"}))])


def signature(plan: OperationPlan) -> Snippet:
    """Return the signature of the method of *plan*, to stand at column 4: behind its
    overloads, where bodies of several types may be sent."""
    if len(plan.ways) < 2:
        return Snippet(_head(plan, plan.arguments, _own(plan), "def"))
    default = string(plan.bodies[0].content.media_type)
    chosen = f"{plan.content_type}: str = {default}"
    return Snippet(
        "\n\n    ".join(
            [*_overloads(plan, "def"), _head(plan, _all(plan), chosen, "def")]
        )
    )


def twin(plan: OperationPlan, holder: str) -> Snippet:
    """Return the method of the asynchronous client, whose other one is in *holder*."""
    if plan.streams:
        line = f"{plan.method} = AsyncStreamMethod("
        given = [f"{holder}.{plan.method}", plan.constant]
        return bracketed(line, given, ")", indent=4)
    if len(plan.ways) < 2:
        line = f"{plan.method} = AsyncMethod("
        return bracketed(line, [f"{holder}.{plan.method}"], ")", indent=4)
    head = bracketed(
        f"async def {plan.method}(",
        ["self", "**arguments: object"],
        f") -> {plan.returns.text}:",
        indent=4,
        hug=False,
    )
    like = bracketed("@like(", [f"{holder}.{plan.method}"], ")", indent=4)
    given = [f"{holder}.{plan.method}", "self", "arguments"]
    call = bracketed("return await awaited(", given, ")", indent=8)
    body = f"{like}\n    {head}\n        {call}"
    return Snippet("\n\n    ".join(["", *_overloads(plan, "async def"), body]).lstrip())


def call(plan: OperationPlan) -> Snippet:
    """Return the statement that makes the call, to stand at column 8."""
    params = [f"{string(p.name)}: {p.name}" for p in plan.parameters]
    items: list[str] = [plan.constant, bracketed("{", params, "}", indent=12, after=1)]
    if plan.is_chosen:
        items.append(_choice(plan))
    elif plan.body and plan.body.spread:
        items.append(_fields(plan.body, 12))
    elif plan.body:
        items.append(plan.body.arguments[0].name)
    items += [f"{option}={name}" for option, name in plan.options.items()]
    if not plan.options:
        items.append(f"**{plan.rest}")
    return bracketed("return self._call(", items, ")", indent=8)


def uses(plan: OperationPlan) -> Iterator[str]:
    """Yield the names that the signatures and the call of *plan* need imported."""
    for body in plan.bodies:
        for argument in plan.arguments_for(body):
            yield from argument.expr.uses
            yield from () if argument.required else ("MISSING",)
    for argument in plan.parameters:
        yield from argument.expr.uses
        yield from () if argument.required else ("MISSING",)
    if plan.is_chosen:
        yield "Choice"
    if len(plan.bodies) > 1:
        yield "Literal"
    if len(plan.ways) > 1:
        yield from ("overload", "MISSING")
        yield from () if plan.streams else ("awaited", "like")
    elif not plan.streams:
        yield "AsyncMethod"
    yield from (
        ("MISSING", "Mapping", "QueryValue")
        if plan.options
        else (
            "Options",
            "Unpack",
        )
    )


def _head(
    plan: OperationPlan, arguments: Iterable[Argument], chosen: str, word: str
) -> str:
    items: list[str] = []
    for argument in arguments:
        text, value = argument.expr.text, ""
        if not argument.required:
            text, value = optional(argument.expr).text, "MISSING"
        items.append(annotated(argument.name, text, value, indent=8, after=1))
    items += [chosen] if chosen else []
    for option, name in plan.options.items():
        text, default = _OPTION_TYPES[option]
        items.append(f"{name}: {text} = {default}")
    items = ["self", "*", *items] if items else ["self"]
    if not plan.options:
        items.append(f"**{plan.rest}: Unpack[Options]")
    tail = f") -> {plan.returns.text}:"
    return bracketed(f"{word} {plan.method}(", items, tail, indent=4, hug=False)


def _overloads(plan: OperationPlan, word: str) -> Iterator[str]:
    """Yield a signature for each way in which bodies are given."""
    for index, way in enumerate(plan.ways):
        default = way[0].content.media_type if index == 0 else None
        head = _head(
            plan, plan.arguments_for(way[0]), _chosen(plan, way, default), word
        )
        yield f"@overload\n    {head} ..."


def _own(plan: OperationPlan) -> str:
    """Return the argument that chooses among bodies that are given alike, if any."""
    if len(plan.bodies) < 2:
        return ""
    return _chosen(plan, plan.bodies, plan.bodies[0].content.media_type)


def _chosen(
    plan: OperationPlan, bodies: Iterable[BodyPlan], default: str | None
) -> str:
    types = dict.fromkeys(string(body.content.media_type) for body in bodies)
    value = "" if default is None else string(default)
    kind = bracketed("Literal[", list(types), "]", indent=8, after=len(value) + 4)
    return annotated(plan.content_type, kind, value, indent=8, after=1)


def _all(plan: OperationPlan) -> list[Argument]:
    """Return the arguments of all ways at once: those of bodies may be absent."""
    found: dict[str, tuple[Argument, list[Expr]]] = {}
    for way in plan.ways:
        for argument in plan.arguments_for(way[0]):
            if argument in plan.parameters:
                continue
            _, exprs = found.setdefault(argument.name, (argument, []))
            exprs.append(argument.expr)
    bodies = [
        Argument(name, known.wire, _union(exprs), False, known.source)
        for name, (known, exprs) in found.items()
    ]
    given = (*plan.parameters, *bodies)
    return sorted(given, key=lambda argument: not argument.required)


def _union(exprs: Iterable[Expr]) -> Expr:
    """Return the union of *exprs*, each of its members once."""
    parts = (e.plus(text) for e in exprs for text in split_top(e.text, " | "))
    return union_expr(parts)


def _choice(plan: OperationPlan) -> str:
    default = plan.bodies[0]
    chosen = plan.content_type
    if len(plan.bodies) < 2:
        chosen = string(default.content.media_type)
    items = [chosen, _fields(default, 16) if default.spread else "{}"]
    whole = [b.whole.name for b in plan.bodies if b.may_be_empty or not b.spread]
    items += whole[:1]
    return bracketed("Choice(", items, ")", indent=12, after=1)


def _fields(body: BodyPlan, indent: int) -> str:
    fields = [f"{string(a.wire)}: {a.name}" for a in body.arguments]
    return bracketed("{", fields, "}", indent=indent, after=1)
