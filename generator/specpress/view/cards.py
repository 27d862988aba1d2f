"""The cards of a page: one for the API, one an operation, one a type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from specpress.ir.nodes import Api, Operation, TypeDecl
from specpress.ir.types import Ref, Type
from specpress.ir.walk import operation_types, walk_type
from specpress.ledger import Fact
from specpress.view.emitted import Emitted
from specpress.view.model import Card, CardKind, Remark, Row
from specpress.view.places import Places

Owner: TypeAlias = tuple[CardKind, str]
"""What a fact or a remark is about: the kind of a card and the id of its subject."""

API: Final[Owner] = ("api", "")
_CERTAIN: Final = "stated"


@dataclass(frozen=True, slots=True)
class Material:
    """What cards are made of: *facts* and *remarks* by what they are about, *names* of
    types in Python by their ids, and the *emitted* text."""

    facts: Mapping[Owner, Sequence[Fact]]
    remarks: Mapping[Owner, Sequence[Remark]]
    names: Mapping[str, str]
    emitted: Emitted
    places: Places


def cards(api: Api, material: Material) -> Iterator[Card]:
    """Yield the cards of *api*: the whole first, then operations, then types."""
    rows = _rows(API, material)
    said = tuple(material.remarks.get(API, ()))
    marks = _marks(rows, said)
    yield Card("api", "api", api.title, "", rows, None, "", (), said, marks)
    numbers = {decl.id: f"type-{n}" for n, decl in enumerate(api.types)}
    for number, operation in enumerate(api.operations):
        line = f"{operation.method} {operation.path}"
        yield _card(
            "operation",
            f"operation-{number}",
            operation.id,
            line,
            operation,
            material.emitted.methods.get(operation.id, ""),
            _models(operation_types(operation), numbers, material.names),
            material,
        )
    for decl in api.types:
        name = material.names.get(decl.id, decl.name.text)
        used = _models([decl.type], numbers, material.names)
        text = material.emitted.types.get(name, "")
        anchor = numbers[decl.id]
        line = "" if decl.id == name else decl.id
        yield _card("type", anchor, name, line, decl, text, used, material)


def _card(
    kind: CardKind,
    anchor: str,
    title: str,
    line: str,
    node: Operation | TypeDecl,
    emitted: str,
    models: tuple[tuple[str, str], ...],
    material: Material,
) -> Card:
    rows = _rows((kind, node.id), material)
    remarks = tuple(material.remarks.get((kind, node.id), ()))
    about = material.facts.get((kind, node.id), ())
    excerpt = material.places.excerpt([node.span, *(fact.span for fact in about)])
    marks = _marks(rows, remarks)
    return Card(
        kind, anchor, title, line, rows, excerpt, emitted, models, remarks, marks
    )


def _rows(owner: Owner, material: Material) -> tuple[Row, ...]:
    return tuple(_row(f, material.places) for f in material.facts.get(owner, ()))


def _row(fact: Fact, places: Places) -> Row:
    confidence = getattr(fact, "confidence", None)
    return Row(
        fact.kind,
        fact.name,
        fact.text,
        fact.origin,
        confidence,
        places.place(fact.span),
        places.said(fact.span),
    )


def _marks(rows: Iterable[Row], remarks: Iterable[Remark]) -> tuple[str, ...]:
    """Return the words by which a card is found: origins of facts that are not stated,
    and levels of what was told."""
    origins = {row.origin for row in rows if row.origin != _CERTAIN}
    return tuple(sorted(origins | {remark.level for remark in remarks}))


def _models(
    types: Iterable[Type], anchors: Mapping[str, str], names: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Return the anchors and names of the types that *types* refer to, each once."""
    targets = (
        part.target
        for type_ in types
        for part in walk_type(type_)
        if isinstance(part, Ref)
    )
    wanted = dict.fromkeys(target for target in targets if target in anchors)
    return tuple((anchors[id_], names.get(id_, id_)) for id_ in wanted)
