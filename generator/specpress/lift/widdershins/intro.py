"""What a page says before its first operation: title, servers, licence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.lift.rendering.draft import Draft
from specpress.lift.widdershins.blocks import Block, prose
from specpress.lift.widdershins.outline import Part
from specpress.tree import Node

_TITLE: Final = re.compile(r"(.*?)\s+v?(\S+)")
_LINK: Final = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_FOOT: Final = re.compile(r"(?:Email: |Web: |License: |\[Terms of service\])")
_LICENSE: Final = re.compile(r"License: (?:\[([^\]]*)\]\(([^)]*)\)|([^\n]+))")
_WEB: Final = re.compile(r"Web: \[([^\]]*)\]\(([^)]*)\)")
_EMAIL: Final = re.compile(r"Email: \[?([^\]\s]*[^\]]*)\]?(?:\(mailto:([^)]*)\))?")
_VARIABLE: Final = re.compile(r"\*\*(.+?)\*\* - (.*?) ?Default: ?(\S*)", re.DOTALL)
_SCROLL: Final = "scroll down for"


def read_intro(blocks: Sequence[Block], draft: Draft) -> None:
    """Add the title, version, description and servers that *blocks* show to *draft*."""
    rest = list(blocks)
    if rest and rest[0].kind == "heading":
        _read_title(rest.pop(0), draft)
    described: list[Block] = []
    servers = False
    for block in rest:
        text = block.text.strip()
        if block.kind == "quote" and _SCROLL in text.lower():
            block.used = True
        elif block.kind == "text" and text.startswith("Base URLs:"):
            servers = block.used = True
        elif servers and block.kind == "list":
            _read_servers(block, draft)
        elif block.kind == "text" and _FOOT.match(text):
            _read_foot(block, draft)
        else:
            described.append(block)
    if described:
        span = described[0].span
        if text := prose(described):
            draft.info["description"] = Node(text, span)


def _read_title(block: Block, draft: Draft) -> None:
    block.used = True
    shown = _TITLE.fullmatch(block.text.strip())
    title, version = (shown[1], shown[2]) if shown else (block.text.strip(), "")
    draft.info["title"] = Node(title or "API", block.span)
    if version:
        draft.info["version"] = Node(version, block.span)


def _read_servers(block: Block, draft: Draft) -> None:
    """Add the servers (OpenAPI 3.0.3, 4.7.5) that the list names, and variables."""
    block.used = True
    for part in re.split(r"^[-*+] ", block.text, flags=re.MULTILINE)[1:]:
        first, _, below = part.strip().partition("\n")
        link = _LINK.match(first)
        members: dict[str, object] = {"url": link[2] if link else first.strip()}
        variables: dict[str, object] = {}
        chunks = re.split(r"^\s+[-*+] (?=\*\*)", below, flags=re.MULTILINE)
        for chunk in chunks:
            if found := _VARIABLE.match(chunk):
                values = re.findall(r"^\s*[-*+] (\S.*)", chunk, flags=re.MULTILINE)
                variable: dict[str, object] = {"default": found[3]}
                if found[2].strip():
                    variable["description"] = found[2].strip()
                if values:
                    variable["enum"] = values
                variables[found[1]] = variable
        if variables:
            members["variables"] = variables
        draft.servers.append(Node.of(members, block.span))


def _read_foot(block: Block, draft: Draft) -> None:
    """Add contact and licence (OpenAPI 3.0.3, 4.7.3, 4.7.4)."""
    block.used = True
    if license_ := _LICENSE.search(block.text):
        told = {"name": license_[1] or license_[3].strip()}
        if license_[2]:
            told["url"] = license_[2]
        draft.info["license"] = Node.of(told, block.span)
    contact: dict[str, object] = {}
    if web := _WEB.search(block.text):
        contact.update({"name": web[1], "url": web[2]})
    if (email := _EMAIL.search(block.text)) and email[2]:
        contact.update({"name": email[1], "email": email[2]})
    if contact:
        draft.info["contact"] = Node.of(contact, block.span)


def read_tag(part: Part, draft: Draft) -> None:
    """Add the tag (OpenAPI 3.0.3, 4.7.22) that *part* is to *draft*."""
    part.heading.used = True
    name = part.heading.text.strip()
    members = {"name": Node(name, part.heading.span)}
    if part.blocks:
        span = part.blocks[0].span
        if text := prose(part.blocks):
            members["description"] = Node(text, span)
    draft.tags.setdefault(name, Node(members, part.heading.span))
