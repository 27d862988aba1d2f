"""Pages of widdershins: its Markdown, and the HTML that renderers make of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import (
    KINDS_LOST,
    UNKNOWN_SECTION,
    UNKNOWN_TEXT,
)
from specpress.lift.base import Page
from specpress.lift.rendering.draft import Draft
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.from_html import blocks_of_html
from specpress.lift.widdershins.from_markdown import blocks_of_markdown
from specpress.lift.widdershins.intro import read_intro, read_tag
from specpress.lift.widdershins.models import about, lists, name_of, read_model
from specpress.lift.widdershins.operation import (
    Operation,
    has_callbacks,
    ignore_callback,
    read_operation,
)
from specpress.lift.widdershins.outline import TARGET, Outline, Part, outline
from specpress.lift.widdershins.schemas import Schemas
from specpress.lift.widdershins.schemes import read_schemes
from specpress.lift.widdershins.security import Security
from specpress.readers.raw import PLAIN
from specpress.tree import Node

_GENERATOR: Final = re.compile(r"<!--\s*Generator: Widdershins", re.IGNORECASE)
_ANCHOR: Final = re.compile(r"\bid=\"(?:opId|tocS_|schema_)", re.IGNORECASE)
_MARKDOWN: Final = re.compile(r"^(?:`\w+ \S.*`|\|(?:---\|)+)[ \t\r]*$", re.MULTILINE)
_LOST: Final = (
    "limits of values, defaults, all but one of the media types, and how bodies and"
    " responses without a name combine schemas"
)


class Widdershins:
    """The lifter of widdershins' pages."""

    name = "widdershins"

    def accepts(self, page: Page) -> bool:
        """Return whether *page* names the tool, or has its anchors and its targets."""
        text = page.source.text
        if _GENERATOR.search(text):
            return True
        return bool(_ANCHOR.search(text)) and any(_targets(_blocks(page)))

    def lift(self, page: Page, report: Report) -> Node | None:
        """Return the document that *page* shows, all its operations together."""
        blocks = _blocks(page)
        found = outline(blocks)
        draft = Draft(page.source, report)
        read_intro(found.intro, draft)
        for tag in found.tags:
            read_tag(tag, draft)
        _read(found, draft, report)
        _account(blocks, report)
        return draft.node()

    def finish(self, document: Node, report: Report) -> Node:
        """Return *document*; report what no page of the tool says."""
        report.add(KINDS_LOST.at(tool="widdershins", lost=_LOST))
        return document


def _blocks(page: Page) -> list[Block]:
    """Return the blocks of *page*, which is HTML or still Markdown."""
    if not _is_html(page):
        return blocks_of_markdown(page.source)
    root = page.root(PLAIN)
    return [] if root is None else blocks_of_html(root)


def _is_html(page: Page) -> bool:
    """Return whether *page* is HTML: no line of it is a target or a rule of a table."""
    return _MARKDOWN.search(page.source.text) is None


def _targets(blocks: Sequence[Block]) -> list[Block]:
    return [
        each
        for each in blocks
        if each.kind == "text" and TARGET.fullmatch(each.text.strip())
    ]


def _read(found: Outline, draft: Draft, report: Report) -> None:
    """Add the operations, the models and the security schemes to *draft*."""
    schemas = Schemas(about(found.schemas), lists(found.schemas), report)
    security = Security(report)
    read: list[Operation] = []
    for part, callbacks in _with_callbacks(found.operations):
        for callback in callbacks:
            ignore_callback(callback, report)
            part.blocks.extend(b for b in callback.blocks if b.kind == "aside")
        if (operation := read_operation(part, schemas, security, report)) is not None:
            read.append(operation)
    for part in found.schemas:
        draft.schemas[name_of(part)] = read_model(part, schemas, report)
    draft.schemes.update(security.schemes(read_schemes(found.authentication, report)))
    for method, path, found_ in read:
        members = dict(found_.map)
        if (needed := members.get("security")) is not None:
            members["security"] = security.known(needed, draft.schemes)
        draft.add(method, path, Node(members, found_.span, found_.key_span))


def _with_callbacks(parts: Sequence[Part]) -> list[tuple[Part, list[Part]]]:
    """Return the operations, each with those that are callbacks of it.

    A callback repeats the target of the operation that it follows.
    """
    found: list[tuple[Part, list[Part]]] = []
    for part in parts:
        target = part.blocks[part.target].text.strip() if part.target >= 0 else ""
        if found and has_callbacks(found[-1][0]):
            last = found[-1][0]
            if target and last.blocks[last.target].text.strip() == target:
                found[-1][1].append(part)
                continue
        found.append((part, []))
    return found


def _account(blocks: Sequence[Block], report: Report) -> None:
    """Report the blocks that no part of the lifter has understood."""
    for block in blocks:
        text = " ".join(block.text.split())
        if block.used or not any(char.isalnum() for char in text):
            continue
        grave = block.kind in ("table", "list", "other")
        code = UNKNOWN_SECTION if grave else UNKNOWN_TEXT
        report.add(code.at(block.span, path=block.path, text=text[:60]))
