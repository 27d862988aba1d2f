"""Plans of results: which media type, which coding, which type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specpress.emit.python.checks import Checks
from specpress.emit.python.formats import is_decimal
from specpress.emit.python.plan import Coding, ResultPlan
from specpress.emit.python.symbols import pascal
from specpress.emit.python.type_exprs import Expr, type_expr, union_expr
from specpress.ir.nodes import Operation, Response, TypeDecl
from specpress.ir.types import Number
from specpress.ir.walk import reachable

JSON_VALUE = Expr("JsonValue", frozenset({"JsonValue"}))
"""The type of JSON that the description says nothing of."""


def coding_of(media_type: str) -> Coding:
    """Return how bodies of *media_type* are coded (RFC 6838, RFC 6839 suffixes).

    >>> coding_of("application/problem+json; charset=utf-8"), coding_of("image/png")
    ('json', 'bytes')
    """
    name = media_type.partition(";")[0].strip().lower()
    if name == "application/json" or name.endswith("+json"):
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    return "text" if name.startswith("text/") else "bytes"


def plan_results(
    operation: Operation,
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
) -> tuple[ResultPlan, ...]:
    """Return the plans of the responses of *operation*, one per status and media type."""
    return tuple(
        plan
        for response in operation.responses
        for plan in _results(operation, response, decls, names, checks)
    )


def returned(results: Sequence[ResultPlan]) -> Expr:
    """Return the type of what a call gives back: the union over the successes."""
    good = [r for r in results if r.response.status.startswith("2")]
    good = good or [r for r in results if r.response.status == "default"]
    return union_expr(_result(plan) for plan in good) if good else Expr("None")


def _result(plan: ResultPlan) -> Expr:
    if plan.media_type is None:
        return Expr("None")
    match plan.coding:
        case "json":
            return plan.model or JSON_VALUE
        case "text" | "form":
            return Expr("str")
        case "bytes":
            return Expr("bytes")


def _results(
    operation: Operation,
    response: Response,
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
) -> list[ResultPlan]:
    if not response.contents or response.status in {"204", "205", "304"}:
        return [ResultPlan(response, None, "bytes", None, None)]
    role = f"Result{pascal(response.status, '')}"
    plans: list[ResultPlan] = []
    for content in response.contents:
        media, coding, type_ = (
            content.media_type,
            coding_of(content.media_type),
            content.type,
        )
        if coding != "json" or type_ is None:
            plans.append(ResultPlan(response, media, coding, None, None))
            continue
        model = type_expr(type_, names, "signature")
        check = checks.of(type_, operation.id, role)
        exact = any(
            isinstance(part, Number) and is_decimal(part)
            for part in reachable(type_, decls)
        )
        plans.append(ResultPlan(response, media, coding, model, check, exact))
    return plans
