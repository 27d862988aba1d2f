"""Afterwards types of one shape that were written out in many places are one type: one
name holds it, and the others are further names for it. Components stay as declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.nodes import FIRMNESS, Api, TypeDecl
from specpress.ir.types import Ref, Type
from specpress.ir.walk import map_type, shape


def share_shapes(api: Api, report: Report) -> Api:
    """Return *api* with each shape held once among the types that are not components.

    No name is lost and none changes: where a type was used, its own name stays, so that
    another page renames nothing, whichever name holds the shape.
    """
    held: dict[str, str] = {}
    rest = {decl.id: decl for decl in api.types if decl.name.firmness != "component"}
    while found := _same(
        rest.values(), held
    ):  # types may be the same after their parts
        held |= found
        rest = {id_: decl for id_, decl in rest.items() if id_ not in held}

    def shared(decl: TypeDecl) -> TypeDecl:
        if decl.id not in held:
            return decl
        return replace(decl, type=Ref(target=held[decl.id], span=decl.type.span))

    return replace(api, types=tuple(map(shared, api.types)))


def _same(decls: Iterable[TypeDecl], held: Mapping[str, str]) -> dict[str, str]:
    """Return, by the id of each of *decls* that another holds, the id of that one."""

    def holder(part: Type) -> Type:
        if isinstance(part, Ref) and part.target in held:
            return replace(part, target=held[part.target])
        return part

    groups: dict[bytes, list[TypeDecl]] = defaultdict(list)
    for decl in decls:
        if not isinstance(decl.type, Ref):
            key = msgspec.json.encode(shape(map_type(decl.type, holder)))
            groups[key].append(decl)
    pairs = ((min(group, key=_place), group) for group in groups.values())
    return {d.id: first.id for first, group in pairs for d in group if d is not first}


def _place(decl: TypeDecl) -> tuple[int, int, str]:
    """Return what the holder of a shape has the least of: the firmest, shortest name."""
    return FIRMNESS.index(decl.name.firmness), len(decl.id), decl.id
