"""An operation of the dynamic-html generator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_LOCATION, UNKNOWN_METHOD
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN, UNKNOWN_SECTION
from specpress.lift.openapi_generator.shorthand import read_shorthand
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import METHODS
from specpress.lift.rendering.markdown import markdown
from specpress.readers.element import Element
from specpress.source import Span
from specpress.tree import Node

_PLACES: Final = {"path": "path", "query": "query", "header": "header"}
_URL: Final = re.compile(r"(?P<server>https?://[^/{]+)?(?P<path>/.*)?")
_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"
_FILES: Final = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Leaf:
    """An operation: its name, its group, and the elements below its heading."""

    name: str
    tag: str
    span: Span
    parts: Sequence[Element]


@dataclass(frozen=True, slots=True)
class Url:
    """Where an operation is found; the base path can't be told from the path."""

    server: str
    path: str
    span: Span


def read_leaf(
    leaf: Leaf, account: Account, report: Report
) -> tuple[str, Url, Node] | None:
    """Return the method, the address and the operation; None when one is missing."""
    sections = _sections(leaf, account, report)
    method_, address = sections.get("http method"), sections.get("url")
    if not method_ or not address or not method_[0].text.text.strip():
        return None
    account.take(method_[0], address[0])
    method, span = method_[0].text.trimmed()
    if method.lower() not in METHODS:
        report.add(UNKNOWN_METHOD.at(span, method=method))
        return None
    shown = _URL.fullmatch(address[0].text.text.strip())
    path = shown["path"] if shown and shown["path"] else "/"
    server = shown["server"] if shown and shown["server"] else ""
    url = Url(server, path, address[0].span)
    members = _names(leaf, account)
    _parameters(sections.get("parameters", ()), members, account, report, leaf.span)
    returned = sections.get("response type", ())
    members["responses"] = _responses(returned, account, report, leaf.span)
    return method.lower(), url, Node(members, leaf.span, leaf.span)


def _sections(
    leaf: Leaf, account: Account, report: Report
) -> dict[str, Sequence[Element]]:
    """Return the elements below each section's heading."""
    found: dict[str, Sequence[Element]] = {}
    heads = [i for i, each in enumerate(leaf.parts) if each.tag == "h3"]
    for number, at in enumerate(heads):
        until = heads[number + 1] if number + 1 < len(heads) else None
        head = leaf.parts[at]
        account.take(head)
        word = head.text.text.strip().lower()
        if word in ("url", "http method", "response type", "parameters"):
            found[word] = leaf.parts[at + 1 : until]
        else:
            text = head.text.text.strip()
            report.add(UNKNOWN_SECTION.at(head.span, path=leaf.name, text=text))
            account.take(*leaf.parts[at + 1 : until])
    return found


def _names(leaf: Leaf, account: Account) -> dict[str, Node]:
    members = {"operationId": Node(leaf.name, leaf.span)}
    if leaf.tag:
        members["tags"] = Node.of([leaf.tag], leaf.span)
    told: list[Element] = []
    for each in leaf.parts:
        if each.tag == "h3":
            break
        if each.tag != "hr":
            told.append(each)
    account.take(*told)
    texts = [text for each in told if (text := markdown(each).strip())]
    if texts:
        members["description"] = Node("\n\n".join(texts), told[0].span)
    return members


def _parameters(
    parts: Sequence[Element],
    members: dict[str, Node],
    account: Account,
    report: Report,
    span: Span,
) -> None:
    """Add the parameters and the body; required is what the path needs."""
    listed: list[Node] = []
    form: dict[str, Node] = {}
    for item in (e for part in parts for e in part.walk() if e.has("parameter")):
        named, placed = item.first("param-name"), item.first("param-in")
        kind, told = item.first("param-type"), item.first("param-description")
        account.take(named, placed, kind, told, item.first("param-optional-flag"))
        name, at = named.text.trimmed() if named else ("", item.span)
        place = placed.text.text.strip().rstrip(":").lower() if placed else ""
        text = markdown(told).strip() if told else ""
        described = {"description": Node(text, told.inner)} if told and text else {}
        schema = read_shorthand(kind, name, at, report)
        if place == "body":
            content = Node({_JSON: Node({"schema": schema}, at)}, at)
            report.add(MEDIA_UNKNOWN.at(at, what="the request body", media=_JSON))
            members["requestBody"] = Node({**described, "content": content}, at, at)
        elif place == "form":
            form[name] = Node({**schema.map, **described}, schema.span, at)
        elif place in _PLACES:
            made = {"name": Node(name, at), "in": Node(place, at), **described}
            made["required"] = Node(place == "path", at, origin="default")
            listed.append(Node({**made, "schema": schema}, at, at))
        else:
            report.add(UNKNOWN_LOCATION.at(item.span, location=place, name=name))
    if listed:
        members["parameters"] = Node(listed, listed[0].span)
    if form:
        files = any(each.get_text("format") == "binary" for each in form.values())
        media = _FILES if files else _FORM
        report.add(MEDIA_UNKNOWN.at(span, what="the request body", media=media))
        schema = Node({"type": Node("object"), "properties": Node(form, span)}, span)
        content = Node({media: Node({"schema": schema}, span)}, span)
        members["requestBody"] = Node({"content": content}, span, span)


def _responses(
    parts: Sequence[Element], account: Account, report: Report, span: Span
) -> Node:
    """Return the one response that the tool shows: the type of a success."""
    box = next((e for part in parts for e in part.walk() if e.has("model")), None)
    account.take(box)
    members = {"description": Node("", span, origin="default")}
    link = next((e for e in box.walk() if e.tag == "a"), None) if box else None
    word = link.text.text.strip() if link else ""
    model = box.attributes.get("data-model", "") if box else ""
    if link is not None and word:
        shown = f"{word}({model})" if model and model != word else word
        schema = read_shorthand(link, "the response", link.span, report, shown)
        what = "the response"
        report.add(MEDIA_UNKNOWN.at(link.span, what=what, media=_JSON))
        content = Node({_JSON: Node({"schema": schema}, link.span)}, link.span)
        members["content"] = content
    return Node({"default": Node(members, span, span)}, span)
