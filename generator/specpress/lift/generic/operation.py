"""What the page says of an operation to an Operation Object of OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, cast

from specpress.diagnostics import Report
from specpress.diagnostics.codes.generic import (
    GUESSED_METHOD,
    MEDIA_GUESSED,
    PATH_ONLY,
    PLACE_GUESSED,
)
from specpress.lift.generic.answers import responses_of
from specpress.lift.generic.candidates import Candidate
from specpress.lift.generic.context import Context
from specpress.lift.generic.endpoint import Endpoint, endpoint
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.gathered import Gathered, Group
from specpress.lift.generic.samples import MISSING, read_json, sample_schema
from specpress.lift.generic.schemas import (
    CONFIDENCE,
    object_schema,
    settle,
    value_schema,
)
from specpress.lift.generic.titles import name_of, title_of
from specpress.lift.generic.typed import REF, Schema
from specpress.tree import Node

_OUTSIDE: Final = ("path", "query", "header", "cookie")
_ANSWERS: Final = ("response", "example-response", "errors", "response-headers")
_IN_QUERY: Final = ("get", "head", "delete", "options", "trace")
_FORM: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"
_SKIPPED: Final = frozenset(("content-type", "accept", "authorization"))


def read_operation(
    candidate: Candidate, found: Gathered, context: Context, report: Report
) -> Node:
    """Return the operation of *candidate*, of which *found* was gathered."""
    target = candidate.endpoint
    members: dict[str, object] = {}
    if candidate.sure < 1:
        said = {"path": target.path, "method": target.method.upper()}
        report.add(GUESSED_METHOD.at(target.span, **said))
    title = title_of(candidate)
    name = name_of(candidate, title)
    if title and title != name:
        members["summary"] = title
    if name:
        members["operationId"] = name
    if found.description:
        members["description"] = "\n\n".join(found.description)
    placed = _placed(found, candidate, context, report)
    made = (_parameter(f, where, context) for where, f in placed if where in _OUTSIDE)
    parameters = _once(node for node in made if node is not None)
    parameters += _unlisted(target, found, parameters, report)
    if parameters:
        members["parameters"] = parameters
    fields = [(where, fact) for where, fact in placed if where not in _OUTSIDE]
    body = _body(fields, found, target, context, report)
    if body is not None:
        members["requestBody"] = body
    members["responses"] = responses_of(found, candidate, context)
    if candidate.sure < 1:
        members[CONFIDENCE] = {"operation": candidate.sure}
    span = candidate.title.span if candidate.title else target.span
    return Node.of(members, span, target.span)


def _placed(
    found: Gathered, candidate: Candidate, context: Context, report: Report
) -> list[tuple[str, Fact]]:
    """Return what is sent, each with its place.

    Methods that are called by name take what they take anywhere.
    """
    target, by_name = candidate.endpoint, bool(candidate.name)
    out: list[tuple[str, Fact]] = []
    shown = _shown_in_query(found, target)
    for group in found.groups:
        if group.role in _ANSWERS:
            continue
        facts = list(group.facts)
        settle(facts, context, column=group.column)
        _match_path(facts, group, target)
        guessed: set[str] = set()
        if _only_in_query(found, facts, shown):
            shown = {*shown, *(fact.name for fact in facts)}
        for fact in facts:
            where = _place(fact, group, target, shown, found)
            if where.startswith("?"):
                where = where[1:]
                if not by_name:
                    guessed.add(where)
                    fact.doubt("location", 0.7)
            sure = fact.sure.get("location", 1.0)
            if sure < context.threshold:
                context.unsure.append((fact.name, "the place", sure, fact.span))
                continue
            out.append((where, fact))
        if guessed:
            said = {"method": target.method.upper(), "path": target.path}
            report.add(
                PLACE_GUESSED.at(group.span, place=", ".join(sorted(guessed)), **said)
            )
    return out


def _place(
    fact: Fact, group: Group, target: Endpoint, shown: set[str], found: Gathered
) -> str:
    role = fact.location or group.role
    if fact.name in target.names and role not in ("body", "form", "header", "cookie"):
        return "path" if role != "query" or fact.location is None else role
    if role in (*_OUTSIDE, "body", "form") and role != "path":
        return role
    if role in ("path", "url") and fact.location is None and group.role == "url":
        return "query"
    if role == "path":
        return "query"
    if role in ("request",) and target.method not in _IN_QUERY:
        return "body"
    if fact.name in shown:
        return "query"
    return "?query" if target.method in _IN_QUERY else "?body"


def _only_in_query(found: Gathered, facts: Iterable[Fact], shown: set[str]) -> bool:
    """Return whether samples send parameters in the query, and nothing in the body."""
    sends = any(curl.data or curl.fields or curl.form for curl in found.commands)
    if sends or found.has_request:
        return False
    return any(fact.name in shown for fact in facts)


def _shown_in_query(found: Gathered, target: Endpoint) -> set[str]:
    """Return the names that the endpoint or a sample has in the query."""
    names = {name for name, _ in target.query}
    for curl in found.commands:
        made = endpoint(curl.method, curl.url, target.span)
        names |= {name for name, _ in made.query} if made else set()
        if curl.get:
            names |= {name for name, _ in curl.fields}
    return names


def _match_path(facts: Iterable[Fact], group: Group, target: Endpoint) -> None:
    """Give parameters of the path the spelling that they have there."""
    spelled = {_plain(name): name for name in target.names}
    listed = list(facts)
    for fact in listed:
        if (
            fact.name not in target.names
            and _plain(fact.name) in spelled
            and group.role not in ("body", "form", "header")
        ):
            fact.name = spelled[_plain(fact.name)]
    free = [name for name in target.names if all(f.name != name for f in listed)]
    odd = [f for f in listed if f.name not in target.names]
    if group.role == "path" and len(free) == 1 and len(odd) == 1:
        odd[0].name = free[0]
        odd[0].doubt("location", 0.6)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _once(nodes: Iterable[Node]) -> list[Node]:
    kept: dict[tuple[str | None, str | None], Node] = {}
    for node in nodes:
        kept.setdefault((node.get_text("in"), node.get_text("name")), node)
    return list(kept.values())


def _parameter(fact: Fact, where: str, context: Context) -> Node | None:
    if where == "header" and fact.name.lower() in _SKIPPED:
        return None
    members: dict[str, object] = {"name": fact.name, "in": where}
    members["required"] = bool(fact.required) or where == "path"
    if fact.description:
        members["description"] = fact.description
    if fact.deprecated:
        members["deprecated"] = True
    schema = value_schema(fact, context)
    members["schema"] = schema
    sure = {
        k: v for k, v in fact.sure.items() if not (k == "required" and where == "path")
    }
    if sure:
        members[CONFIDENCE] = dict(sorted(sure.items()))
    return Node.of(members, fact.span, fact.span, origin="prose" if sure else "stated")


def _unlisted(
    target: Endpoint, found: Gathered, listed: list[Node], report: Report
) -> list[Node]:
    """Return the parameters that only the path or its query shows."""
    known = {(node.get_text("in"), node.get_text("name")) for node in listed}
    others = {
        fact.name
        for group in found.groups
        for fact in group.facts
        if group.role not in _ANSWERS
    }
    out: list[Node] = []
    for name in target.names:
        if ("path", name) not in known:
            report.add(PATH_ONLY.at(target.span, name=name))
            made = {
                "name": name,
                "in": "path",
                "required": True,
                "schema": {"type": "string"},
            }
            out.append(Node.of(made, target.span, target.span, origin="template"))
    for name, value in target.query:
        if ("query", name) not in known and name not in others:
            fixed = value and not value.startswith("{")
            made = {
                "name": name,
                "in": "query",
                "required": False,
                "schema": {"type": "string"},
            }
            if fixed:
                made["example"] = value
            out.append(Node.of(made, target.span, target.span, origin="template"))
    return out


def _body(
    fields: list[tuple[str, Fact]],
    found: Gathered,
    target: Endpoint,
    context: Context,
    report: Report,
) -> Node | None:
    facts = [fact for _, fact in fields]
    media = _media(fields, found, context)
    if facts:
        whole = (
            facts[0]
            if len(facts) == 1
            and facts[0].name.lower() in ("body", "(body)", "payload", "requestbody")
            else None
        )
        span = facts[0].span
        if whole is not None:
            schema = Node.of(value_schema(whole, context), span)
            if whole.description and not schema.get("description"):
                schema = Node.of({**schema.map, "description": whole.description}, span)
        else:
            schema = object_schema(facts, span, context)
    elif found.body_schema is not None:
        span, schema = target.span, Node.of(found.body_schema, target.span)
    else:
        sent = _sent(found)
        if sent is MISSING:
            return None
        span = found.request_span if found.has_request else target.span
        schema = Node.of(
            {**sample_schema(sent), CONFIDENCE: {"type": 0.7}}, span, origin="example"
        )
    if media is None:
        media = "application/json"
        report.add(MEDIA_GUESSED.at(span, media=media))
    content: dict[str, object] = {"schema": schema}
    sent = _sent(found)
    if sent is not MISSING and media.endswith("json"):
        content["example"] = Node.of(sent, span, origin="example")
    required = any(fact.required for fact in facts) or (not facts)
    contents: dict[str, object] = {media: content}
    if _has_file(facts, context) and not media.startswith("multipart/"):
        contents[_MULTIPART] = {"schema": schema}
    return Node.of({"required": required, "content": contents}, span, span)


def _has_file(facts: Iterable[Fact], context: Context) -> bool:
    """Return whether one of *facts* may be an object that stands for a file."""
    names = {f"{REF}{name}" for name in context.files}
    for fact in facts:
        schema = fact.schema or {}
        variants = cast("list[Schema]", schema.get("oneOf") or [schema])
        if any(each.get("$ref") in names for each in variants):
            return True
    return False


def _sent(found: Gathered) -> object:
    if found.has_request:
        return found.request
    for curl in found.commands:
        if curl.data and (value := read_json("".join(curl.data))) is not MISSING:
            return value
        pairs = curl.form or (curl.fields if not curl.get else [])
        if pairs:
            return dict(pairs)
    return MISSING


def _media(
    fields: list[tuple[str, Fact]], found: Gathered, context: Context
) -> str | None:
    """Return the media type of the body; None when nothing tells it."""
    if found.media is not None:
        return found.media
    said = found.headers.get("content-type")
    if said:
        return said.split(";")[0].strip()
    for curl in found.commands:
        if curl.media_type is not None:
            return curl.media_type
    files = any(
        fact.schema is not None and fact.schema.get("format") == "binary"
        for _, fact in fields
    )
    if any(where == "form" for where, _ in fields):
        return _MULTIPART if files else _FORM
    if files:
        return _MULTIPART
    if found.has_request:
        return "application/json"
    return context.media
