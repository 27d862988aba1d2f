"""One document, whose references are all local, from an entry and the files it names."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.document.bundle_bind import bind
from specpress.document.bundle_files import Files, Open
from specpress.document.bundle_names import Layout
from specpress.document.bundle_parts import Tokens
from specpress.document.bundle_scan import Scan
from specpress.document.bundle_write import Writer
from specpress.document.version import version_of
from specpress.tree import Node

_OLDEST = "3.0"


def bundle(entry: Node, uri: str, open_: Open, report: Report) -> Node:
    """Return the description *entry*, the file *uri*, with all that it refers to.

    Files are read by *open_*, which raises `Unresolved` for those that can't be. In the
    document that comes back every reference is a JSON Pointer into itself; what was in
    other files are components, and spans still point into the files. A document that is
    so already comes back as it is.
    """
    files = Files(open_)
    files.add(uri, entry)
    scan = Scan(uri, version_of(entry)[0] or _OLDEST, files, report)
    scan.run()
    if not scan.edits and not scan.names.naming and not scan.names.mapped_any:
        return entry
    layout = Layout(scan, report)
    writer = Writer(scan, layout, report)
    document = writer.node(entry) or entry
    for key, tokens in sorted(layout.components.items(), key=lambda pair: pair[1]):
        if key not in layout.mounted:
            node = writer.node(scan.targets[key])
            document = _with(document, tokens, node or Node({}))
    return bind(document, report) if scan.names.several else document


def _with(node: Node, tokens: Tokens, new: Node) -> Node:
    """Return *node* with *new* at *tokens* in it, objects on the way made."""
    if not tokens:
        return new
    inner = node.get(tokens[0]) or Node({})
    members = {**node.map, tokens[0]: _with(inner, tokens[1:], new)}
    return Node(members, node.span, node.key_span, node.origin)
