"""Agreement: what prose tells that the schema says already, and where they differ."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from specpress.document.dialects import TOLD
from specpress.prose import schemas
from specpress.prose.facts import About, Fact, as_list, as_members
from specpress.prose.subjects import Subject
from specpress.tree import Node

_FLAGS: Final = {"deprecated": "deprecated", "read-only": "readOnly"}
_SIDES: Final = {
    "exclusiveMinimum": ("minimum", 1),
    "exclusiveMaximum": ("maximum", -1),
}
_PAIRS: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
)


class Agreed(NamedTuple):
    """What is left of a fact, and whether it is *against* the schema."""

    fact: Fact
    against: bool


def agreed(fact: Fact, subject: Subject, about: About, document: Node) -> Agreed | None:
    """Return what *fact* tells of *subject* beyond its schema; None where that is
    nothing new."""
    schema = subject.schema
    if _told_before(fact, subject.node) or _told_before(fact, schema):
        return None
    match fact.kind:
        case "values":
            return _values(fact, schema, about, document)
        case "default":
            return _default(fact, schema, about, document)
        case "range" | "length":
            return _bounds(fact, schema, document)
        case "format":
            known = schemas.member(_values_of(schema, document), "format", document)
            return Agreed(fact, against=False) if known is None else None
        case "deprecated" | "read-only":
            nodes = (subject.node.get(_FLAGS[fact.kind]), schema.get(_FLAGS[fact.kind]))
            told = any(node is not None and node.value is True for node in nodes)
            return None if told else Agreed(fact, against=False)
        case _:
            return Agreed(fact, against=False)


def _told_before(fact: Fact, node: Node) -> bool:
    """Return whether the extension in *node* has *fact*."""
    told = node.get(TOLD)
    return any(
        item.get_text("kind") == fact.kind
        and (value := item.get("value")) is not None
        and value.plain() == fact.value
        for item in (told.list if told is not None else ())
    )


def _values_of(schema: Node, document: Node) -> Node:
    """Return the schema of the items of *schema*, a list, or *schema* itself."""
    items = schemas.member(schema, "items", document)
    is_list = {*schemas.types(schema, document)} == {"array"}
    return items if items is not None and is_list else schema


def _values(fact: Fact, schema: Node, about: About, document: Node) -> Agreed | None:
    told = as_list(fact.value)
    if about.values:
        listed = [value for value in about.values if value is not None]
        if {*map(repr, listed)} == {*map(repr, told)}:
            return None
        return Agreed(fact, against=True)
    of = _values_of(schema, document)
    const = schemas.member(of, "const", document)
    if const is not None:
        return None if told == [const.value] else Agreed(fact, against=True)
    return Agreed(fact, against=not all(_fits(value, of, document) for value in told))


def _default(fact: Fact, schema: Node, about: About, document: Node) -> Agreed | None:
    known = schemas.member(schema, "default", document)
    if known is not None and known.value is not None:
        same = known.plain() == fact.value
        return None if same else Agreed(fact, against=True)
    values = as_list(fact.value) or [fact.value]
    listed = not about.values or all(value in about.values for value in values)
    of = _values_of(schema, document)
    fits = listed and all(_fits(value, of, document) for value in values)
    return Agreed(fact, against=not fits)


def _fits(value: object, schema: Node, document: Node) -> bool:
    """Return whether *value* keeps the bounds and the pattern of *schema*."""

    def bound(key: str) -> int | float | None:
        node = schemas.member(schema, key, document)
        number = None if node is None else node.value
        return number if isinstance(number, int | float) else None

    size: int | float
    if isinstance(value, str):
        pattern = schemas.member(schema, "pattern", document)
        if pattern is not None and not _matches(pattern.text or "", value):
            return False
        size, low, high = len(value), bound("minLength"), bound("maxLength")
    elif isinstance(value, int | float) and not isinstance(value, bool):
        size, low, high = value, bound("minimum"), bound("maximum")
    else:
        return True
    return (low is None or size >= low) and (high is None or size <= high)


def _matches(pattern: str, value: str) -> bool:
    if len(pattern) > 200 or len(value) > 200 or re.search(r"[+*}]\)?[+*{]", pattern):
        return True  # not worth the risk: what is a contradiction is only noted
    try:
        return re.search(pattern, value) is not None
    except (re.error, OverflowError):
        return True


def _bounds(fact: Fact, schema: Node, document: Node) -> Agreed | None:
    """Return those bounds of *fact* that *schema* does not have."""
    left: dict[str, object] = {}
    against = False
    for key, bound in as_members(fact.value).items():
        known = _known(key, schema, document)
        if known is None:
            left[key] = bound
        elif not _same(key, bound, known):
            left[key] = bound
            against = True
    for low, high in _PAIRS:
        bottom = left.get(low, _known(low, schema, document))
        top = left.get(high, _known(high, schema, document))
        if isinstance(bottom, int | float) and isinstance(top, int | float):
            against = against or bottom > top
    if not left:
        return None
    return Agreed(fact._replace(value=left), against)


def _known(key: str, schema: Node, document: Node) -> int | float | None:
    """Return the bound that *schema* has on the same side as *key*, exclusive ones as
    the numbers that they leave out."""
    other = _SIDES.get(key, (key, 0))[0]
    exclusive = f"exclusive{other[0].upper()}{other[1:]}"
    for each in (other, exclusive):
        node = schemas.member(schema, each, document)
        number = None if node is None else node.value
        if isinstance(number, int | float) and not isinstance(number, bool):
            return number
    return None


def _same(key: str, bound: object, known: float) -> bool:
    _, step = _SIDES.get(key, (key, 0))
    steps = (0, step)
    return isinstance(bound, int | float) and any(
        bound + each == known for each in steps
    )
