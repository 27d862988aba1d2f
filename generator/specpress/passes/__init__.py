"""The passes: each from an `Api` to an `Api` of which one thing more is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.ir.nodes import Api
from specpress.passes.drop_unused import drop_unused
from specpress.passes.end_streams import end_streams
from specpress.passes.find_pages import find_pages
from specpress.passes.find_polling import find_polling
from specpress.passes.flatten_unions import flatten_unions
from specpress.passes.hoist_types import hoist_types
from specpress.passes.inline_aliases import inline_aliases
from specpress.passes.join_events import join_events
from specpress.passes.name_types import name_types
from specpress.passes.settle_names import settle_names
from specpress.passes.share_shapes import share_shapes
from specpress.passes.split_directions import split_directions
from specpress.passes.tell_apart import tell_apart
from specpress.passes.tell_files import tell_files

Pass: TypeAlias = Callable[[Api, Report], Api]

PASSES: Final[tuple[Pass, ...]] = (
    find_pages,
    find_polling,
    end_streams,  # while fields are where they were written
    drop_unused,  # so that no name gives way to that of an unused type
    split_directions,
    tell_files,
    drop_unused,  # so that no shape of a type is named where it is not used
    flatten_unions,
    inline_aliases,  # so that shapes are compared with them written out
    hoist_types,
    inline_aliases,  # those that held types which have names now
    join_events,  # which have names now
    name_types,
    tell_apart,
    settle_names,
    share_shapes,  # so that a shape that many places write out is one type
    drop_unused,  # so that they stand in the order of their final use
)


def run_passes(api: Api, report: Report) -> Api:
    """Return *api* after all passes, in their order."""
    for each in PASSES:
        api = each(api, report)
    return api
