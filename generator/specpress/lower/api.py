"""The whole document as one `Api`."""

from __future__ import annotations

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.inherit import inherit
from specpress.ir.nodes import Api
from specpress.lower.context import Context
from specpress.lower.defaults import drop_bad_defaults
from specpress.lower.operations import lower_operations
from specpress.lower.security import Security, lower_schemes
from specpress.lower.servers import lower_servers
from specpress.lower.unused import note_unused
from specpress.tree import Node


def lower(document: Node, config: Config, report: Report) -> Api:
    """Return what *document*, in OpenAPI 3.2, and *config* say together.

    Types stand where they are used; only what is referred to has a name.
    """
    document = inherit(document, report)
    context = Context.of(document, config, report)
    note_unused(document, ("webhooks",), report)
    info = document.get("info") or Node({})
    schemes = lower_schemes(context)
    operations = lower_operations(context, Security(schemes, context))
    api = Api(
        title=config.title or info.get_text("title") or "API",
        version=config.version or info.get_text("version") or "",
        description=info.get_text("description"),
        servers=lower_servers(context, operations),
        schemes=schemes,
        operations=operations,
        types=context.schemas.declare(),
    )
    return drop_bad_defaults(api, report)
