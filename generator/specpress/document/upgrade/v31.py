"""OpenAPI 3.1 documents as OpenAPI 3.2 ones.

3.2 only adds (https://spec.openapis.org/oas/v3.2.0.html, appendix A): a document of 3.1
is one of 3.2 once it says so. What 3.2 calls deprecated, such as ``attribute`` and
``wrapped`` of an XML Object, still means what it did.
"""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.document.members import OPENAPI
from specpress.document.rebuild import like, map_schemas
from specpress.document.upgrade.v31_schema import upgrade_schema
from specpress.tree import Node


def upgrade_31(document: Node, _: Report) -> Node:
    """Return *document*, of OpenAPI 3.1, as one of 3.2."""
    return stamp(map_schemas(document, "document", OPENAPI, upgrade_schema), "3.2.0")


def stamp(document: Node, version: str) -> Node:
    """Return *document* with *version* as its ``openapi``."""
    members = {
        key: like(node, version) if key == "openapi" else node
        for key, node in document.items()
    }
    return like(document, members)
