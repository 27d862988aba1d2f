"""Plans of results: what each declared response is read as, and what calls return."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from specpress.emit.forms import is_file
from specpress.emit.python.bodies import JSON_VALUE, coding_of
from specpress.emit.python.checks import Checks
from specpress.emit.python.formats import is_decimal
from specpress.emit.python.framings import framing_expr
from specpress.emit.python.plan import ResultPlan
from specpress.emit.python.symbols import pascal
from specpress.emit.python.type_exprs import Expr, type_expr, union_expr
from specpress.emit.python.xml_shapes import Shapes
from specpress.ir.nodes import Content, Operation, Response, TypeDecl
from specpress.ir.sequences import successes
from specpress.ir.types import Number, String, Type
from specpress.ir.walk import reachable
from specpress.ir.xml import is_typed

_EMPTY: Final = frozenset({"204", "205", "304"})
_NONE: Final = Expr("None")


def plan_results(
    operation: Operation,
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
    shapes: Shapes,
) -> tuple[ResultPlan, ...]:
    """Return the plans of the responses of *operation*, one per status and media type."""

    def plan(response: Response) -> Iterator[ResultPlan]:
        if not response.contents or response.status in _EMPTY:
            yield ResultPlan(response, None, "bytes", None, None)
            return
        role = f"Result{pascal(response.status, '')}"
        for content in response.contents:
            yield _result(
                operation, response, content, decls, names, checks, role, shapes
            )

    return tuple(result for r in operation.responses for result in plan(r))


def returned(operation: Operation, results: Sequence[ResultPlan]) -> Expr:
    """Return the type of what a call gives back: the union over the plain successes.

    A HEAD never has a body (RFC 9110, 9.3.2).
    """
    known = [id(response) for response in successes(operation)]
    good = [r for r in results if id(r.response) in known and r.items is None]
    if operation.method == "HEAD" or not good:
        return _NONE
    return union_expr(_type(plan) for plan in good)


def streamed(operation: Operation, results: Sequence[ResultPlan]) -> Expr:
    """Return the type of the items of what a call streams: the union over the successes."""
    known = [id(response) for response in successes(operation)]
    good = [r for r in results if id(r.response) in known and r.items is not None]
    return union_expr(plan.model or JSON_VALUE for plan in good)


def answers_files(operation: Operation, results: Sequence[ResultPlan]) -> bool:
    """Return whether a success of *operation* is a file: bytes, or text of its own kind."""
    known = [id(response) for response in successes(operation)]
    good = [r for r in results if id(r.response) in known and r.media_type is not None]
    return operation.method != "HEAD" and any(
        plan.coding == "bytes"
        or (plan.coding == "text" and not _is_plain(plan.media_type or ""))
        for plan in good
    )


def _is_plain(media_type: str) -> bool:
    return media_type.partition(";")[0].strip().lower() == "text/plain"


def _type(plan: ResultPlan) -> Expr:
    if plan.media_type is None:
        return _NONE
    match plan.coding:
        case "json" | "items" | "xml":
            return plan.model or JSON_VALUE
        case "text" | "form":
            return Expr("str")
        case "bytes":
            return plan.model or Expr("bytes")


def _result(
    operation: Operation,
    response: Response,
    content: Content,
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
    role: str,
    shapes: Shapes,
) -> ResultPlan:
    media, coding = content.media_type, coding_of(content.media_type)
    type_, shape = content.type, None
    if coding == "json" and is_file(type_):
        coding = "bytes"
    if content.item is None and is_typed(content):
        coding = "xml"
        shape = shapes.of(content, f"{operation.id} {role}")
    items = None
    if content.item is not None:
        type_, coding, role = content.item, "items", f"{role}Item"
        items = framing_expr(content, decls)
    elif coding == "bytes" and is_open(media, type_):
        coding = "json"
    if coding not in ("json", "items", "xml") or type_ is None:
        return ResultPlan(response, media, coding, None, None, items=items)
    model = type_expr(type_, names, "signature")
    bare = isinstance(type_, String) and type_ == String(span=type_.span)
    check = None if items and bare else checks.of(type_, operation.id, role)
    exact = any(
        isinstance(part, Number) and is_decimal(part)
        for part in reachable(type_, decls)
    )
    return ResultPlan(response, media, coding, model, check, exact, items, shape)


def is_open(media_type: str, type_: Type | None) -> bool:
    """Return whether *media_type* is a range that leaves it open what comes, of a
    *type_* that only JSON can say.

    >>> is_open("*/*", Number()), is_open("*/*", String()), is_open("image/*", Number())
    (True, False, False)
    """
    name = media_type.partition(";")[0].strip().lower()
    text = type_ is None or isinstance(type_, String)
    return name in ("*/*", "application/*") and not text
