"""The operations' table: the constant that says what goes over the wire."""

from __future__ import annotations

from collections.abc import Callable

from specpress.emit.python.arguments import Argument
from specpress.emit.python.bodies import coding_of
from specpress.emit.python.body_tables import body_table, in_tuple, inline
from specpress.emit.python.conditions import conditions, planned_conditions
from specpress.emit.python.plan import OperationPlan, ResultPlan
from specpress.emit.python.shape import bracketed, laid_out, literal, string
from specpress.emit.render import LINE, Snippet
from specpress.ir.media import is_form, is_json
from specpress.ir.nodes import Location, Parameter
from specpress.ir.parts import Style
from specpress.ir.security import Requirement

_STYLES: dict[Location, tuple[Style, bool]] = {
    "path": ("simple", False),
    "query": ("form", True),
    "querystring": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}
"""What OpenAPI says of style and explode where a parameter does not."""


def table(plan: OperationPlan) -> Snippet:
    """Return the statement that defines the constant of *plan*."""
    type_ = f"Operation[{plan.returns.text}]"
    return constant(plan.constant, type_, lambda indent: _items(plan, indent))


def constant(name: str, type_: str, items: Callable[[int], list[str]]) -> Snippet:
    """Return the statement that defines *name*, an instance of the generic *type_*.

    *items* returns its arguments, to stand at a column.
    """
    call = type_.partition("[")[0]
    head = f"{name}: {type_} ="
    line = f"{head} {call}("
    if len(line) <= LINE:
        return bracketed(line, items(4), ")")
    if len(f"{head} (") > LINE:
        broken = laid_out(f"{name}: ", type_, f" = {call}(")
        return bracketed(broken, items(4), ")")
    inner = bracketed(f"{call}(", items(8), ")", indent=4)
    return Snippet(f"{head} (\n    {inner}\n)")


def _items(plan: OperationPlan, indent: int) -> list[str]:
    """Return the arguments of the constant of *plan*, to stand at column *indent*."""
    operation = plan.operation
    items: list[str] = [string(operation.id), string(operation.method)]
    items.append(string(operation.path))
    if plan.parameters:
        params = [_param(argument, indent + 4) for argument in plan.parameters]
        items.append(in_tuple("params=", params, indent))
    if plan.params_model:
        items.append(f"params_model=lambda: models.{plan.params_model}")
    if plan.body:
        items.append(f"body={body_table(plan.body, indent, 5)}")
    if len(plan.bodies) > 1:
        others = [body_table(body, indent + 4, 0) for body in plan.bodies[1:]]
        items.append(in_tuple("bodies=", others, indent))
    if plan.results:
        results = [response_row(result, indent + 4) for result in plan.results]
        items.append(in_tuple("responses=", results, indent))
    if operation.security:
        choice = [_requirement(need, plan.scoped) for need in operation.security]
        items.append(in_tuple("auth=", choice, indent))
    if plan.server:
        items.append(f"server={string(plan.server)}")
    if plan.streams:
        items.append("holder=STREAMED")
    if found := planned_conditions(plan):
        items.append(conditions(found, indent))
    return items


def _requirement(need: Requirement, scoped: frozenset[str]) -> str:
    scopes = {s.scheme: s.names for s in need.scopes if s.scheme in scoped}
    items = [
        (
            inline([string(name), *map(string, scopes[name])])
            if name in scopes
            else string(name)
        )
        for name in need.schemes
    ]
    return inline(items)


def _param(argument: Argument, indent: int) -> str:
    parameter = argument.source
    items: list[str] = [string(argument.name), string(argument.wire)]
    if isinstance(parameter, Parameter):
        items += [string(parameter.location), string(argument.kind)]
        if parameter.required:
            items.append("required=True")
        style, explode = _STYLES[parameter.location]
        if parameter.media_type is not None:
            if is_json(parameter.media_type):
                items.append('style="json"')
            elif is_form(parameter.media_type):
                items.append('style="urlencoded"')
        elif parameter.style != style:
            items.append(f"style={string(parameter.style)}")
            explode = parameter.style in ("form", "cookie")
        if parameter.explode != explode and parameter.media_type is None:
            items.append(f"explode={literal(parameter.explode)}")
        if parameter.allow_reserved:
            items.append("reserved=True")
    return bracketed("Param(", items, ")", indent=indent, after=1)


def response_row(plan: ResultPlan, indent: int) -> str:
    """Return the expression of one of the responses of a constant."""
    items: list[str] = [string(plan.response.status)]
    if plan.media_type is not None:
        items.append(string(plan.media_type))
    if plan.check:
        items.append(f"lambda: {plan.check.text}")
    if plan.exact:
        items.append("exact=True")
    if plan.items:
        items.append(f"items={plan.items.text}")
    if plan.coding == "bytes" and coding_of(plan.media_type or "") == "json":
        items.append("parse=bytes")
    if plan.shape:
        items.append(f"parse=read_xml(lambda: shapes.{plan.shape})")
    if is_form(plan.media_type or "") and plan.check:
        items.append(f"parse=read_form(lambda: {plan.check.text})")
    return bracketed("Response(", items, ")", indent=indent, after=1)
