"""Sections that describe a type of object: tables of fields, and unions as lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Flow,
    Heading,
    Items,
    Para,
    Section,
    Table,
    Terms,
)
from specpress.lift.generic.columns import read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.entries import is_fields, read_entries
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.inner import is_named, read_inner, text_of
from specpress.lift.generic.rows import read_rows
from specpress.lift.generic.samples import MISSING, read_json
from specpress.lift.generic.schemas import object_schema, settle
from specpress.lift.generic.typed import REF
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import WORDS, section_role
from specpress.source import Span
from specpress.tree import Node

_ASIDE: Final = frozenset(WORDS.references["object"])
_UNION: Final = re.compile(
    "|".join(map(re.escape, WORDS.prose["union"])), re.IGNORECASE
)
_ONLY_UNION: Final = re.compile(
    r"\W*(?:(?:it|this|the object|this object)\s+)?(?:(?:can|should|must|may)\s+be|is)?\s*(?:any |either )?one of(?: the following(?: \w+)?)?\W*",
    re.IGNORECASE,
)
_PARAMETERS: Final = re.compile(
    r"param|arg(?:ument)?s?\b|header|option|variable", re.IGNORECASE
)
_CONTENTS: Final = re.compile(
    r"contents of a file|file to be uploaded|file that is uploaded", re.IGNORECASE
)
_NAME: Final = re.compile(r"[A-Z][A-Za-z0-9]*(?:[._-][A-Za-z0-9]+)*")


@dataclass(slots=True)
class Described:
    """An object that a section describes."""

    name: str
    span: Span
    description: list[str] = field(default_factory=list[str])
    facts: list[Fact] = field(default_factory=list[Fact])
    members: list[str] = field(default_factory=list[str])
    contents: bool = False
    told: bool = False
    """Whether the heading says that it is an object."""
    column: bool = False
    sure: float = 1.0


def object_name(title: str) -> str | None:
    """Return the name of the object that the heading *title* announces, or None.

    >>> object_name("The User object"), object_name("Photo Size"), object_name("How to start")
    ('User', 'PhotoSize', None)
    """
    words: list[str] = re.findall(r"[A-Za-z0-9_.]+", re.sub(r"\(.*?\)", " ", title))
    kept = [word for word in words if word.lower() not in _ASIDE]
    if not kept or len(kept) > 4 or len(words) - len(kept) > 4:
        return None
    if len(kept) == 1 and _NAME.fullmatch(kept[0]):
        return kept[0]
    told = len(words) > len(kept)
    if told or all(word[:1].isupper() for word in kept):
        return "".join(word[:1].upper() + word[1:] for word in kept)
    return None


def read_objects(root: Section, taken: set[int], context: Context) -> list[Described]:
    """Return the objects that sections of the page describe.

    *taken* are the sections of operations, by identity.
    """
    found: list[Described] = []
    for section in root.walk():
        if (
            id(section) in taken
            or section.heading is None
            or section.heading.level == 7
        ):
            continue
        if (made := _object(section, context)) is not None:
            found.append(made)
    return found


def _object(section: Section, context: Context) -> Described | None:
    heading = section.heading
    assert heading is not None
    name = object_name(heading.text)
    if name is None or section_role(heading.text) is not None:
        return None
    blocks = list(section.blocks)
    labels = [
        s
        for s in section.sections
        if section_role(s.title)
        in (
            "attributes",
            "parameters",
            "response",
            "example",
            "example-response",
            "body",
        )
    ]
    for label in labels:
        blocks += label.blocks
    made = Described(name, heading.span)
    made.told = bool(
        _ASIDE.intersection(re.findall(r"[a-z]+", heading.text.lower()))
        - {"the", "a", "an"}
    )
    for block in blocks:
        _take(block, made, context)
    if not (made.facts or made.members) and not _is_bare(section, made, name):
        return None
    context.read(heading, f"object {name}")
    for label in labels:
        if label.heading is not None:
            context.ignore(label.heading, "label")
    for block in blocks:
        if isinstance(block, Para):
            context.text(block, f"description of {name}")
    return made


def _is_bare(section: Section, made: Described, name: str) -> bool:
    """Return whether *section* describes an object of which it names no field."""
    text = " ".join(made.description)
    if not _NAME.fullmatch(section.title.strip()) or section.sections:
        return False
    if not re.search(
        r"^(?:(?:this|the|an?)\s.*\bobject\b|.*placeholder|represents)",
        text,
        re.IGNORECASE,
    ):
        return False
    made.contents = _CONTENTS.search(text) is not None
    return (
        bool(re.search(r"no (?:information|fields)|placeholder", text)) or made.contents
    )


def _take(block: Block, made: Described, context: Context) -> None:
    def inner(flow: Flow, fact: Fact) -> None:
        read_inner(flow, fact, context)

    match block:
        case Para():
            made.description.append(block.text)
        case Table():
            columns = read_columns(block, context.columns)
            if columns.kind != "fields" or context.state(block) is not None:
                return
            header = columns.headers[columns.roles["name"]] if columns.headers else ""
            if (
                not made.told
                and _PARAMETERS.search(header)
                and not re.search(r"field|propert|attrib", header, re.IGNORECASE)
            ):
                return
            made.facts += read_rows(columns, inner, context.lost)
            made.column = made.column or bool(
                {"required", "optional"} & set(columns.roles)
            )
            context.read(block, f"fields of {made.name}")
        case Items() | Terms():
            _take_list(block, made, context)
        case Code():
            if read_json(block.text) is not MISSING:
                context.read(block, f"sample of {made.name}")
        case Heading():
            pass


def _take_list(block: Items | Terms, made: Described, context: Context) -> None:
    said = " ".join(made.description)
    if (
        (
            isinstance(block, Items)
            and not made.facts
            and all(is_named(entry) for entry in block.entries)
        )
        and block.entries
        and (_UNION.search(said) or all(_is_type(e.text) for e in block.entries))
    ):
        made.members = [entry.text.strip("`*. ") for entry in block.entries]
        context.read(block, f"alternatives of {made.name}")
        return
    if is_fields(block):
        facts = read_entries(
            block, lambda f, c: read_inner(f, c, context), context.lost
        )
        told = sum(fact.schema is not None or fact.marked for fact in facts)
        if told * 2 > len(facts):
            made.facts += facts
            context.read(block, f"fields of {made.name}")
            return
    made.description.append(text_of(block))
    context.text(block, f"description of {made.name}")


def _is_type(text: str) -> bool:
    read = read_type(text.strip("`*. "))
    return read.schema is not None and read.exact


def schema_of(made: Described, context: Context) -> Node:
    """Return the schema of an object that was described."""
    text = "\n\n".join(made.description)
    if made.members and _ONLY_UNION.fullmatch(text):
        text = ""
    if made.members:
        union = [
            (
                {"$ref": f"{REF}{name}"}
                if name in context.known
                else read_type(name).schema or {}
            )
            for name in made.members
        ]
        schema = Node.of({"oneOf": union}, made.span, made.span)
    elif made.contents:
        schema = Node.of({"type": "string", "format": "binary"}, made.span, made.span)
    elif not made.facts:
        schema = Node.of({"type": "object"}, made.span, made.span)
    else:
        settle(made.facts, context, column=made.column)
        schema = object_schema(made.facts, made.span, context)
    if not text:
        return schema
    members = {"description": Node(text, made.span), **schema.map}
    return Node(members, made.span, made.span)
