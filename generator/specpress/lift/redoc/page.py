"""A whole page: its head, its operations, how to authenticate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNKNOWN_METHOD
from specpress.diagnostics.codes.swaggerui import UNKNOWN_SCHEME
from specpress.lift.redoc.account import account
from specpress.lift.redoc.fields import Fields
from specpress.lift.redoc.operation import Operations
from specpress.lift.rendering.account import Account
from specpress.lift.rendering.draft import METHODS, Draft
from specpress.lift.rendering.markdown import markdown
from specpress.lift.rendering.version import settled
from specpress.lift.swaggerui.dom import tagged, words
from specpress.lift.swaggerui.names import Names
from specpress.readers.element import Element
from specpress.source import Source
from specpress.tree import Node

_OPERATION: Final = re.compile(r"(?:^|/)(?:operation/.+|paths/.+/[a-z]+)$")
_TAG: Final = re.compile(r"tag/[^/]+$")
_VERSION: Final = re.compile(r"(?P<title>.*?)\s*(?:\((?P<version>[^()]*)\))?$")
_HOOKS: Final = frozenset(("hook", "event", "webhook"))


def blocks(root: Element) -> list[Element]:
    """Return the outermost sections of operations that name their method."""
    found: list[Element] = []
    pending = [root]
    while pending:
        element = pending.pop()
        name = element.attributes.get("data-section-id", "")
        if _OPERATION.search(name) and element.first("http-verb") is not None:
            found.append(element)
        else:
            pending.extend(reversed(element.children))
    return found


def read_page(root: Element, source: Source, report: Report) -> Node | None:
    """Return the document that the page below *root* shows; None without operations."""
    draft = Draft(source, report)
    names = Names()
    taken = Account(report)
    operations = Operations(Fields(names, report, taken), report, taken)
    _head(root, draft)
    tags = _tags(root, draft)
    asked: dict[str, Node] = {}
    seen: set[tuple[str, str]] = set()
    found = blocks(root)
    for section in found:
        verb = section.first("http-verb")
        assert verb is not None  # blocks() asks for it
        method = words(verb)[0].lower()
        if method in _HOOKS or verb.attributes.get("type") in _HOOKS:
            taken.take(section)
            continue  # a webhook: the page does not tell its method
        if method not in METHODS:
            method = {"del": "delete", "opts": "options"}.get(method, method)
        if method not in METHODS:
            report.add(UNKNOWN_METHOD.at(verb.span, method=method))
            taken.take(section)
            continue
        path, servers = _target(section, verb, taken)
        for server in servers:
            known = [each.get_text("url") for each in draft.servers]
            if server.get_text("url") not in known:
                draft.servers.append(server)
        if (method, path) in seen:
            taken.take(section)
            continue  # an operation stands below each of its tags
        seen.add((method, path))
        operation = operations.read(section, path)
        members = dict(operation.map)
        tag = tags.get(
            section.attributes["data-section-id"].partition("/")[2].partition("/")[0]
        )
        if tag is not None and section.attributes["data-section-id"].startswith("tag/"):
            members = {"tags": Node([tag], tag.span), **members}
        for name in _credentials(section):
            asked.setdefault(str(name.text), name)
        draft.add(method, path, Node(members, operation.span, verb.span))
    for name in asked.values():
        report.add(UNKNOWN_SCHEME.at(name.span, name=name.text))
    if not draft.operations:
        return None
    account(root, found, taken, report)
    draft.schemas |= names.components(report)
    return settled(draft.node())


def _head(root: Element, draft: Draft) -> None:
    info = root.first("api-info")
    title = next((each for each in tagged(info, "h1")), None) if info else None
    if title is not None:
        text, span = words(title)
        found = _VERSION.fullmatch(text)
        draft.info["title"] = Node(found["title"] if found else text, span)
        if found and found["version"]:
            draft.info["version"] = Node(found["version"], span)
    for each in root.walk():
        is_text = each.attributes.get("data-role") == "redoc-description"
        if is_text and (text := markdown(each)):
            draft.info["description"] = Node(text, each.inner)


def _tags(root: Element, draft: Draft) -> dict[str, Node]:
    """Return the tags, by what addresses call them, with their texts in *draft*."""
    found: dict[str, Node] = {}
    for section in root.walk():
        name = section.attributes.get("data-section-id", "")
        if not _TAG.fullmatch(name):
            continue
        headings = tagged(section, "h1", "h2")
        if not headings:
            continue
        text, span = words(headings[0])
        found[name.removeprefix("tag/")] = Node(text, span)
        members = {"name": Node(text, span)}
        told = section.first("redoc-markdown") or _below_heading(section)
        if told is not None and (prose := markdown(told)):
            members["description"] = Node(prose, told.inner)
        draft.tags.setdefault(text, Node(members, span))
    return found


def _below_heading(section: Element) -> Element | None:
    """Return the one part of *section* that holds text and neither heading nor section."""
    parts = [
        child
        for child in section.children
        if words(child)[0]
        and not tagged(child, "h1", "h2")
        and not any("data-section-id" in each.attributes for each in child.walk())
    ]
    return parts[0] if len(parts) == 1 else None


def _target(section: Element, verb: Element, taken: Account) -> tuple[str, list[Node]]:
    """Return the path beside the method, and the servers listed below it."""
    path = ""
    for holder in section.walk():
        if verb in holder.children:
            rest = [each for each in holder.children if each is not verb]
            path = next(
                (words(each)[0] for each in rest if words(each)[0].startswith("/")), ""
            )
            taken.take(holder)
            break
    for box in section.walk():
        if any(verb in each.children for each in box.children):
            taken.take(*(each for each in box.children if not tagged(each, "td", "h5")))
    servers: list[Node] = []
    for each in tagged(section, "span"):
        text, span = words(each)
        if re.match(r"(?:https?:)?//\S+$", text):
            servers.append(Node({"url": Node(text.rstrip("/") or text, span)}, span))
    return path, servers


def _credentials(section: Element) -> Iterator[Node]:
    for heading in tagged(section, "h5"):
        if not words(heading)[0].lower().startswith("authorizations"):
            continue
        for holder in section.walk():
            if any(
                heading in each.walk() for each in holder.children if each.tag == "div"
            ):
                for each in tagged(holder, "i"):
                    yield Node(*words(each))
                return
