"""A whole page: its head, its servers, its operations, its models."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.rendering.draft import Draft
from specpress.lift.rendering.version import settled
from specpress.lift.swaggerui.account import account
from specpress.lift.swaggerui.contents import Contents
from specpress.lift.swaggerui.dom import options, prose, tagged, words
from specpress.lift.swaggerui.names import Names, report_folded
from specpress.lift.swaggerui.operation import Operations
from specpress.readers.element import Element
from specpress.source import Source
from specpress.tree import Node

_BASE: Final = re.compile(r"\[\s*Base URL:\s*(\S+)\s*\]")


def read_page(root: Element, source: Source, report: Report) -> Node | None:
    """Return the document that the page below *root* shows; None without operations."""
    draft = Draft(source, report)
    names = Names()
    contents = Contents(names, report)
    operations = Operations(contents, report)
    _head(root, draft)
    draft.servers.extend(_servers(root))
    for holder in (each for each in root.walk() if each.has("opblock-tag")):
        _tag(holder, draft)
    _models(root, contents)
    hooks: dict[str, dict[str, Node]] = {}
    seen: set[tuple[str, str]] = set()
    for tag, block in _blocks(root):
        read = operations.read(block, tag)
        if read is None or read[:2] in seen:
            continue  # an operation stands below each of its tags
        seen.add((read[0], read[1]))
        method, path, operation = read
        if path.startswith("/"):
            draft.add(method, path, operation)
        else:
            hooks.setdefault(path, {})[method] = operation
    if not draft.operations and not hooks:
        return None
    account(root, report)
    draft.schemas |= names.components(report)
    document = settled(_with_hooks(draft.node(), hooks))
    for part in ("paths", "webhooks", "components"):
        if (found := document.get(part)) is not None:
            report_folded(found, report)
    return document


def _with_hooks(document: Node, hooks: dict[str, dict[str, Node]]) -> Node:
    """Return *document* with the webhooks (OpenAPI 3.1.0, 4.8.1) that the page shows."""
    if not hooks:
        return document
    items = {name: Node(dict(methods)) for name, methods in hooks.items()}
    return Node({**document.map, "webhooks": Node(dict(items))})


def _head(root: Element, draft: Draft) -> None:
    info = root.first("info")
    if info is None:
        return
    title = info.first("title")
    if title is not None:
        text, span = next(title.gaps()).trimmed()
        text, span = (text, span) if text else words(title)
        draft.info["title"] = Node(" ".join(text.split()), span)
    version = info.first("version")
    if version is not None:
        text, span = words(version)
        draft.info["version"] = Node(text, span)
    described = info.first("description")
    if described is not None and (told := prose(described)):
        draft.info["description"] = told


def _servers(root: Element) -> list[Node]:
    """Return the servers (OpenAPI 3.0.3, 4.7.5), or the base URL of OpenAPI 2.0."""
    holder = root.first("servers")
    found: list[Node] = []
    for select in tagged(holder, "select") if holder is not None else ():
        for option in tagged(select, "option"):
            url = option.attributes.get("value", "")
            shown, span = words(option)
            members = {"url": Node(url or shown, span)}
            told = shown.removeprefix(url).removeprefix(" - ").strip()
            if told and told != shown:
                members["description"] = Node(told, span)
            found.append(Node(members, span))
        break
    if found:
        return found
    base = next((each for each in root.walk() if each.has("base-url")), None)
    matched = _BASE.search(words(base)[0]) if base is not None else None
    if base is None or matched is None:
        return []
    schemes = [str(each.text) for each in options(root.first("schemes"))]
    kinds = [each for each in schemes if each in ("https", "http")] or ["https"]
    return [Node.of({"url": f"{kind}://{matched[1]}"}, base.span) for kind in kinds]


def _tag(holder: Element, draft: Draft) -> None:
    name = _tag_name(holder)
    members = {"name": name}
    if told := prose(holder):
        members["description"] = told
    if name.text != "default":
        draft.tags[str(name.text)] = Node(members, holder.span)


def _tag_name(holder: Element) -> Node:
    shown = tagged(holder, "a", "span")
    text, span = words(shown[0]) if shown else words(holder)
    return Node(holder.attributes.get("data-tag") or text, span)


def _blocks(root: Element) -> list[tuple[Node | None, Element]]:
    """Return the blocks of operations, each with the tag that it stands below."""
    found: list[tuple[Node | None, Element]] = []
    tag: Node | None = None
    pending = [root]
    while pending:
        element = pending.pop()
        if element.has("opblock-tag"):
            name = _tag_name(element)
            tag = name if name.text != "default" else None
        elif element.has("opblock"):
            found.append((tag, element))
            continue
        pending.extend(reversed(element.children))
    return found


def _models(root: Element, contents: Contents) -> None:
    """Read the models at the end of the page, as far as they are unfolded."""
    section = next((each for each in root.walk() if each.has("models")), None)
    if section is None:
        return
    for holder in section.all("model-container"):
        unfolded = any(
            each.tag == "table" or each.has("prop-type") for each in holder.walk()
        )
        if unfolded:
            contents.schema(holder)
