"""From files to the one OpenAPI document that they make."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from specpress.diagnostics import Report
from specpress.diagnostics.codes.document import (
    NO_DESCRIPTION,
    NOT_A_DESCRIPTION,
    SEVERAL,
)
from specpress.document.kind import is_entry
from specpress.readers.json import read_json
from specpress.readers.text import read_source
from specpress.readers.yaml import read_yaml
from specpress.source import Source, Span
from specpress.store import Store
from specpress.tree import Node


def load(store: Store, names: Sequence[str], report: Report) -> Node | None:
    """Return the document that the files *names* make, or None, the reason reported."""
    sources = [s for name in names if (s := read_source(store.read, name, report))]
    if not sources:
        return None
    entries = [source for source in sources if is_entry(source)]
    if len(sources) == 1:
        entries = list(sources)
    if not entries:
        names = ", ".join(source.name for source in sources)
        report.add(NO_DESCRIPTION.at(names=names))
        return None
    if len(entries) > 1:
        names = ", ".join(source.name for source in entries)
        report.add(SEVERAL.at(Span(entries[1].name, 0, 0), names=names))
        return None
    (entry,) = entries
    document = read_tree(entry, report)
    if document is None:
        return None
    if "openapi" not in document.map and "swagger" not in document.map:
        report.add(NOT_A_DESCRIPTION.at(document.span, name=entry.name))
        return None
    return document


def read_tree(source: Source, report: Report) -> Node | None:
    """Return *source* as a tree, read as JSON or YAML, or None with the fault reported.

    The name decides, but a text that does not begin as JSON is YAML whatever its name,
    and one that begins so is read as JSON first, since YAML readers misread some.
    """
    begins = source.text.lstrip()[:1] in ("{", "[")
    if begins and posixpath.splitext(source.name)[1].lower() == ".json":
        return read_json(source, report)
    if begins:
        quiet = Report()
        if (node := read_json(source, quiet)) is not None:
            for diagnostic in quiet:
                report.add(diagnostic)
            return node
    return read_yaml(source, report)
