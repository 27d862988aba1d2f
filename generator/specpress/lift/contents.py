"""The table of contents beside the pages (``toc.yml``), to cross-check them with."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import NOT_IN_CONTENTS, PAGE_MISSING
from specpress.lift.operations import operations
from specpress.source import Source
from specpress.tree import Node

_ENTRY: Final = re.compile(
    r"""^[ \t]*-[ ]name:[ ]*["']?(?P<method>[A-Z]+)["']?[ \t]*\r?\n"""
    r"""[ \t]+href:[ ]*["']?(?P<page>[^"'\r\n]*\S)["']?""",
    re.MULTILINE,
)


def is_contents(name: str) -> bool:
    """Return whether the file *name* is a table of contents and no page."""
    return posixpath.basename(name).lower() in ("toc.yml", "toc.yaml")


def check_contents(
    source: Source, names: Sequence[str], document: Node, report: Report
) -> None:
    """Report the pages that the table *source* lists and that are not there, or differ.

    The table holds nothing that the pages do not say, so it is read by a pattern, and
    only for operations that were lost when two pages were given one file name.
    """
    folder = posixpath.dirname(source.name)
    methods = {
        each.operation.key_span.file: each.method.upper()
        for each in operations(document)
    }
    for entry in _ENTRY.finditer(source.text):
        page = posixpath.normpath(posixpath.join(folder, entry["page"]))
        shown = {"toc": source.name, "method": entry["method"]}
        span = source.span(entry.start("page"), entry.end("page"))
        if page not in names:
            report.add(PAGE_MISSING.at(span, page=entry["page"], **shown))
        elif methods.get(page, entry["method"]) != entry["method"]:
            report.add(NOT_IN_CONTENTS.at(span, own=methods[page], **shown))
