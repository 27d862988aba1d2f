"""Views of methods: the signature, the docstring and the call of one operation."""

from __future__ import annotations

from dataclasses import dataclass

from specpress.emit.prose import plain_text, wrap
from specpress.emit.python.arguments import Argument
from specpress.emit.python.body_tables import body_uses
from specpress.emit.python.calls import call, signature, twin, uses
from specpress.emit.python.conditions import planned_conditions
from specpress.emit.python.constraints import spoken
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.notes import headers_said, remarks, values_said, with_remarks
from specpress.emit.python.paging import page_lines, page_table, page_uses
from specpress.emit.python.plan import OperationPlan
from specpress.emit.python.streams import stream_lines, stream_table, stream_uses
from specpress.emit.python.tables import table
from specpress.emit.python.waiting import wait_lines, wait_table, wait_uses
from specpress.emit.render import LINE, Snippet
from specpress.ir.nodes import Parameter


@dataclass(frozen=True, slots=True)
class MethodView:
    """One operation: its constants, its method, and its twin to await: a line, or
    definitions where there are overloads. *also* are lines with methods made of it."""

    tables: tuple[Snippet, ...]
    signature: Snippet
    doc: Snippet
    call: Snippet
    twin: Snippet
    is_overloaded: bool
    also: tuple[Snippet, ...]
    twin_also: tuple[Snippet, ...]
    uses: frozenset[str]


def method_view(plan: OperationPlan, holder: str) -> MethodView:
    """Return the view of *plan*, a method of the class *holder*."""
    lines = [*stream_lines(plan, holder), *page_lines(plan, holder)]
    waits, waits_twins = wait_lines(plan, holder)
    return MethodView(
        tables=(table(plan), *stream_table(plan), *page_table(plan), *wait_table(plan)),
        also=(*(line for line in lines[::2] if line), *waits),
        twin_also=(*(line for line in lines[1::2] if line), *waits_twins),
        signature=signature(plan),
        doc=docstring(_paragraphs(plan), indent=8),
        call=call(plan),
        twin=twin(plan, holder),
        is_overloaded=len(plan.ways) > 1 and not plan.streams,
        uses=_uses(plan),
    )


def _uses(plan: OperationPlan) -> frozenset[str]:
    """Return the names that the text of *plan* needs imported."""
    checks = [result.check for result in plan.results]
    checks += [body.check for body in plan.bodies]
    read = any(result.shape for result in plan.results)
    named = {
        "Param": bool(plan.parameters),
        "Response": bool(plan.results),
        "models": plan.params_model is not None,
        **dict.fromkeys(("Condition", "Conditions"), bool(planned_conditions(plan))),
        "read_xml": read,
        "shapes": read,
    }
    own = {"Operation", *(name for name, used in named.items() if used)}
    written = (name for body in plan.bodies for name in body_uses(body))
    known = (check.uses for check in checks if check)
    also = stream_uses(plan) | page_uses(plan) | wait_uses(plan)
    return plan.returns.uses.union(own, uses(plan), also, written, *known)


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
        if plan.body.may_be_empty:
            name = plan.body.whole.name
            entries.append(_hang(f"{name}: all of them at once: `{{}}` sends none."))
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
