"""Views of methods: the signature, the docstring and the call of one operation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text, wrap
from specpress.emit.python.constraints import spoken
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.notes import headers_said, remarks, values_said, with_remarks
from specpress.emit.python.plan import Argument, OperationPlan
from specpress.emit.python.shape import annotated, bracketed, string
from specpress.emit.python.tables import table
from specpress.emit.python.type_exprs import Expr, union_expr
from specpress.emit.render import LINE, Snippet
from specpress.ir.nodes import Parameter

_OPTION_TYPES: Final = {
    "timeout": ("float | MISSING | None", "MISSING"),
    "extra_headers": ("Mapping[str, str] | None", "None"),
    "extra_query": ("Mapping[str, QueryValue] | None", "None"),
}
_OPTION_NAMES: Final = frozenset({"MISSING", "Mapping", "QueryValue"})
"""The names that options use where a signature lists them."""


@dataclass(frozen=True, slots=True)
class MethodView:
    """One operation: its constant, its method, and the line of its twin to await."""

    table: Snippet
    signature: Snippet
    doc: Snippet
    call: Snippet
    twin: Snippet
    uses: frozenset[str]


def method_view(plan: OperationPlan, holder: str) -> MethodView:
    """Return the view of *plan*, a method of the class *holder*."""
    twin = bracketed(
        f"{plan.method} = AsyncMethod(", [f"{holder}.{plan.method}"], ")", indent=4
    )
    return MethodView(
        table=table(plan),
        signature=_signature(plan),
        doc=docstring(_paragraphs(plan), indent=8),
        call=_call(plan),
        twin=twin,
        uses=_uses(plan),
    )


def _uses(plan: OperationPlan) -> frozenset[str]:
    """Return the names that the text of *plan* needs imported."""
    exprs = [argument.expr for argument in plan.arguments]
    exprs += [result.check for result in plan.results if result.check]
    exprs += [plan.body.check] if plan.body and plan.body.check else []
    named = {
        "Param": bool(plan.parameters),
        "Body": plan.body is not None,
        "Response": bool(plan.results),
        "models": plan.params_model is not None,
    }
    own = {"Operation", "AsyncMethod", *(name for name, used in named.items() if used)}
    own |= _OPTION_NAMES if plan.options else {"Options", "Unpack"}
    if not all(argument.required for argument in plan.arguments):
        own.add("MISSING")
    return plan.returns.uses.union(own, *(expr.uses for expr in exprs))


def optional(expr: Expr) -> Expr:
    """Return *expr* or absent."""
    return union_expr([expr, Expr("MISSING", frozenset({"MISSING"}))])


def _signature(plan: OperationPlan) -> Snippet:
    items = ["self", "*"] if plan.arguments or plan.options else ["self"]
    for argument in plan.arguments:
        text, value = argument.expr.text, ""
        if not argument.required:
            text, value = optional(argument.expr).text, "MISSING"
        items.append(annotated(argument.name, text, value, indent=8, after=1))
    for option, name in plan.options.items():
        text, default = _OPTION_TYPES[option]
        items.append(f"{name}: {text} = {default}")
    if not plan.options:
        items.append(f"**{plan.rest}: Unpack[Options]")
    head = f"def {plan.method}("
    tail = f") -> {plan.returns.text}:"
    return bracketed(head, items, tail, indent=4, hug=False)


def _call(plan: OperationPlan) -> Snippet:
    params = [f"{string(p.name)}: {p.name}" for p in plan.parameters]
    items: list[str] = [plan.constant, bracketed("{", params, "}", indent=12, after=1)]
    if plan.body and plan.body.spread:
        fields = [f"{string(a.wire)}: {a.name}" for a in plan.body.arguments]
        items.append(bracketed("{", fields, "}", indent=12, after=1))
    elif plan.body:
        items.append(plan.body.arguments[0].name)
    items += [f"{option}={name}" for option, name in plan.options.items()]
    if not plan.options:
        items.append(f"**{plan.rest}")
    return bracketed("return self._call(", items, ")", indent=8)


def _paragraphs(plan: OperationPlan) -> list[str]:
    operation = plan.operation
    said = [
        plain_text(text) for text in (operation.summary, operation.description) if text
    ]
    said = list(dict.fromkeys(text for text in said if text))
    said = said or [f"Call `{operation.id}`."]
    if operation.deprecated:
        said.append("Deprecated.")
    line = f"`{operation.method} {operation.path}`"
    said.append(with_remarks(line, headers_said(operation.responses)))
    entries = [_entry(argument) for argument in plan.parameters]
    if plan.body and plan.body.spread and plan.body.model:
        model = plan.body.model.text
        entries.append(f"    The other arguments are the fields of `{model}`.")
    elif plan.body:
        sent = operation.body.description if operation.body else None
        text = plain_text(sent or "")
        media = f"what is sent, as `{plan.body.content.media_type}`."
        entries.append(_hang(f"{plan.body.arguments[0].name}: {text or media}"))
    if entries:
        said.append("\n".join(["Args:", *entries]))
    return said


def _entry(argument: Argument) -> str:
    parameter = argument.source
    if not isinstance(parameter, Parameter):
        return ""
    text = plain_text(parameter.description or "")
    limits = spoken(parameter.type)
    if limits:
        text += f" ({limits})" if text else limits
    text = with_remarks(text, remarks(parameter))
    if listed := values_said(parameter.type):
        text = f"{text}\n\n{listed}"
    return _hang(f"{argument.name}: {text or f'`{argument.wire}`'}")


def _hang(text: str) -> str:
    """Return *text* as an entry of a section: indented by four, its rest by eight."""
    lines = wrap(text, LINE - 8 - 8)
    rest = [f"        {line}" if line else "" for line in lines[1:]]
    return "\n".join([f"    {lines[0]}", *rest])
