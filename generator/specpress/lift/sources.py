"""All that is given, pages and descriptions, to one document."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from specpress.config.lifting import LiftConfig
from specpress.diagnostics import Report
from specpress.document.kind import kind
from specpress.document.load import load
from specpress.lift.contents import is_contents
from specpress.lift.pages import lift_pages
from specpress.lift.together import Lifted, together
from specpress.readers.html import MAX_BYTES
from specpress.readers.text import read_source
from specpress.source import Source
from specpress.store import Store
from specpress.tree import Node

Rank: TypeAlias = Literal["openapi", "html"]
"""A kind of source: a file that is a description, or a page."""

OPENAPI_FIRST: Final[tuple[Rank, ...]] = ("openapi", "html")


class Read(NamedTuple):
    """The *document*; *stated* when a description was read for it, so that what is wrong
    in it is the description's."""

    document: Node
    stated: bool


def read_sources(
    store: Store,
    names: Sequence[str],
    report: Report,
    precedence: Sequence[Rank] = OPENAPI_FIRST,
    lifting: LiftConfig | None = None,
) -> Read | None:
    """Return the document of the files *names*, or None with the reasons reported.

    Where pages and descriptions contradict each other, those win whose kind comes first
    in *precedence*. *lifting* tells how hand-made pages are to be read.
    """
    kinds = {name: kind(store, name) for name in names if not is_contents(name)}
    files = [name for name, each in kinds.items() if each != "page"]
    if kinds and len(files) == len(kinds):
        document = load(store, files, report)
        return None if document is None else Read(document, True)
    sources = {
        name: source
        for name in sorted(set(names) - set(files))
        if (source := read_source(store.read, name, report, MAX_BYTES))
    }
    pages = [name for name in names if name not in files]
    entries = [name for name in files if kinds[name] == "description"]
    lifted = lift_pages(
        store, sources, pages, report, alone=not entries, lifting=lifting
    )
    lifted = [each for each in lifted if each.name not in entries]
    if entries and (document := load(store, files, report)) is not None:
        lifted.append(Lifted(document.span.file or entries[0], document, True))
    if not lifted:
        return None
    order = [*precedence, *(each for each in OPENAPI_FIRST if each not in precedence)]
    lifted.sort(key=lambda each: order.index(_rank(each, sources)))
    for each in lifted:
        if each.name not in sources and (file := _source(store, each.name)):
            sources[each.name] = file
    whole = together(lifted, sources, report)
    return Read(whole, any(each.stated for each in lifted))


def _source(store: Store, name: str) -> Source | None:
    """Return the text of *name*, whose faults are reported already."""
    return read_source(store.read, name, Report())


def _rank(lifted: Lifted, pages: Container[str]) -> Rank:
    """Return the kind of source that *lifted* is of."""
    shown = not lifted.stated or lifted.name in pages
    return "html" if shown else "openapi"
