"""The fidelity of a run: what of a description it honoured, and what became of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from specpress.diagnostics.model import Diagnostic, Report, Severity
from specpress.ledger.keys import grammar_of
from specpress.ledger.losses import Losses, told
from specpress.ledger.model import Counts, Entry, Fidelity, FileFidelity, Repair
from specpress.ledger.places import Either, Places, Pointers
from specpress.ledger.reached import reached
from specpress.ledger.removed import removed
from specpress.ledger.state import HONOURED, Found, State, worst
from specpress.ledger.walk import Walk
from specpress.source import NOWHERE, Source
from specpress.tree import Node

_UNREAD: Final = State("dropped", "nothing is read from it")
_UNSHOWN: Final = State("unused", "it shows no operation that is not read elsewhere")
_UNREFERRED: Final = State("unused", "nothing refers to it")


def fidelity(
    document: Node,
    report: Report,
    *,
    tree: Callable[[str], Node | None],
    files: Sequence[str],
    pages: Mapping[str, Source],
    laid_over: bool = False,
) -> Fidelity:
    """Return what became of *document*, repaired and not yet upgraded, by *report*.

    *files* are the names of the files that were given; *tree* returns one, or another
    that was read, as it was read. For a lifted document, *pages* are the texts of its
    pages instead. *laid_over* tells that there are overlays.
    """
    grammar = grammar_of(document)
    losses = Losses(report)
    walk = Walk(grammar, reached(document, grammar), losses, files_matter=not pages)
    walk.document(document)
    found = list(walk.found)
    for span, state in losses.rest():
        found.append(Found(NOWHERE, span, state))
        walk.counts["part", state.status] += 1
    if laid_over and (entry := tree(document.span.file)) is not None:
        gone = list(removed(entry, document))
        walk.counts["part", "unused"] += len(gone)
        found += gone
    kinds: dict[str, Counter[str]] = {}
    for (kind, status), number in sorted(walk.counts.items()):
        kinds.setdefault(kind, Counter())[status] += number
    places: Places = Either(pages, Pointers(tree))
    read = walk.files - {""} if pages else {document.span.file}
    whole = dict.fromkeys(read, HONOURED)
    by_file: dict[str, list[Found]] = {name: [] for name in {*files, *pages, *read}}
    for each in found:
        by_file.setdefault(each.file, []).append(each)
    repairs: dict[str, list[Diagnostic]] = {}
    for repair in losses.repairs:
        repairs.setdefault(repair.span.file, []).append(repair)
    failed = {d.span.file for d in report if d.code.severity is Severity.ERROR}
    return Fidelity(
        counts=Counts(**sum(kinds.values(), Counter[str]())),
        repaired=len(losses.repairs),
        kinds={kind: Counts(**each) for kind, each in kinds.items()},
        files=tuple(
            FileFidelity(
                file=name,
                entries=_entries(
                    whole.get(name, _otherwise(name, pages, failed)),
                    by_file[name],
                    places,
                ),
                repairs=_repairs(repairs.get(name, ()), places),
            )
            for name in sorted(by_file)
        ),
    )


def _otherwise(
    name: str, pages: Mapping[str, Source], failed: AbstractSet[str]
) -> State:
    """Return the state of the file *name*, of which no part is in the document."""
    if name not in pages:
        return _UNREFERRED
    return _UNREAD if name in failed else _UNSHOWN


def _entries(base: State, found: Iterable[Found], places: Places) -> tuple[Entry, ...]:
    """Return the entries of a file, in the order of the file; *base* is the state of
    the file as a whole."""
    states: dict[str, State] = {}
    for each in sorted(found, key=lambda one: one.position):
        at = places.at(each.key, each.span)
        states[at] = worst(states[at], each.state) if at in states else each.state
    states = {"": base, **states}
    return tuple(
        Entry(at=at, status=state.status, why=state.why) for at, state in states.items()
    )


def _repairs(found: Iterable[Diagnostic], places: Places) -> tuple[Repair, ...]:
    """Return the repairs of a file, in the order of the file."""
    told_at = sorted(
        (one.span.start, places.at(NOWHERE, one.span), told(one)) for one in found
    )
    return tuple(Repair(at=at, how=how) for _, at, how in dict.fromkeys(told_at))
