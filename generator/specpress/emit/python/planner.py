"""The planner: names every operation, argument and type of a client at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.diagnostics.codes.emit import METHOD_NAMES, OPTION_RENAMED
from specpress.emit.python.bodies import plan_body, plan_results, returned
from specpress.emit.python.groups import group_words, method_words
from specpress.emit.python.plan import Argument, ClientPlan, Kind, OperationPlan
from specpress.emit.python.reserved import (
    BUILTINS,
    CLIENT_MEMBERS,
    MODEL_GLOBALS,
    OWN_ARGUMENTS,
)
from specpress.emit.python.symbols import Scope, assign, constant, pascal, snake
from specpress.emit.python.type_exprs import TEMPORAL, type_expr
from specpress.ir.nodes import Api, Operation, Parameter, TypeDecl
from specpress.ir.types import Boolean, Integer, Number, String, Type


def plan_client(api: Api, config: Config, report: Report) -> ClientPlan:
    """Return the plan of the client for *api*: pure, and the same every time."""
    scope = Scope(MODEL_GLOBALS | BUILTINS)
    types = {decl.id: scope.add(pascal(decl.name.text)) for decl in api.types}
    decls = {decl.id: decl for decl in api.types}
    groups = group_words(api, config)
    attributes = assign(
        sorted({word for word in groups.values() if word}),
        CLIENT_MEMBERS,
        empty="group",
    )
    methods = _methods(api.operations, groups, config, report, set(attributes.values()))
    constants = Scope()
    plans = [
        _operation(operation, decls, types, scope, report)
        for operation in api.operations
    ]
    return ClientPlan(
        tuple(
            replace(
                plan,
                constant="_" + constants.add(constant(plan.operation.id)),
                method=methods[plan.operation.id],
                group=attributes.get(groups[plan.operation.id] or ""),
            )
            for plan in plans
        ),
        types,
        {attribute: word for word, attribute in attributes.items()},
    )


def _methods(
    operations: Sequence[Operation],
    groups: Mapping[str, str | None],
    config: Config,
    report: Report,
    attributes: set[str],
) -> dict[str, str]:
    out: dict[str, str] = {}
    holders: dict[tuple[str | None, str], str] = {}
    scopes: dict[str | None, Scope] = {}
    own = {"list", "dict", "str", "int", "float", "bool", "bytes", "models"}
    short = method_words(operations, groups)
    for operation in operations:
        settings = config.operations.get(operation.id)
        chosen = settings.name if settings and settings.name else None
        group = groups[operation.id]
        taken = own if group else own | CLIENT_MEMBERS | attributes
        wanted = chosen or snake(short[operation.id], "call")
        name = scopes.setdefault(group, Scope(taken)).add(wanted)
        first = holders.setdefault((group, wanted), operation.id)
        if first != operation.id:
            values = {"first": first, "second": operation.id, "name": wanted}
            report.add(METHOD_NAMES.at(operation.span, **values, instead=name))
        out[operation.id] = name
    return out


def _operation(
    operation: Operation,
    decls: Mapping[str, TypeDecl],
    types: Mapping[str, str],
    scope: Scope,
    report: Report,
) -> OperationPlan:
    parameters = _parameters(operation.parameters, types)
    body = plan_body(operation, parameters, decls, types, report)
    results = plan_results(operation, types)
    taken = {a.name for a in (*parameters, *(body.arguments if body else ()))}
    options = {name: _option(name, taken) for name in OWN_ARGUMENTS}
    for name, instead in options.items():
        if name != instead:
            values = {"operation": operation.id, "name": name, "instead": instead}
            report.add(OPTION_RENAMED.at(operation.span, **values))
    rich = any(argument.kind == "rich" for argument in parameters)
    return OperationPlan(
        operation=operation,
        constant="",
        method="",
        group=None,
        parameters=parameters,
        body=body,
        results=results,
        returns=returned(results),
        options=options,
        params_model=scope.add(pascal(operation.id) + "Params") if rich else None,
    )


def _parameters(
    parameters: Sequence[Parameter], types: Mapping[str, str]
) -> tuple[Argument, ...]:
    scope = Scope({"self"})
    return tuple(
        Argument(
            scope.add(snake(p.name, "param")),
            p.name,
            type_expr(p.type, types, "signature"),
            p.required,
            p,
            kind_of(p.type),
        )
        for p in parameters
    )


def kind_of(type_: Type) -> Kind:
    """Return how a parameter of *type_* is checked; rich unless it is a bare scalar."""
    match type_:
        case Boolean():
            return "boolean"
        case Integer(format=format_, span=span):
            bare = type_ == Integer(format=format_, span=span)
            return "integer" if bare else "rich"
        case Number(format=format_, span=span):
            bare = type_ == Number(format=format_, span=span)
            return "number" if bare else "rich"
        case String(format=format_, span=span) if format_ not in TEMPORAL:
            bare = type_ == String(format=format_, span=span)
            return "string" if bare else "rich"
        case _:
            return "rich"


def _option(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"request_{name}"
    return name
