"""OpenAPI 3.0 documents as OpenAPI 3.1 ones: their schemas become JSON Schema 2020-12."""

from __future__ import annotations

from specpress.diagnostics import Report
from specpress.document.members import OPENAPI
from specpress.document.rebuild import like, map_schemas
from specpress.document.upgrade.v30_schema import upgrade_schema
from specpress.document.upgrade.v31 import stamp
from specpress.tree import Node


def upgrade_30(document: Node, report: Report) -> Node:
    """Return *document*, of OpenAPI 3.0, as one of 3.1.

    Only Schema Objects changed (https://spec.openapis.org/oas/v3.1.0.html, the OpenAPI
    Initiative's "Migrating from OpenAPI 3.0 to 3.1.0"), and webhooks came, which older
    descriptions have as the published extension ``x-webhooks``.
    """

    def schema(node: Node) -> Node:
        return upgrade_schema(node, report)

    upgraded = stamp(map_schemas(document, "document", OPENAPI, schema), "3.1.0")
    if (webhooks := upgraded.get("x-webhooks")) is None:
        return upgraded
    rest = {k: v for k, v in upgraded.map.items() if k != "x-webhooks"}
    return like(upgraded, {"webhooks": webhooks} | rest)
