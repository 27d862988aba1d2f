"""The facts of an API, one a row, for people who ask where something came from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from specpress.ir.nodes import (
    Api,
    Content,
    Incoming,
    Operation,
    Polling,
    Server,
    TypeDecl,
)
from specpress.ir.parts import Encoding
from specpress.ir.security import HttpAuth, OAuth2, SecurityScheme
from specpress.ir.show import show
from specpress.ir.types import Enum, Object, Origin, Told
from specpress.source import Span

Kind: TypeAlias = Literal[
    "server",
    "scheme",
    "operation",
    "pages",
    "polling",
    "retries",
    "parameter",
    "body",
    "part",
    "response",
    "security",
    "type",
    "label",
    "field",
    "told",
    "header",
    "link",
    "callback",
    "webhook",
]


class Fact(NamedTuple):
    """One thing that is known of *owner*, an operation or a type; "" is the API.

    *text* is its type or value for people; *origin* and *span* tell where it is from,
    *confidence* how certain it is in percent where it is less than certain.
    """

    owner: str
    kind: Kind
    name: str
    text: str
    origin: Origin
    span: Span
    confidence: int | None = None


def facts(api: Api) -> tuple[Fact, ...]:
    """Return what is known of *api*: the whole, then each operation, then each type."""
    return (*_whole(api), *_each(api))


def _whole(api: Api) -> Iterator[Fact]:
    for server in api.servers:
        yield _server("", server)
    for scheme in api.schemes:
        text = _scheme(scheme)
        yield Fact("", "scheme", scheme.id, text, scheme.origin, scheme.span)
    for webhook in api.webhooks:
        yield from _incoming("", "webhook", webhook)
    if api.event is not None:
        text, span = show(api.event), api.event.span
        yield Fact("", "webhook", "any of them", text, "default", span)


def _server(owner: str, server: Server) -> Fact:
    text = f"by default of {server.template}" if server.template else ""
    return Fact(owner, "server", server.url, text, server.origin, server.span)


def _incoming(
    owner: str, kind: Literal["callback", "webhook"], it: Incoming
) -> Iterator[Fact]:
    name = it.name if it.url is None else f"{it.name} {it.url}"
    bodies = [_content("", "body", "", content) for content in it.contents]
    text = ", ".join(f"{body.name}: {body.text}" for body in bodies)
    yield Fact(owner, kind, name, f"{it.method} {text}".strip(), it.origin, it.span)
    for each in it.parameters:
        where = f"{it.name} {each.location} {each.name}{'' if each.required else '?'}"
        sure = _sure(each.confidence)
        yield Fact(owner, kind, where, show(each.type), each.origin, each.span, sure)


def _each(api: Api) -> Iterator[Fact]:
    for operation in api.operations:
        yield from _operation(operation)
    for decl in api.types:
        yield from _type(decl)


def _operation(op: Operation) -> Iterator[Fact]:
    wanted = ".".join(filter(None, (op.group, op.called)))
    line = f"{op.method} {op.path}{_called(wanted)}"
    yield Fact(op.id, "operation", op.id, line, op.origin, op.span)
    yield from (_server(op.id, server) for server in op.servers)
    if (pages := op.pagination) is not None:
        parts = (pages.parameter, pages.size, pages.next, pages.items, pages.more)
        text = ", ".join(filter(None, parts))
        text += f" (recognised by {pages.evidence})" if pages.evidence else ""
        yield Fact(op.id, "pages", pages.style, text, pages.origin, pages.span)
    if (polling := op.polling) is not None:
        yield _polling(op.id, polling)
    if (again := op.retries) is not None:
        text = " ".join(again.statuses) if again.enabled else "never"
        yield Fact(op.id, "retries", "", text, again.origin, again.span)
    for callback in op.callbacks:
        yield from _incoming(op.id, "callback", callback)
    for each in op.parameters:
        name = f"{each.location} {each.name}{'' if each.required else '?'}"
        text = show(each.type) + _called(each.called)
        sure = _sure(each.confidence)
        yield Fact(op.id, "parameter", name, text, each.origin, each.span, sure)
        yield from (_told(op.id, each.name, told) for told in each.told)
    for content in op.body.contents if op.body else ():
        yield _content(op.id, "body", "", content)
        yield from (_part(op.id, each) for each in content.encodings)
    for response in op.responses:
        if not response.contents:
            span = response.span
            yield Fact(op.id, "response", response.status, "", response.origin, span)
        for content in response.contents:
            yield _content(op.id, "response", f"{response.status} ", content)
        for header in response.headers:
            name = f"{response.status} {header.name}{'' if header.required else '?'}"
            text, span = show(header.type), header.span
            yield Fact(op.id, "header", name, text, header.origin, span)
        for link in response.links:
            name, text = f"{response.status} {link.name}", link.target or ""
            yield Fact(op.id, "link", name, text, link.origin, link.span)
    for need in op.security:
        names = " + ".join(need.schemes) or "nothing"
        scopes = ", ".join(f"{s.scheme}: {' '.join(s.names)}" for s in need.scopes)
        yield Fact(op.id, "security", names, scopes, need.origin, need.span)


def _polling(owner: str, polling: Polling) -> Fact:
    """Return how to wait for the end of what the operation *owner* begins."""
    given = (f"{a.parameter} = {a.source}" for a in polling.arguments)
    done = " | ".join(value.text for value in polling.done)
    parts = (*given, f"until {polling.status} is {done}")
    text = "never" if polling.style == "none" else ", ".join(parts)
    text += f" (recognised by {polling.evidence})" if polling.evidence else ""
    name = polling.reader or owner
    return Fact(owner, "polling", name, text, polling.origin, polling.span)


def _sure(confidence: int) -> int | None:
    return confidence if confidence < 100 else None


def _scheme(scheme: SecurityScheme) -> str:
    """Return what kind of scheme *scheme* is, and which ways there are to its tokens."""
    kind = type(scheme).__name__
    match scheme:
        case OAuth2(flows=flows) if flows:
            return f"{kind} ({', '.join(flow.kind for flow in flows)})"
        case HttpAuth(scheme=word):
            return f"{kind} ({word})"
        case _:
            return kind


def _content(
    owner: str, kind: Literal["body", "response"], prefix: str, content: Content
) -> Fact:
    if content.item is not None:
        end = "" if content.terminator is None else f", until {content.terminator}"
        text = f"items: {show(content.item)}{end}"
    else:
        text = "anything" if content.type is None else show(content.type)
    name = f"{prefix}{content.media_type}"
    return Fact(owner, kind, name, text, content.origin, content.span)


def _part(owner: str, part: Encoding) -> Fact:
    place = "*" if part.index is None else str(part.index)
    said = (*part.media_types, part.style, *(header.name for header in part.headers))
    text = ", ".join(filter(None, said))
    return Fact(owner, "part", part.name or place, text, part.origin, part.span)


def _type(decl: TypeDecl) -> Iterator[Fact]:
    name = decl.name.firmness
    fields = decl.type.fields if isinstance(decl.type, Object) else ()
    text = "" if fields else show(decl.type)
    yield Fact(decl.id, "type", f"named by {name}", text, decl.origin, decl.span)
    for label in decl.type.labels if isinstance(decl.type, Enum) else ():
        text = ": ".join(filter(None, (label.name, label.description)))
        yield Fact(decl.id, "label", label.value.text, text, decl.origin, decl.span)
    for each in fields:
        mark = "" if each.required else "?"
        text = show(each.type) + _called(each.called)
        named, sure = f"{each.name}{mark}", _sure(each.confidence)
        yield Fact(decl.id, "field", named, text, each.origin, each.span, sure)
        yield from (_told(decl.id, each.name, told) for told in each.told)


def _told(owner: str, name: str, told: Told) -> Fact:
    """Return what prose tells of *name*, with how sure that is and what is made of it."""
    made = "against the schema" if told.against else told.level
    text = f"{told.kind} {told.value.text} ({told.confidence} %, {made})"
    return Fact(owner, "told", name, text, "prose", told.span)


def _called(wanted: str | None) -> str:
    """Return how to show what the description wants something called."""
    return f" (called {wanted})" if wanted else ""
