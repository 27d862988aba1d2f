"""The planner: names every operation, argument and type of a client at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.diagnostics.codes.emit import METHOD_NAMES, OPTION_RENAMED
from specpress.emit.python.arguments import Argument, Kind
from specpress.emit.python.checks import Checks
from specpress.emit.python.errors import plan_errors
from specpress.emit.python.formats import is_decimal, text_alias, typed
from specpress.emit.python.grants import scoped_schemes
from specpress.emit.python.groups import group_words, method_words
from specpress.emit.python.incoming import plan_incoming
from specpress.emit.python.labels import has_names
from specpress.emit.python.paging import plan_pages
from specpress.emit.python.plan import ClientPlan, OperationPlan
from specpress.emit.python.reserved import (
    BUILTINS,
    CLIENT_MEMBERS,
    MODEL_GLOBALS,
    OWN_ARGUMENTS,
)
from specpress.emit.python.results import plan_results, returned
from specpress.emit.python.sending import Sending
from specpress.emit.python.servers import own_server, plan_servers
from specpress.emit.python.streams import plan_streams
from specpress.emit.python.symbols import Scope, assign, parameter_names, pascal, snake
from specpress.emit.python.type_exprs import type_expr
from specpress.emit.python.waiting import plan_waits
from specpress.emit.python.xml_shapes import Shapes
from specpress.ir.formats import INTEGERS
from specpress.ir.nodes import Api, Operation, Parameter, TypeDecl
from specpress.ir.types import Boolean, Integer, Number, String, Type

_METHODS_RESERVED: Final = frozenset(
    {"list", "dict", "str", "int", "float", "bool", "bytes", "models"}
)
"""What annotations inside a class mean by these names."""

_WHOLE: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(INTEGERS, "rich"),
    "int32": "int32",
    "int64": "int64",
}
"""How whole numbers are checked whose only bounds are those of their format."""


def plan_client(api: Api, config: Config, report: Report) -> ClientPlan:
    """Return the plan of the client for *api*: pure, and the same every time."""
    scope = Scope(MODEL_GLOBALS | BUILTINS)
    types = {decl.id: scope.add(pascal(decl.name.text)) for decl in api.types}
    decls = {decl.id: decl for decl in api.types}
    labelled = [decl.id for decl in api.types if has_names(decl.type)]
    constants = {id_: scope.add(f"{types[id_]}Values") for id_ in labelled}
    groups = group_words(api, config)
    attributes = assign(
        sorted({word for word in groups.values() if word}),
        CLIENT_MEMBERS,
        empty="group",
    )
    methods = _methods(api.operations, groups, config, report, set(attributes.values()))
    checks, shapes = Checks(scope, types), Shapes()
    default = plan_servers(api).default
    scoped = scoped_schemes(api)
    plans = [
        _operation(operation, decls, types, scope, checks, report, shapes)
        for operation in api.operations
    ]
    named = [
        replace(
            plan,
            constant=_constant(
                attributes.get(groups[plan.operation.id] or ""),
                methods[plan.operation.id],
            ),
            method=methods[plan.operation.id],
            group=attributes.get(groups[plan.operation.id] or ""),
            server=own_server(plan.operation, default),
            scoped=scoped,
        )
        for plan in plans
    ]
    incoming = plan_incoming(api, decls, types, checks, shapes, report)
    reserved = CLIENT_MEMBERS.union(attributes.values())
    streamed = plan_streams(named, decls, reserved)
    paged = plan_pages(streamed, decls, reserved, report)
    return ClientPlan(
        plan_waits(paged, reserved, report),
        types,
        checks.aliases,
        {attribute: word for word, attribute in attributes.items()},
        constants,
        plan_errors(api, types),
        shapes.lines(),
        incoming,
    )


def _constant(group: str | None, method: str) -> str:
    return f"_{group}_{method}".upper() if group else f"_{method}".upper()


def _methods(
    operations: Sequence[Operation],
    groups: Mapping[str, str | None],
    config: Config,
    report: Report,
    attributes: set[str],
) -> dict[str, str]:
    short = method_words(operations, groups)
    wanted = {op.id: _wanted(op, short[op.id], config) for op in operations}
    shared = Counter((groups[id_], name) for id_, name in wanted.items())
    scopes: dict[str | None, Scope] = {}
    out: dict[str, str] = {}
    for operation in operations:
        group, name = groups[operation.id], wanted[operation.id]
        if shared[group, name] > 1:
            instead = f"{name}_{snake(f'{operation.method} {operation.path}')}"
            values = {"operation": operation.id, "name": name, "instead": instead}
            report.add(METHOD_NAMES.at(operation.span, **values))
            name = instead
        taken = _METHODS_RESERVED
        if group is None:
            taken |= CLIENT_MEMBERS | attributes
        out[operation.id] = scopes.setdefault(group, Scope(taken)).add(name)
    return out


def _wanted(operation: Operation, short: str, config: Config) -> str:
    settings = config.operations.get(operation.id)
    if settings and settings.name:
        return settings.name
    return snake(operation.called or short, "call")


def _operation(
    operation: Operation,
    decls: Mapping[str, TypeDecl],
    types: Mapping[str, str],
    scope: Scope,
    checks: Checks,
    report: Report,
    shapes: Shapes,
) -> OperationPlan:
    parameters = _parameters(operation.parameters, types)
    sending = Sending(decls, types, checks, report, shapes)
    bodies = sending.of(operation, parameters)
    results = plan_results(operation, decls, types, checks, shapes)
    sent = (a for body in bodies for a in (*body.arguments, body.whole))
    taken = {argument.name for argument in (*parameters, *sent)}
    options = {name: _option(name, taken) for name in OWN_ARGUMENTS}
    if not taken & options.keys():
        options = {}
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
        bodies=bodies,
        results=results,
        returns=returned(operation, results),
        options=options,
        params_model=scope.add(pascal(operation.id) + "Params") if rich else None,
        rest=_option("options", taken),
        content_type=_option("content_type", taken),
    )


def _parameters(
    parameters: Sequence[Parameter], types: Mapping[str, str]
) -> tuple[Argument, ...]:
    kinds: list[Kind] = [kind_of(p.type) for p in parameters]
    names = parameter_names(parameters, [kind == "rich" for kind in kinds])
    return tuple(
        Argument(
            name,
            p.name,
            type_expr(p.type, types, "signature"),
            p.required,
            p,
            kind,
        )
        for name, p, kind in zip(names, parameters, kinds, strict=True)
    )


def kind_of(type_: Type) -> Kind:
    """Return how a parameter of *type_* is checked; rich unless it is a bare scalar."""
    match type_:
        case Boolean():
            return "boolean"
        case Integer(format=format_, span=span):
            bare = type_ == Integer(format=format_, span=span)
            return _WHOLE.get(format_ or "", "integer") if bare else "rich"
        case Number(format=format_, span=span) if not is_decimal(type_):
            bare = type_ == Number(format=format_, span=span)
            return "number" if bare else "rich"
        case String(format=format_, span=span) if text_alias(type_) == "StrictStr":
            bare = type_ == String(format=format_, span=span)
            return "string" if bare and typed(type_) is None else "rich"
        case _:
            return "rich"


def _option(name: str, taken: set[str]) -> str:
    while name in taken:
        name = f"request_{name}"
    return name
