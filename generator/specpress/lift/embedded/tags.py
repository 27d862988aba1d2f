"""The tags of a page that may hold or name a description, whatever the page's size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specpress.readers.slices import Text, attribute, verbatim
from specpress.source import Source, Span

_ATTRIBUTES: Final = r"(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+"
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(?P<raw>script|style|textarea|title)\b(?P<head>{_ATTRIBUTES})>"
    r"(?P<body>.*?)(?:</(?P=raw)[\s/>]|\Z)"
    rf"|<(?P<name>[a-z][^\s/>]*)(?P<rest>{_ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?"""
)


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, its attributes by name in lower case, and what a script holds."""

    name: str
    attributes: Mapping[str, Text]
    body: Text | None
    span: Span

    def says(self, name: str) -> str:
        """Return the value of the attribute *name*, empty when there is none."""
        value = self.attributes.get(name)
        return "" if value is None else value.text.strip()

    @property
    def words(self) -> frozenset[str]:
        """The element's id and classes, in lower case."""
        return frozenset(f"{self.says('id')} {self.says('class')}".lower().split())


def read_tags(source: Source) -> Iterator[Tag]:
    """Yield the tags of *source* that have attributes, and its scripts.

    Text that HTML does not read as markup, in comments, scripts and styles, has none
    (WHATWG HTML, 13.2.5); what nests in what does not matter here.
    """
    for found in _TAG.finditer(source.text):
        if name := found["name"]:
            if found["rest"].strip(" \t\r\n/"):
                yield _tag(source, name, found, "rest", None)
        elif (name := found["raw"]) and name.lower() == "script":
            body = verbatim(source, *found.span("body"))
            yield _tag(source, name, found, "head", body)


def _tag(
    source: Source, name: str, found: re.Match[str], group: str, body: Text | None
) -> Tag:
    start, end = found.span(group)
    attributes: dict[str, Text] = {}
    for each in _ATTRIBUTE.finditer(source.text, start, end):
        which = each.lastindex or 1
        begin, stop = each.span(which) if which > 1 else (each.end(), each.end())
        attributes.setdefault(each[1].lower(), attribute(source, begin, stop))
    span = source.span(found.start(), end + 1)
    return Tag(name.lower(), attributes, body, span)
