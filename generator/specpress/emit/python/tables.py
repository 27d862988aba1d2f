"""The operations' table: the constant that says what goes over the wire."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.emit.forms import Writing, sent_type
from specpress.emit.python.arguments import Argument, BodyPlan
from specpress.emit.python.conditions import conditions, planned_conditions
from specpress.emit.python.plan import OperationPlan, ResultPlan
from specpress.emit.python.shape import bracketed, laid_out, literal, string
from specpress.emit.render import LINE, Snippet
from specpress.ir.media import is_form, is_json
from specpress.ir.nodes import Location, Parameter
from specpress.ir.parts import Encoding, Style
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
    head = f"{plan.constant}: Operation[{plan.returns.text}] ="
    line = f"{head} Operation("
    if len(line) <= LINE:
        return bracketed(line, _items(plan, 4), ")")
    if len(f"{head} (") > LINE:
        type_ = f"Operation[{plan.returns.text}]"
        broken = laid_out(f"{plan.constant}: ", type_, " = Operation(")
        return bracketed(broken, _items(plan, 4), ")")
    inner = bracketed("Operation(", _items(plan, 8), ")", indent=4)
    return Snippet(f"{head} (\n    {inner}\n)")


def _items(plan: OperationPlan, indent: int) -> list[str]:
    """Return the arguments of the constant of *plan*, to stand at column *indent*."""
    operation = plan.operation
    items: list[str] = [string(operation.id), string(operation.method)]
    items.append(string(operation.path))
    if plan.parameters:
        params = [_param(argument, indent + 4) for argument in plan.parameters]
        items.append(_tuple("params=", params, indent))
    if plan.params_model:
        items.append(f"params_model=lambda: models.{plan.params_model}")
    if plan.body:
        items.append(f"body={_body(plan.body, indent, 5)}")
    if len(plan.bodies) > 1:
        others = [_body(body, indent + 4, 0) for body in plan.bodies[1:]]
        items.append(_tuple("bodies=", others, indent))
    if plan.results:
        results = [_response(result, indent + 4) for result in plan.results]
        items.append(_tuple("responses=", results, indent))
    if operation.security:
        choice = [_requirement(need, plan.scoped) for need in operation.security]
        items.append(_tuple("auth=", choice, indent))
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
            _inline([string(name), *map(string, scopes[name])])
            if name in scopes
            else string(name)
        )
        for name in need.schemes
    ]
    return _inline(items)


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


_WRITERS: Final[Mapping[Writing, str]] = {
    "multipart": "write_multipart",
    "lines": "write_lines",
    "sequence": "write_sequence",
    "text": "write_file",
    "bytes": "write_file",
    "xml": "write_xml",
}
"""What writes bodies, in the run time, where that is not part of every client."""


def body_uses(body: BodyPlan) -> set[str]:
    """Return the names that the table of a *body* needs imported."""
    parts = {"Part"} if _parts(body) else set[str]()
    writer = _writer(body)
    shapes = {"shapes"} if body.shape else set[str]()
    return {"Body", *parts, *([writer] if writer else ()), *shapes}


def _writer(body: BodyPlan) -> str | None:
    if body.writing == "form":
        return "write_form" if _parts(body) else None
    return _WRITERS.get(body.writing)


def _body(body: BodyPlan, indent: int, before: int) -> str:
    items: list[str] = [string(sent_type(body.content))]
    is_series = body.writing in ("lines", "sequence")
    if body.check and not is_series:
        items.append(f"lambda: {body.check.text}")
    if body.required:
        items.append("required=True")
    if body.spread:
        items.append("spread=True")
    if writer := _writer(body):
        shape = f"(lambda: shapes.{body.shape})" if body.shape else ""
        items.append(f"encode={writer}{shape}")
    if parts := _parts(body):
        texts = [_part(part, indent + 8) for part in parts]
        items.append(_tuple("parts=", texts, indent + 4))
    if body.check and is_series:
        items.append(f"item=lambda: {body.check.text}")
    return bracketed("Body(", items, ")", indent=indent + before, after=1)


def _parts(body: BodyPlan) -> list[Encoding]:
    """Return the encodings of *body* that say something of how its parts are written."""
    if body.writing not in ("form", "multipart"):
        return []
    plain = Encoding()
    return [
        each
        for each in body.content.encodings
        if each.name is None or replace(each, name=None, span=plain.span) != plain
    ]


def _part(part: Encoding, indent: int) -> str:
    """Return how *part* is written; a style leaves nothing to the media types (OpenAPI
    3.2, Encoding Object, "style")."""
    name = part.index if part.name is None else part.name
    items: list[str] = [literal(name)]
    styled = (part.style, part.explode, part.allow_reserved) != (None, None, None)
    if styled:
        items.append(f"style={string(part.style or 'form')}")
        if part.explode is not None:
            items.append(f"explode={literal(part.explode)}")
        items += ["reserved=True"] if part.allow_reserved else []
    elif part.media_types:
        items.append(string(", ".join(part.media_types)))
    if told := [(h.name, h.value) for h in part.headers if h.value is not None]:
        pairs = [_inline([string(name), string(value)]) for name, value in told]
        items.append(_tuple("headers=", pairs, indent + 4))
    return bracketed("Part(", items, ")", indent=indent, after=1)


def _response(plan: ResultPlan, indent: int) -> str:
    items: list[str] = [string(plan.response.status)]
    if plan.media_type is not None:
        items.append(string(plan.media_type))
    if plan.check:
        items.append(f"lambda: {plan.check.text}")
    if plan.exact:
        items.append("exact=True")
    if plan.items:
        items.append(f"items={plan.items.text}")
    if plan.shape:
        items.append(f"parse=read_xml(lambda: shapes.{plan.shape})")
    return bracketed("Response(", items, ")", indent=indent, after=1)


def _tuple(head: str, items: list[str], indent: int) -> str:
    if len(items) != 1:
        return bracketed(f"{head}(", items, ")", indent=indent, after=1)
    line = f"{head}({items[0]},)"
    if "\n" not in line and indent + len(line) + 1 <= LINE:
        return line
    pad = " " * indent
    return f"{head}(\n{pad}    {items[0]},\n{pad})"


def _inline(items: list[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
