"""The parts that the description of an operation is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from specpress.lift.sphinx.labels import Kind, kind_of
from specpress.lift.sphinx.messages import Shown, read_shown
from specpress.lift.sphinx.rows import Group, groups
from specpress.lift.sphinx.signature import is_signature
from specpress.readers.element import Element

_SAMPLES: Final = frozenset(
    "bash sh shell console shell-session python python3 javascript js ruby php java go"
    " http default none text curl".split()
)
"""The languages of code blocks that are samples, not prose."""


@dataclass(slots=True)
class Parts:
    """What stands in one ``dd``; *taken* is all of it that is no prose."""

    summary: Element | None = None
    groups: list[tuple[Kind, Group]] = field(default_factory=list[tuple[Kind, Group]])
    unknown: list[Group] = field(default_factory=list[Group])
    messages: list[Shown] = field(default_factory=list[Shown])
    schema: Element | None = None
    nested: list[Element] = field(default_factory=list[Element])
    taken: list[Element] = field(default_factory=list[Element])

    def rows(self, *kinds: Kind) -> list[tuple[Kind, Group]]:
        """Return the groups of *kinds*."""
        return [each for each in self.groups if each[0] in kinds]


def parts_of(body: Element) -> Parts:
    """Return the parts of *body*, the ``dd`` of an operation."""
    parts = Parts()
    children = body.children
    for index, child in enumerate(children):
        following = children[index + 1] if index + 1 < len(children) else None
        strong = _only_strong(child)
        language = _language(child)
        if child.has("field-list"):
            _read_fields(child, parts)
        elif language is not None:
            if not _read_code(child, language, index, children, parts):
                continue
        elif _is_callback(child):
            parts.nested.append(child)
        elif strong is None:
            continue
        elif following is not None and _language(following) is not None:
            pass  # the label of a code block
        elif index == 0:
            parts.summary = strong
        else:
            continue
        parts.taken.append(child)
    return parts


def _read_fields(child: Element, parts: Parts) -> None:
    for group in groups(child):
        if (kind := kind_of(group.label)) is not None:
            parts.groups.append((kind, group))
        else:
            parts.unknown.append(group)


def _read_code(
    child: Element,
    language: str,
    index: int,
    children: tuple[Element, ...],
    parts: Parts,
) -> bool:
    """Read the code block *child*; False when it is prose."""
    if (shown := read_shown(child)) is not None:
        parts.messages.append(shown)
        return True
    label = _only_strong(children[index - 1]) if index else None
    if label is None:
        return language in _SAMPLES
    words = label.text.text.strip().rstrip(":").lower()
    if language in ("json", "") and words == "request body":
        parts.schema = child
    return True


def _only_strong(child: Element) -> Element | None:
    """Return the ``strong`` that is all of the paragraph *child*, or None."""
    inner = [each for each in child.children if each.tag in ("strong", "b")]
    if child.tag != "p" or len(inner) != 1 or len(child.children) != 1:
        return None
    rest = "".join(gap.text for gap in child.gaps()).strip()
    return inner[0] if rest in ("", ":") else None


def _language(child: Element) -> str | None:
    """Return the language of a code block, or None when *child* is none."""
    for name in child.classes if child.tag == "div" else ():
        if name.startswith("highlight-"):
            return name.removeprefix("highlight-")
    return "" if is_code(child) else None


def is_code(child: Element) -> bool:
    """Return whether *child* is a block of code, in a box or not."""
    while child.tag == "div" and len(child.children) == 1:
        child = child.children[0]
    return child.tag == "pre"


def _is_callback(child: Element) -> bool:
    return child.has("admonition") and any(is_signature(each) for each in child.walk())
