"""What is said of one value: the line of its type, and the notes below it."""

from __future__ import annotations

import re
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import UNKNOWN_TEXT
from specpress.lift.redoc.rows import has_prose, value_of
from specpress.lift.redoc.types import Line, loose, read_line
from specpress.lift.rendering.markdown import markdown
from specpress.lift.swaggerui.dom import tagged, words
from specpress.readers.element import Element
from specpress.tree import Node

_NOTE: Final = re.compile(
    r"(?P<what>Default|Enum|Items Enum|Items Value|Value|Const|Examples?)\s*:\s*(?P<rest>.*)",
    re.DOTALL,
)


def read_detail(
    element: Element, name: str, report: Report
) -> tuple[Line, Node, Node | None]:
    """Return the line of a type, what stands below it as keywords, and the prose."""
    holder = element
    while len(holder.children) == 1 and holder.children[0].tag == "div":
        if holder.children[0].children and holder.children[0].children[0].tag == "span":
            break
        holder = holder.children[0]
    first = holder.children[0] if holder.children else holder
    line = read_line(first, name, report)
    for text, span in loose(holder):
        report.add(UNKNOWN_TEXT.at(span, path=holder.path, text=text[:60]))
    members: dict[str, Node] = {}
    prose: Node | None = None
    samples = False
    for part in holder.children[1:]:
        text, span = words(part)
        if not text or tagged(part, "select") or part.tag == "button":
            continue
        if note := _NOTE.fullmatch(text):
            _add_note(note, part, members)
            samples = note["what"].startswith("Example")
        elif samples and part.tag in ("span", "ul", "div") and not has_prose(part):
            continue  # one of several examples
        elif text == "Deprecated":
            members["deprecated"] = Node(True, span)
        elif has_prose(part):
            prose = Node(markdown(part), part.inner)
        elif text not in ("read-only", "write-only"):
            shown = {"path": part.path, "text": text[:60]}
            report.add(UNKNOWN_TEXT.at(part.span, **shown))
    return line, Node(members, element.span), prose


def _add_note(note: re.Match[str], part: Element, members: dict[str, Node]) -> None:
    """Add the values or the default that *part* tells."""
    shown = [words(each) for each in tagged(part, "span") if not each.children]
    values = [(text, span) for text, span in shown if not text.endswith(":")]
    read = [Node.of(value_of(text), span) for text, span in values]
    what = note["what"]
    if not read or what.startswith("Example"):
        return
    if what.startswith("Items") or what == "Enum":
        key = "items" if what.startswith("Items") else "enum"
        found = Node(read, part.span)
        members[key] = Node({"enum": found}, part.span) if key == "items" else found
    elif what == "Default":
        members["default"] = read[0]
    else:
        members["enum"] = Node(read[:1], part.span)
