"""Plans of webhooks and callbacks: what each is read as, and by which function."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.incoming import NOT_READ
from specpress.emit.python.checks import Checks
from specpress.emit.python.plan import IncomingPlan, ResultPlan
from specpress.emit.python.results import plan_results, returned
from specpress.emit.python.symbols import Scope, snake
from specpress.emit.python.type_exprs import type_expr
from specpress.emit.python.xml_shapes import Shapes
from specpress.ir.media import is_form
from specpress.ir.nodes import Api, Content, Incoming, Operation, Response, TypeDecl

_GLOBALS: Final = (
    "Parser Response WebhookHeaders Header RequestHeaders models shapes read_xml"
)
"""What the module of parsers imports or defines beside them."""


def plan_incoming(
    api: Api,
    decls: Mapping[str, TypeDecl],
    names: Mapping[str, str],
    checks: Checks,
    shapes: Shapes,
    report: Report,
) -> tuple[IncomingPlan, ...]:
    """Return the plans of what *api* sends, that of any webhook first if there is one.

    *names* are those of types by id. Parameters that nothing reads are reported.
    """
    scope = Scope(_GLOBALS.split())
    plans: list[IncomingPlan] = []
    for incoming, whose, wanted in named_incoming(api):
        for each in incoming.parameters:
            if each.location != "header":
                values = {"incoming": incoming.name, "location": each.location}
                report.add(NOT_READ.at(each.span, **values, name=each.name))
        operation = as_answer(incoming, whose)
        results = plan_results(operation, decls, names, checks, shapes)
        results = tuple(
            _form(r, c, names, checks, operation.id)
            for r, c in zip(results, operation.responses[0].contents, strict=False)
        )
        if operation.responses[0].contents:
            name, expr = scope.add(f"parse_{wanted}"), returned(operation, results)
            plans.append(IncomingPlan(incoming, name, operation, results, expr))
    return tuple(plans)


def named_incoming(api: Api) -> Iterator[tuple[Incoming, str | None, str]]:
    """Yield what *api* sends, with the id of the operation whose callback it is, and
    what it is called."""
    if api.event is not None:
        media = "application/json"
        contents = (Content(media_type=media, type=api.event),)
        yield Incoming(
            name="webhook", method="POST", contents=contents
        ), None, "webhook"
    for webhook, name in _named(api.webhooks):
        yield webhook, None, name
    for operation in api.operations:
        for callback, name in _named(operation.callbacks):
            yield callback, operation.id, f"{snake(operation.id)}_{name}"


def _named(given: tuple[Incoming, ...]) -> Iterator[tuple[Incoming, str]]:
    """Yield each of *given* with its name, and its method where that tells it apart."""
    for name, group in groupby(given, key=lambda each: each.name):
        same = list(group)
        apart = len({each.method for each in same}) > 1
        for each in same:
            yield each, snake(f"{name} {each.method}" if apart else name, "event")


def as_answer(incoming: Incoming, whose: str | None) -> Operation:
    """Return an operation that answers what *incoming* sends, but for sequences."""
    contents = tuple(c for c in incoming.contents if c.item is None)
    named = incoming.name if whose is None else f"{whose} {incoming.name}"
    response = Response(status="200", contents=contents)
    return Operation(id=named, method="POST", path="/", responses=(response,))


def _form(
    result: ResultPlan,
    content: Content,
    names: Mapping[str, str],
    checks: Checks,
    owner: str,
) -> ResultPlan:
    """Return *result*; that of a form is what its fields are, not its text."""
    if not is_form(content.media_type) or content.type is None:
        return result
    return replace(
        result,
        coding="json",
        model=type_expr(content.type, names, "signature"),
        check=checks.of(content.type, owner, "Form"),
    )
