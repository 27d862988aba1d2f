"""Which part of a section is about which of its operations."""

from __future__ import annotations

from collections.abc import Iterator

from specpress.lift.generic.blocks import (
    Block,
    Para,
    Section,
)
from specpress.lift.generic.candidates import Candidate, Part, shape
from specpress.lift.generic.endpoint import (
    Endpoint,
)
from specpress.lift.generic.vocabulary import section_role


def candidates(
    owner: Section,
    found: list[tuple[Section, Block | None, list[Endpoint]]],
    owners: dict[int, Section],
) -> Iterator[Candidate]:
    """Yield the operations that *owner* describes, each with its part of it."""
    parts = list(_parts(owner, (), owners))
    order = {id(part.block): at for at, part in enumerate(parts)}
    cuts = [
        (order.get(id(block), 0) if block is not None else 0, block, named)
        for _, block, named in found
    ]
    cuts.sort(key=lambda cut: cut[0])
    groups: list[tuple[int, list[Endpoint]]] = []
    last = -2
    for at, block, named in cuts:
        if groups and (at == last + 1 or at == last or _same(groups[-1][1], named)):
            known = {(e.method, e.path) for e in groups[-1][1]}
            groups[-1][1].extend(e for e in named if (e.method, e.path) not in known)
        else:
            groups.append((at, list(named)))
        last = at if block is not None else -1
    for number, (at, named) in enumerate(groups):
        begin = 0 if number == 0 else at
        end = groups[number + 1][0] if number + 1 < len(groups) else len(parts)
        own = parts[begin:end]
        title = owner.heading
        if number and isinstance(own[0].block, Para):
            title = None
        if len(groups) > 1 and own:
            inner = own[-1].sections if number == 0 else own[0].sections
            title = next(
                (
                    s.heading
                    for s in reversed(inner)
                    if s.heading and section_role(s.title) is None
                ),
                title,
            )
        for each in _full(named):
            yield Candidate(each, title, own)


def _same(group: list[Endpoint], named: list[Endpoint]) -> bool:
    """Return whether *named* says again what *group* says."""
    known = {(e.method, shape(e.path)) for e in group}
    return all(
        (e.method, shape(e.path)) in known
        or any(
            m == e.method and (p.endswith(shape(e.path)) or shape(e.path).endswith(p))
            for m, p in known
        )
        for e in named
    )


def _full(named: list[Endpoint]) -> list[Endpoint]:
    """Return *named* without those that a whole URL, with more of the path, repeats."""
    kept: dict[tuple[str, str], Endpoint] = {}
    for each in named:
        ending = shape(each.path)
        whole = next(
            (
                other
                for other in named
                if other.server
                and other.method == each.method
                and shape(other.path).endswith(ending)
            ),
            each,
        )
        kept.setdefault((whole.method, whole.path), whole)
    return list(kept.values())


def _parts(
    section: Section, around: tuple[Section, ...], owners: dict[int, Section]
) -> Iterator[Part]:
    """Yield the blocks of *section* and below, without those of other operations."""
    here = (*around, section)
    for block in section.blocks:
        yield Part(here, block)
    for inner in section.sections:
        if id(inner) not in owners:
            yield from _parts(inner, here, owners)
