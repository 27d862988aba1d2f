"""How a section of an operation is laid out: headings, and what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.lift.swaggerui.dom import tagged, words
from specpress.readers.element import Element

PARAMETERS: Final = re.compile(r"(path|query|header|cookie) Parameters", re.IGNORECASE)
BODY: Final = re.compile(r"Request Body(?: schema)?\s*:?.*", re.IGNORECASE | re.DOTALL)
SCHEMA: Final = re.compile(r"Response Schema\s*:?.*", re.IGNORECASE | re.DOTALL)
HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5")


def column_of(section: Element) -> Element:
    """Return the column with the text; the other one has the samples."""
    for element in section.walk():
        if any(child.tag in ("h1", "h2", "h3") for child in element.children):
            return element
    return section


def flat(element: Element) -> list[Element]:
    """Return the parts of *element*; boxes that hold headings are taken apart."""
    found: list[Element] = []
    for child in element.children:
        inner = [each for each in child.children if each.tag in HEADINGS]
        unfolds = bool(child.children) and child.children[0].tag == "button"
        nested = (
            child.tag == "div"
            and not unfolds
            and (inner or any(_wraps(each) for each in child.children))
        )
        if nested:
            found.extend(flat(child))
        else:
            found.append(child)
    return found


def _wraps(element: Element) -> bool:
    return element.tag == "div" and any(
        each.tag == "h5" and _is_known(words(each)[0]) for each in element.children
    )


def _is_known(text: str) -> bool:
    return any(
        pattern.fullmatch(text) for pattern in (PARAMETERS, BODY, SCHEMA)
    ) or text.lower().startswith("authorizations")


def sections(parts: Sequence[Element]) -> list[tuple[Element, list[Element]]]:
    """Return the headings among *parts*, each with what stands below it."""
    found: list[tuple[Element, list[Element]]] = []
    for part in parts:
        if part.tag in HEADINGS:
            found.append((part, []))
        elif found:
            found[-1][1].append(part)
    return found


def answers_of(part: Element) -> list[Element]:
    """Return the boxes of responses in *part*: a button, and what it unfolds."""
    if (
        part.children
        and part.children[0].tag == "button"
        and tagged(part.children[0], "strong")
    ):
        return [part]
    return [each for child in part.children for each in answers_of(child)]


def tables_of(part: Element) -> list[Element]:
    """Return the outermost tables in *part*."""
    if part.tag == "table":
        return [part]
    return [each for child in part.children for each in tables_of(child)]


def is_prose(part: Element) -> bool:
    """Return whether *part* is rendered Markdown: blocks of text only."""
    if part.tag != "div" or not words(part)[0]:
        return part.tag == "div" and not part.children
    tags = {each.tag for each in part.children}
    return bool(tags) and tags <= set(
        "p ul ol blockquote pre h1 h2 h3 h4 h5 hr".split()
    )
