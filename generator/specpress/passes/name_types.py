"""Afterwards no two named types have the same name in any case, and a type's id is its
name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.passes import SAME_NAME
from specpress.ir.nodes import FIRMNESS, Api, Name, TypeDecl
from specpress.ir.types import Ref, Type
from specpress.ir.walk import map_types
from specpress.ir.words import fold, pascal


def name_types(api: Api, report: Report) -> Api:
    """Return *api* with each type named once and for all.

    The firmest of several types of one name keeps it; equally firm ones all take a
    suffix from their paths, so that the order of operations does not matter.
    """
    names = _names(api.types)
    for decl in api.types:
        old, new = decl.name.text, names[decl.id]
        if old != new:
            report.add(SAME_NAME.at(decl.span, name=old, instead=new))

    def renamed(type_: Type) -> Type:
        if isinstance(type_, Ref):
            return replace(type_, target=names.get(type_.target, type_.target))
        return type_

    def named(old: TypeDecl) -> TypeDecl:
        text = names[old.id]
        return replace(old, id=text, name=replace(old.name, text=text))

    api = map_types(api, renamed)
    return replace(api, types=tuple(map(named, api.types)))


def _names(types: Sequence[TypeDecl]) -> Mapping[str, str]:
    """Return the name of each of *types*, by id."""
    groups: dict[str, list[TypeDecl]] = defaultdict(list)
    for decl in types:
        groups[fold(decl.name.text)].append(decl)
    plain = {decl.id: decl.name.text for g in groups.values() for decl in _keepers(g)}
    names = dict(plain)
    taken = {fold(name) for name in plain.values()}
    for key in sorted(groups):
        losers = {d.id: d.name for d in groups[key] if d.id not in plain}
        paths = [decl.name.path for decl in groups[key]]
        suffixed = _suffixed(losers, paths, taken)
        names.update(suffixed)
        taken.update(map(fold, suffixed.values()))
    return names


def _keepers(group: Sequence[TypeDecl]) -> Sequence[TypeDecl]:
    """Return the types of *group*, all of one name, that keep it: one or none."""
    ranks = [FIRMNESS.index(decl.name.firmness) for decl in group]
    best = [decl for decl, rank in zip(group, ranks, strict=True) if rank == min(ranks)]
    return best if len(best) == 1 and fold(best[0].name.text) else ()


def _suffixed(
    names: Mapping[str, Name], paths: Sequence[tuple[str, ...]], taken: set[str]
) -> Mapping[str, str]:
    """Return a new name, by id, for each of *names*, which all have the same text.

    The suffix is as much of the path as tells it apart from the other *paths*; all of
    it when that is taken, and else a hash of it.
    """
    tries: tuple[Callable[[str, Name], str], ...] = (
        lambda _, name: _text(name, _telling(name.path, paths)),
        lambda _, name: _text(name, name.path),
        _hashed,
    )
    texts: Mapping[str, str] = {}
    for each in tries:
        texts = {id_: each(id_, name) for id_, name in names.items()}
        folds = [fold(text) for text in texts.values()]
        if all(folds) and len(set(folds)) == len(folds) and not taken & {*folds}:
            break
    return texts


def _telling(
    path: tuple[str, ...], paths: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the words of *path* that tell it from the others of *paths*."""
    shared = 0
    while len(paths) > 1 and len({other[: shared + 1] for other in paths}) == 1:
        shared += 1
        if shared == len(path):
            break
    shared = min(shared, *(len(other) - 1 for other in paths), len(path))
    for end in range(shared + 1, len(path)):
        if sum(other[:end] == path[:end] for other in paths) == 1:
            return path[shared:end]
    return path[max(shared, 0) :]


def _text(name: Name, suffix: Sequence[str]) -> str:
    return pascal(name.text) + "".join(map(pascal, suffix))


def _hashed(id_: str, name: Name) -> str:
    digest = sha256("\0".join((*name.path, id_)).encode()).hexdigest()
    return f"{pascal(name.text) or 'Type'}X{digest[:8]}"
