"""Afterwards each named type is used by an operation or a webhook, and they stand in the order of
their first use; further names for a used type stand at the end."""

from __future__ import annotations

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import Api
from specpress.ir.types import Ref, Type
from specpress.ir.walk import api_types, walk_type
from specpress.passes.named import is_further_name


def drop_unused(api: Api, report: Report) -> Api:
    """Return *api* with the types that its operations and webhooks lead to."""
    known = {decl.id: decl for decl in api.types}
    queue = [target for type_ in api_types(api) for target in _targets(type_)][::-1]
    used: dict[str, None] = {}
    while queue:
        target = queue.pop()
        if target not in used and target in known:
            used[target] = None
            queue += _targets(known[target].type)[::-1]
    for decl in api.types:
        if is_further_name(decl) and {*_targets(decl.type)} <= used.keys():
            used.setdefault(decl.id)
    return replace(api, types=tuple(known[id_] for id_ in used))


def _targets(type_: Type) -> list[str]:
    return [part.target for part in walk_type(type_) if isinstance(part, Ref)]
