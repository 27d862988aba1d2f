"""The names and the description of an operation."""

from __future__ import annotations

import posixpath

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NAMES_DIFFER, NO_OPERATION_ID
from specpress.readers.element import Element
from specpress.source import Source, Span
from specpress.tree import Node


def read_overview(
    root: Element, scope: Element, source: Source, report: Report
) -> dict[str, Node]:
    """Return operationId, summary and description, as far as the page has them.

    The heading is the summary, or the operationId on a page without one, which then
    has no title either. The file is named after the operationId.
    """
    members: dict[str, Node] = {}
    heading = scope.first("request-summary")
    shown, span = _words(heading) if heading else ("", scope.span)
    title = next((each for each in root.walk() if each.tag == "title"), None)
    titled = title is not None and bool(title.text.text.strip())
    stem = _stem(source.name)
    heading_is_id = bool(shown) and not titled and " " not in shown
    if heading_is_id and shown not in (stem, posixpath.splitext(source.name)[0]):
        report.add(NAMES_DIFFER.at(span, heading=shown, stem=stem, taken=shown))
    name = shown if heading_is_id else stem
    if name:
        members["operationId"] = Node(name, span)
    else:
        report.add(NO_OPERATION_ID.at(span))
    if shown and shown != name:
        members["summary"] = Node(shown, span)
    described = scope.first("request-description")
    if described and (text := described.markup.strip()):
        members["description"] = Node(text, described.inner)
    return members


def _words(heading: Element) -> tuple[str, Span]:
    text, span = heading.text.trimmed()
    return " ".join(text.split()), span


def _stem(name: str) -> str:
    """Return the file's name without its ending: nothing for ``.md``."""
    base = posixpath.basename(name)
    return base.rpartition(".")[0] if "." in base else base
