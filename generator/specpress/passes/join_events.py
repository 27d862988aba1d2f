"""Afterwards an API with several webhooks has a type for what any of them holds."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.media import is_json
from specpress.ir.nodes import Api, Incoming, Name, TypeDecl
from specpress.ir.types import Null, Ref, Type, Union
from specpress.ir.walk import shape
from specpress.passes.flatten_unions import flatten
from specpress.passes.named import needs_name, not_null

EVENT: Final = "WebhookEvent"
"""The name of the type, if it needs one."""


def join_events(api: Api, report: Report) -> Api:
    """Return *api* with the union of what its webhooks hold as JSON, each type once.

    It has none where all hold the same. Callbacks come to where the caller wants them,
    so that nobody has to tell them apart.
    """
    found = [type_ for type_ in map(event_type, api.webhooks) if type_ is not None]
    if len(set(map(shape, found))) < 2:
        return replace(api, event=None)
    if api.event is not None:
        return api
    joined = flatten(Union(members=tuple(found)))
    if not needs_name(joined):
        return replace(api, event=joined)
    plain, rest = joined, tuple[Type, ...]()
    if isinstance(joined, Union):
        plain = replace(joined, members=not_null(joined))
        rest = tuple(m for m in joined.members if isinstance(m, Null))
    name = Name(EVENT, "path", ("webhooks",))
    decl = TypeDecl(id=EVENT, name=name, type=plain, origin="default")
    ref = Ref(target=EVENT)
    event = Union(members=(ref, *rest)) if rest else ref
    return replace(api, event=event, types=(*api.types, decl))


def event_type(webhook: Incoming) -> Type | None:
    """Return the type of what *webhook* holds as JSON, if it holds any."""
    types = (c.type for c in webhook.contents if is_json(c.media_type))
    return next(types, None)
