"""What breaks the rules of OpenAPI but can be understood: honoured, with a warning."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.document.members import OPENAPI, SWAGGER
from specpress.document.repair.root import repair_root
from specpress.document.repair.scope import Scope
from specpress.document.repair.walk import walk
from specpress.document.version import version_of
from specpress.tree import Node


def repair(document: Node, report: Report) -> Node:
    """Return *document* with each repair made and reported; itself when it needs none.

    What is not understood stays as it is, for validation to find; so does a document of
    an unknown version.
    """
    version, at = version_of(document)
    if at is not document and version != "2.0" and not version.startswith("3."):
        return document
    document = repair_root(document, report)
    version, _ = version_of(document)
    grammar = SWAGGER if version == "2.0" else OPENAPI
    return walk(document, "document", Scope(document, version, grammar, report))


__all__ = ["repair"]
