"""Title, version, description and servers of the API."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.lift.neoteroi import texts
from specpress.lift.neoteroi.parameters import rows_of, said
from specpress.lift.neoteroi.stream import Part
from specpress.lift.rendering.markdown import markdown
from specpress.source import Span
from specpress.tree import Node

_VERSION: Final = re.compile(r"(.*\S)\s+(v?\d\S*)")
_LEGAL: Final = ("terms of service:", "contact:", "license:")


def read_info(parts: Sequence[Part]) -> dict[str, Node]:
    """Return the members of the Info Object (OpenAPI 3.0.3, 4.7.2) that *parts* show.

    *parts* are those from the title to the first heading after it.
    """
    title = next((p for p in parts if p.kind == "heading" and p.level == 1), None)
    if title is None:
        return {}
    span = title.element.inner
    found = _VERSION.fullmatch(title.text)
    info = {"title": Node(found[1] if found else title.text, span)}
    if found:
        info["version"] = Node(found[2], span)
    told: list[Part] = []
    for part in parts[parts.index(title) + 1 :]:
        if part.text.lower().startswith(_LEGAL) or part.element.tag == "hr":
            break
        if part.text:
            told.append(part)
    if told:
        text = "\n\n".join(markdown(each.element) for each in told)
        ends = told[0].element.span, told[-1].element.span
        info["description"] = Node(text, Span(ends[0].file, ends[0].start, ends[1].end))
    return info


def read_servers(parts: Sequence[Part], report: Report) -> list[Node]:
    """Return the servers (OpenAPI 3.0.3, 4.7.5) that the section *parts* lists."""
    servers: list[Node] = []
    for part in parts:
        if part.kind != "table":
            continue
        element = part.element
        for row in rows_of(element, ("url",), ("description",), report):
            url = said(element, row, "url")
            members = {"url": Node(*url)}
            text = row.text("description")
            if text and text != url[0]:
                members["description"] = Node(text, row.span_of("description"))
            servers.append(Node(members, row.span))
    return servers


def sections(parts: Sequence[Part]) -> dict[str, list[Part]]:
    """Return the sections beside those of operations, by their titles."""
    found: dict[str, list[Part]] = {}
    for title, inside in chapters(parts):
        word = title.text.lower()
        if word in texts.SECTIONS and not any(map(is_operation, inside)):
            found[word] = inside
    return found


def chapters(parts: Sequence[Part]) -> list[tuple[Part, list[Part]]]:
    """Return the headings of the second level, each with what stands below it."""
    found: list[tuple[Part, list[Part]]] = []
    for index, part in enumerate(parts):
        if part.kind == "heading" and part.level <= 2 and _begins(parts, index):
            found.append((part, []))
        elif found:
            found[-1][1].append(part)
    return found


def _begins(parts: Sequence[Part], index: int) -> bool:
    """Return whether a section begins at *index*: what a description holds does not.

    A heading within the description of an operation is followed by more of it, and
    not by a heading of an operation; those of the other sections are known by title.
    """
    part = parts[index]
    if part.level == 1 or part.text.lower() in texts.SECTIONS:
        return True
    following = next((each for each in parts[index + 1 :] if each.text), None)
    return following is not None and is_operation(following)


def is_operation(part: Part) -> bool:
    """Return whether *part* is the heading of an operation."""
    heading = part.kind == "heading" and part.level > 1
    return heading and texts.OPERATION.fullmatch(part.text) is not None
