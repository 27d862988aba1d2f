"""From the text of a file, JSON or YAML, to its tree."""

from __future__ import annotations

import posixpath

from specpress.diagnostics import Report
from specpress.readers.json import read_json
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node


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
