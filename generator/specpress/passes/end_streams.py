"""Afterwards a sequence that ends with an item of its own, by what the description says
of it or shows, has that as its terminator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.answers import TERMINATOR
from specpress.ir.nodes import Api, Content, Operation, Response, TypeDecl
from specpress.ir.types import Anything, Enum, Object, Type
from specpress.ir.walk import reachable

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[A-Z`*])|\n\s*\n")
_ENDS: Final = re.compile(
    r"terminat|\bends?\b|\bend(?:ed|ing)\b|\bfinal|\bfinish|\bcomplet|\blast\b|\bclos"
    r"|\bstops?\b|\bdone\b",
    re.IGNORECASE,
)
_MARK: Final = re.compile(
    r"\bdata:\s*(?P<sent>[^\s`\"'{\d][^\s`\"']*)"
    r"|[`\"'](?P<quoted>\[[A-Za-z_]+\]|<[|/]?[A-Za-z_]+[|/]?>)[`\"']"
    r"|(?<![\w\]])(?P<bare>\[[A-Z_]{3,}\])(?!\()"
)
"""Words that stand for the end: after ``data:``, or in brackets."""


def end_streams(api: Api, report: Report) -> Api:
    """Return *api* with the terminators of its sequences, where they can be known."""
    fields = _fields_of_streams(api)
    types = {decl.id: decl for decl in api.types}

    def operation(old: Operation) -> Operation:
        if not any(c.item for r in old.responses for c in r.contents):
            return old
        said = [old.summary, old.description, *fields.get(old.id, ())]
        named = (p.description for p in old.parameters if "stream" in p.name.lower())
        texts = [text for text in (*said, *named) if text]
        responses = tuple(
            _ended(r, texts, old.id, types, report) for r in old.responses
        )
        return replace(old, responses=responses)

    return replace(api, operations=tuple(map(operation, api.operations)))


def _ended(
    response: Response,
    texts: list[str],
    operation: str,
    types: Mapping[str, TypeDecl],
    report: Report,
) -> Response:
    contents: list[Content] = []
    told = [response.description, *texts]
    for content in response.contents:
        if content.item is not None and content.terminator is None:
            found = _shown(content) or next(
                (mark for text in told if text and (mark := _said(text))), None
            )
            if found is not None and not _is_item(found, content, types):
                values = {"operation": operation, "terminator": found}
                report.add(TERMINATOR.at(content.span, **values))
                content = replace(content, terminator=found)
        contents.append(content)
    return replace(response, contents=tuple(contents))


def _is_item(text: str, content: Content, types: Mapping[str, TypeDecl]) -> bool:
    """Return whether *text* is a value that the items of *content* are described with."""
    item = content.item or Anything()
    parts = reachable(item, types)
    values = (v for part in parts if isinstance(part, Enum) for v in part.values)
    return any(value.value == text for value in values)


def _said(text: str) -> str | None:
    """Return what *text* says that a stream ends with.

    >>> _said("Sends chunks. The stream is terminated by a `data: [DONE]` message.")
    '[DONE]'
    """
    for sentence in _SENTENCE.split(text):
        if not _ENDS.search(sentence):
            continue
        for match in _MARK.finditer(sentence):
            mark = str(match[match.lastgroup or 0]).rstrip(".,;:)")
            sure = match["bare"] is None or _ENDS.search(mark)
            if mark and sure and not _is_json(mark):
                return mark
    return None


def _shown(content: Content) -> str | None:
    """Return the last item of an example of *content* that is no JSON as the others."""
    for example in content.examples:
        if not isinstance(text := example.value, str):
            continue
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        prefix = "data:" if content.media_type.startswith("text/event-stream") else ""
        items = [line.removeprefix(prefix) for line in lines if line.startswith(prefix)]
        *before, last = [item.strip() for item in items] or [""]
        is_odd = " " not in last and not _is_json(last)
        if before and is_odd and all(map(_is_json, before)):
            return last
    return None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _fields_of_streams(api: Api) -> dict[str, list[str]]:
    """Return what is said of the fields of bodies that are about streams, by operation."""
    types = {decl.id: decl for decl in api.types}
    found: dict[str, list[str]] = {}
    for operation in api.operations:
        for content in operation.body.contents if operation.body else ():
            parts = () if content.type is None else reachable(content.type, types)
            said = [text for part in parts for text in _about_streams(part)]
            found.setdefault(operation.id, []).extend(said)
    return found


def _about_streams(type_: Type) -> Iterator[str]:
    for field in type_.fields if isinstance(type_, Object) else ():
        if "stream" in field.name.lower() and field.description:
            yield field.description
