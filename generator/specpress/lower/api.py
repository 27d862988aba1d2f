"""The whole document as one `Api`."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.inherit import inherit
from specpress.ir.nodes import Api, Topic
from specpress.lower.context import Context
from specpress.lower.defaults import drop_bad_defaults
from specpress.lower.incoming import lower_webhooks
from specpress.lower.operations import lower_operations
from specpress.lower.places import place
from specpress.lower.prose import described
from specpress.lower.schemes import lower_schemes
from specpress.lower.security import Security
from specpress.lower.servers import lower_servers
from specpress.tree import Node


def lower(document: Node, config: Config, report: Report) -> Api:
    """Return what *document*, in OpenAPI 3.2, and *config* say together.

    Types stand where they are used; only what is referred to has a name.
    """
    document = inherit(document, report)
    context = Context.of(document, config, report)
    info = document.get("info") or Node({})
    schemes = lower_schemes(context)
    operations = lower_operations(context, Security(schemes, context))
    api = Api(
        title=config.title or info.get_text("title") or "API",
        version=config.version or info.get_text("version") or "",
        description=_about(document, info),
        servers=lower_servers(context, operations),
        schemes=schemes,
        operations=operations,
        webhooks=lower_webhooks(context),
        topics=tuple(_topics(document)),
        types=context.schemas.declare(),
    )
    return drop_bad_defaults(api, report)


def _about(document: Node, info: Node) -> str | None:
    """Return what *info* says of the API, and where *document* says to read more."""
    more = (
        Node({"externalDocs": docs}) if (docs := document.get("externalDocs")) else None
    )
    parts = (
        info.get_text("summary"),
        info.get_text("description"),
        described(more) if more else None,
    )
    return "\n\n".join(dict.fromkeys(part for part in parts if part)) or None


def _topics(document: Node) -> Iterator[Topic]:
    """Yield what *document* says of its tags."""
    tags = document.get("tags")
    for tag in tags.list if tags else ():
        if name := tag.get_text("name"):
            yield Topic(
                name=name,
                summary=tag.get_text("summary"),
                description=described(tag),
                span=place(tag),
                origin=tag.origin,
            )
