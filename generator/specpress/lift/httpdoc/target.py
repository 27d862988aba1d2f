"""The target of a request: a path template with a query template behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import BAD_TARGET, UNKNOWN_EXPRESSION
from specpress.readers.slices import Text
from specpress.source import Span

_PATH_NAME: Final = re.compile(r"\{([^{}]+)\}")
_QUERY: Final = re.compile(r"\{[?&]([^{}]*)\}")
_NAME: Final = re.compile(r"((?:[^%*:\s]|%[0-9A-Fa-f]{2})+)(\*?)")
_EXTENSION: Final = re.compile(r"\.(?:json|yaml|yml|csv|txt)$")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A parameter in a target; *exploded* is false for those in the path."""

    name: str
    exploded: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """A path template as OpenAPI has it, and the parameters in path and query."""

    path: str
    span: Span
    in_path: tuple[Placeholder, ...]
    in_query: tuple[Placeholder, ...]

    def query(self, name: str) -> Placeholder | None:
        """Return the placeholder of the query parameter *name*, or None.

        The tool drops braces around a name and a file ending behind it.
        """
        short = _EXTENSION.sub("", name).lstrip("{").rstrip("}")
        by_name = {each.name: each for each in self.in_query}
        return by_name.get(name) or by_name.get(short)


def read_target(text: Text, report: Report) -> Target | None:
    """Return the target that *text* shows, or None with the reason reported.

    The path is turned back to slashes; it is otherwise kept as it stands.
    """
    whole, span = text.trimmed()
    begin = text.text.find(whole)
    query = re.search(r"\{[?&]", whole)
    cut = query.start() if query else len(whole)
    path = whole[:cut].replace("\\", "/")
    if reason := _fault(path):
        report.add(BAD_TARGET.at(span, target=whole, reason=reason))
        return None
    in_path = {
        found[1]: Placeholder(
            found[1], False, text.span(begin + found.start(), begin + found.end())
        )
        for found in _PATH_NAME.finditer(path)
    }
    in_query = _query(text, begin + cut, begin + len(whole), report)
    here = text.span(begin, begin + cut)
    return Target(path, here, tuple(in_path.values()), in_query)


def _fault(path: str) -> str | None:
    """Return what is wrong with *path*, or None."""
    if not path.startswith("/"):
        return "it does not begin with a slash"
    if re.search(r"[{}]", _PATH_NAME.sub("", path)):
        return "its braces do not match"
    return None


def _query(text: Text, at: int, end: int, report: Report) -> tuple[Placeholder, ...]:
    """Return the parameters of the query template from *at* to *end*."""
    found: dict[str, Placeholder] = {}
    while at < end:
        template = _QUERY.match(text.text, at, end)
        if template is None:
            part = text.text[at:end]
            report.add(UNKNOWN_EXPRESSION.at(text.span(at, end), part=part))
            break
        start = template.start(1)
        for part in template[1].split(","):
            span = text.span(start, start + len(part))
            start += len(part) + 1
            if (placeholder := _placeholder(part, span)) is None:
                report.add(UNKNOWN_EXPRESSION.at(span, part=part))
            else:
                found.setdefault(placeholder.name, placeholder)
        at = template.end()
    return tuple(found.values())


def _placeholder(part: str, span: Span) -> Placeholder | None:
    matched = _NAME.fullmatch(part)
    if matched is None:
        return None
    try:
        name = unquote(matched[1], errors="strict")
    except UnicodeDecodeError:
        return None
    return Placeholder(name, bool(matched[2]), span)
