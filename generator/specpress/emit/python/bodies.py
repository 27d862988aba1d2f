"""Plans of bodies and results: which media type, which coding, which arguments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.emit import BODY_ARGUMENT, RAW_BODY
from specpress.emit.forms import form_type
from specpress.emit.python.checks import Checks
from specpress.emit.python.formats import is_decimal
from specpress.emit.python.plan import Argument, BodyPlan, Coding, ResultPlan
from specpress.emit.python.symbols import field_names, pascal
from specpress.emit.python.type_exprs import Expr, type_expr, union_expr
from specpress.ir.nodes import Content, Operation, Response, TypeDecl
from specpress.ir.types import Anything, Nothing, Number, Object, Ref
from specpress.ir.walk import holder, reachable

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


def choose(contents: Sequence[Content]) -> Content:
    """Return the content to send: the first that has an encoder, else the first."""
    encoded = (c for c in contents if coding_of(c.media_type) in {"json", "form"})
    return next(encoded, contents[0])


def plan_body(
    operation: Operation,
    parameters: Sequence[Argument],
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
    report: Report,
) -> BodyPlan | None:
    """Return the plan of what *operation* sends, or None when it sends no body."""
    if operation.body is None or not operation.body.contents:
        return None
    content = choose(operation.body.contents)
    coding = coding_of(content.media_type)
    type_ = content.type
    if coding == "form":
        type_ = form_type(type_, lambda id_: decls[id_].type)
        coding = "text" if type_ is None else coding  # written by the caller
    required = operation.body.required
    if coding in {"text", "bytes"}:
        if coding == "bytes" and not _binary(content.media_type):
            values = {"operation": operation.id, "media": content.media_type}
            report.add(RAW_BODY.at(content.span, **values))
        expr = Expr("str" if coding == "text" else "bytes")
        body = _whole(expr, parameters, required=required)
        return BodyPlan(content, coding, required, None, None, None, (body,))
    model = None if type_ is None else type_expr(type_, names, "signature")
    check = checks.of(type_, operation.id, "Body")
    spread = _spread(operation, content, parameters, decls, report)
    if spread is None:
        expr = model or JSON_VALUE
        if isinstance(content.type, Ref) and isinstance(
            holder(content.type.target, decls).type, Object
        ):
            uses = ("Mapping", "JsonValue")
            expr = expr.plus(f"{expr.text} | Mapping[str, JsonValue]", *uses)
        body = _whole(expr, parameters, required=required)
        return BodyPlan(content, coding, required, model, check, None, (body,))
    given = field_names(spread.fields)
    arguments = tuple(
        Argument(
            given[f.name],
            f.name,
            type_expr(f.type, names, "signature"),
            f.required and required,
            f,
        )
        for f in spread.fields
        if not f.read_only
    )
    return BodyPlan(content, coding, required, model, check, spread, arguments)


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


def _spread(
    operation: Operation,
    content: Content,
    parameters: Sequence[Argument],
    decls: Mapping[str, TypeDecl],
    report: Report,
) -> Object | None:
    if not isinstance(content.type, Ref):
        return None
    type_ = holder(content.type.target, decls).type
    if not isinstance(type_, Object) or all(f.read_only for f in type_.fields):
        return None
    if type_.patterns or not isinstance(type_.additional, Anything | Nothing):
        return None  # arguments could not say the other keys
    taken = {argument.name for argument in parameters}
    given = field_names(type_.fields)
    for wire in (f.name for f in type_.fields if not f.read_only):
        if given[wire] in taken:
            values = {"operation": operation.id, "field": wire}
            report.add(BODY_ARGUMENT.at(content.span, **values))
            return None
    return type_


def _whole(expr: Expr, parameters: Sequence[Argument], *, required: bool) -> Argument:
    taken = {argument.name for argument in parameters}
    name = "body"
    while name in taken:
        name = f"request_{name}"
    return Argument(name, name, expr, required, None)


def _binary(media_type: str) -> bool:
    kind = media_type.partition("/")[0].lower()
    known = {"application/octet-stream", "*/*"}
    return kind in {"image", "audio", "video", "font"} or media_type in known
