"""What facts, diagnostics and entries of the ledger are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.diagnostics import Report
from specpress.ir.nodes import Api
from specpress.ledger import Fact
from specpress.ledger.model import Fidelity
from specpress.source import Source, Span
from specpress.tree import escape
from specpress.view.cards import API, Owner
from specpress.view.extent import extent
from specpress.view.model import Remark
from specpress.view.places import Places

_OF_TYPES: Final = frozenset({"type", "field", "label"})
_RANGE: Final = re.compile(r"(\d+):(\d+)-\d+:\d+")


@dataclass(frozen=True, slots=True)
class Owners:
    """The parts of an API that have a card, by where they stand."""

    spans: tuple[tuple[Span, Owner], ...]
    """Places of parts, the smallest first."""

    pointers: Mapping[str, Owner]
    """JSON Pointers (RFC 6901) of operations."""

    def at(self, span: Span) -> Owner:
        """Return what stands at *span*."""
        return next(
            (
                owner
                for place, owner in self.spans
                if place.file == span.file and place.start <= span.start < place.end
            ),
            API,
        )

    def below(self, pointer: str) -> Owner:
        """Return the operation in which *pointer* points."""
        head = "/".join(pointer.split("/")[:4])
        return self.pointers.get(head, API)


def owners(
    api: Api, facts: Mapping[Owner, Sequence[Fact]], sources: Mapping[str, Source]
) -> Owners:
    """Return the owners of *api*, whose *facts* stand in *sources*."""
    nodes: list[tuple[Owner, Span]] = [
        *((("operation", each.id), each.span) for each in api.operations),
        *((("type", each.id), each.span) for each in api.types),
    ]
    spans: list[tuple[Span, Owner]] = []
    for owner, span in nodes:
        if (source := sources.get(span.file)) and span.end <= len(source.text):
            about = (fact.span for fact in facts.get(owner, ()))
            spans.append((extent(source, [span, *about]), owner))
    pointers: dict[str, Owner] = {
        f"/paths/{escape(each.path)}/{each.method.lower()}": ("operation", each.id)
        for each in api.operations
    }
    spans.sort(key=lambda pair: pair[0].end - pair[0].start)
    return Owners(tuple(spans), pointers)


def of_fact(fact: Fact) -> Owner:
    """Return what *fact* is about."""
    if not fact.owner:
        return API
    return ("type" if fact.kind in _OF_TYPES else "operation"), fact.owner


def told(
    report: Report, known: Owners, places: Places
) -> Iterator[tuple[Owner, Remark]]:
    """Yield the diagnostics of *report* and what each is about."""
    for each in report:
        level, place = str(each.code.severity), places.place(each.span)
        yield known.at(each.span), Remark(level, each.code.id, each.message, place)


def accounted(
    ledger: Fidelity, known: Owners, sources: Mapping[str, Source]
) -> Iterator[tuple[Owner, Remark]]:
    """Yield the entries of *ledger* for what is not honoured as it stands, and what each
    is about."""
    for file in ledger.files:
        source = sources.get(file.file)
        for entry in file.entries:
            if entry.status != "honoured" and entry.at:
                owner = _owner(entry.at, file.file, known, source)
                place = f"{file.file} {entry.at}"
                yield owner, Remark(entry.status, "", entry.why, place)
        for repair in file.repairs:
            owner = _owner(repair.at, file.file, known, source)
            place = f"{file.file} {repair.at}"
            yield owner, Remark("repaired", "", repair.how, place)


def _owner(at: str, file: str, known: Owners, source: Source | None) -> Owner:
    """Return what *at*, a pointer or a range of lines and columns, is in."""
    place = _RANGE.fullmatch(at)
    if place is None:
        return known.below(at)
    if source is None:
        return API
    start = source.offset(int(place[1]), int(place[2]))
    return known.at(Span(file, start, start))


def grouped(pairs: Iterable[tuple[Owner, Remark]]) -> dict[Owner, list[Remark]]:
    """Return the remarks of *pairs* by what they are about, each once."""
    found: dict[Owner, dict[Remark, None]] = {}
    for owner, remark in pairs:
        found.setdefault(owner, {})[remark] = None
    return {owner: list(remarks) for owner, remarks in found.items()}
