"""The responses of an operation."""

from __future__ import annotations

from typing import Final

from specpress.lift.generic.candidates import Candidate
from specpress.lift.generic.context import Context
from specpress.lift.generic.gathered import Gathered, Shown
from specpress.lift.generic.returns import STATUS, read_returns
from specpress.lift.generic.schemas import object_schema, settle, value_schema
from specpress.lift.generic.typed import Schema
from specpress.tree import Node

_JSON: Final = "application/json"


def responses_of(found: Gathered, candidate: Candidate, context: Context) -> Node:
    """Return the responses, in the page's order; one with any content without them."""
    span = candidate.endpoint.span
    for group in found.groups:
        if group.role in ("response", "example-response") or (
            group.role == "errors" and group.status
        ):
            found.response(group.status, group.span).facts += group.facts
        elif group.role == "response-headers":
            found.response(group.status, group.span).headers += group.facts
    text = "\n".join(found.description)
    if not found.responses and (stated := STATUS.search(text)) is not None:
        found.response(stated[1], span).description.append(stated[2] or "")
    said = read_returns(text, context.known)
    for status, shown in found.responses.items():
        if said is None and status.startswith("2"):
            said = read_returns("\n".join(shown.description), context.known)
    if said is not None:
        shown = found.response(None, span)
        if shown.schema is None and not shown.facts:
            shown.schema = said
    if not found.responses:
        return Node.of({"default": {"description": ""}}, span, origin="default")
    made = {
        status: _response(shown, context) for status, shown in found.responses.items()
    }
    return Node(dict(made), span)


def _response(shown: Shown, context: Context) -> Node:
    members: dict[str, object] = {"description": "\n\n".join(shown.description)}
    schema: Node | Schema | None = shown.schema
    if shown.facts:
        settle(shown.facts, context)
        schema = object_schema(shown.facts, shown.span, context)
    if shown.headers:
        members["headers"] = {
            fact.name: _header(fact.description, value_schema(fact, context))
            for fact in shown.headers
            if fact.name.lower() != "content-type"
        }
    media = shown.media or (_JSON if schema is not None else None)
    if media is not None:
        content: dict[str, object] = {}
        if schema is not None:
            content["schema"] = wrapped(schema, context)
        if shown.has_example:
            content["example"] = Node.of(shown.example, shown.span, origin="example")
        members["content"] = {media: content}
    return Node.of(members, shown.span, shown.span)


def _header(description: str, schema: Schema) -> Schema:
    return (
        {"description": description, "schema": schema}
        if description
        else {"schema": schema}
    )


def wrapped(schema: Node | Schema, context: Context) -> Node | Schema:
    """Return *schema* in the envelope that the page says around every result."""
    if context.envelope is None:
        return schema
    name, others = context.envelope
    properties = {key: value for key, value in others.items() if key != name}
    return {"type": "object", "properties": {**properties, name: schema}}
