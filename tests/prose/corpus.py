"""The described arguments of a corpus, with what their schemas say of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from specpress.diagnostics import Report
from specpress.document.tree import read_tree
from specpress.prose import schemas
from specpress.prose.facts import About
from specpress.prose.subjects import Subject, Walk
from specpress.source import Source
from specpress.tree import Node

from .stated import KINDS

_SUFFIXES: Final = (".json", ".yaml", ".yml")
_LARGEST: Final = 20_000_000  # bytes of a file


class Described(NamedTuple):
    """One description, *text*, of what it is *about*, and the *facts* of its schema."""

    vendor: str
    file: str
    text: str
    about: About
    facts: dict[str, object]

    @property
    def digest(self) -> str:
        """The hash of what is described, by which samples are taken."""
        key = f"{self.vendor}\n{self.about.name}\n{self.text}"
        return hashlib.sha256(key.encode()).hexdigest()


def described(corpus: Path, limit: int) -> list[Described]:
    """Return what is described in the OpenAPI files of *corpus*, each text once a vendor
    and name; at most *limit* of them, those of the lowest hashes."""
    found: dict[str, Described] = {}
    for file in sorted(corpus.rglob("*")):
        if file.suffix in _SUFFIXES and file.stat().st_size < _LARGEST:
            for each in _of_file(file, corpus):
                found.setdefault(each.digest, each)
    return [found[digest] for digest in sorted(found)[:limit]]


def _of_file(file: Path, corpus: Path) -> Iterator[Described]:
    name = file.relative_to(corpus).as_posix()
    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        return
    if "openapi" not in text and "swagger" not in text:
        return
    document = read_tree(Source(name, text), Report())
    if document is None or not {"openapi", "swagger"} & document.map.keys():
        return
    for subject in Walk(document).subjects():
        described = subject.description
        if described is not None and described.text:
            about = subject.about(document)
            bare = About(about.name, about.types, about.items, about.others)
            facts = _facts(subject, document)
            yield Described(name.split("/")[0], name, described.text, bare, facts)


def _facts(subject: Subject, document: Node) -> dict[str, object]:
    """Return what the schema of *subject* says, that prose may say as well."""
    schema = subject.schema
    items = schemas.member(schema, "items", document)
    is_list = schemas.types(schema, document) == {"array"}
    of = items if is_list and items is not None else schema
    found: dict[str, object] = {}
    listed = schemas.member(of, "enum", document)
    if listed is not None:
        values = [item.value for item in listed.list if item.value is not None]
        found["values"] = values
    for key in KINDS:
        node = None if key == "values" else schemas.member(schema, key, document)
        if node is not None:
            found[key] = node.plain()
    return found
