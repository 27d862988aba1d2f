"""Subjects: the parameters, fields and values of a document that are described in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from specpress.document.grammar import PARTS, is_map, item, member
from specpress.ir.words import fold
from specpress.prose import schemas
from specpress.prose.facts import About
from specpress.tree import Node

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a document, by keys and numbers."""

_NONE: Final[Mapping[str, str]] = {}
_VALUES: Final = frozenset(("example", "examples", "default", "enum", "const"))


@dataclass(frozen=True, slots=True)
class Subject:
    """What is described at *path*, by *node*: a parameter, a field or a type of values.

    What it may hold stands at *schema_path*, in *schema*. *others* are the names that
    stand beside it.
    """

    path: Path
    node: Node
    schema_path: Path
    schema: Node
    name: str
    others: tuple[str, ...] = ()
    is_parameter: bool = False

    @property
    def description(self) -> Node | None:
        """The description, when it is a text."""
        found = self.node.get("description")
        return found if found is not None and found.text is not None else None

    def about(self, document: Node) -> About:
        """Return what its description is about, with references into *document*."""
        items = schemas.member(self.schema, "items", document)
        types = schemas.types(self.schema, document)
        of = items if items is not None and {*types} == {"array"} else None
        listed = schemas.member(of or self.schema, "enum", document)
        return About(
            self.name,
            types,
            frozenset() if of is None else schemas.types(of, document),
            {fold(other): other for other in self.others if other != self.name},
            tuple(i.value for i in listed.list) if listed is not None else (),
        )


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk over one *document*, each place once, in its order."""

    document: Node
    _found: list[Subject] = field(default_factory=list[Subject])

    def subjects(self) -> list[Subject]:
        """Return all that is described in words."""
        self._visit(self.document, "document", (), ())
        return self._found

    def _visit(
        self, node: Node, kind: str, path: Path, beside: tuple[str, ...]
    ) -> None:
        if kind == "parameter" and node.get_text("name") is not None:
            self._parameter(node, path, beside)
        elif kind == "schema":
            self._schema(node, path)
        if kind == "path_item":
            beside = self._named(node)
        elif kind == "operation":
            beside = (*beside, *self._named(node))
        if not node.is_object:
            return
        for key, value in node.items():
            of = None if key in _VALUES else member(kind, key)
            if of is None or of == "plain":
                continue
            inner = (*path, key)
            if value.list:
                for index, each in enumerate(value.list):
                    self._visit(each, item(of), (*inner, index), beside)
            elif is_map(of) and value.is_object and of in PARTS:
                self._visit(value, of, inner, beside)
            else:
                self._visit(value, of, inner, beside)

    def _parameter(self, node: Node, path: Path, beside: tuple[str, ...]) -> None:
        own = node.get("schema")
        schema, where = (node, path) if own is None else (own, (*path, "schema"))
        if node.get_text("in") == "body" or node.get("content") is not None:
            return
        name = node.get_text("name") or ""
        self._found.append(Subject(path, node, where, schema, name, beside, True))

    def _schema(self, node: Node, path: Path) -> None:
        """Add the fields of *node*; and itself, where it is a type with a name."""
        fields = node.get("properties")
        if fields is not None and fields.is_object:
            names = tuple(fields.map)
            for name, value in fields.items():
                where = (*path, "properties", name)
                if value.is_object:
                    self._found.append(Subject(where, value, where, value, name, names))
        owner = path[-2:-1]
        if owner in (("schemas",), ("definitions",), ("$defs",)):
            self._found.append(Subject(path, node, path, node, str(path[-1])))

    def _named(self, holder: Node) -> tuple[str, ...]:
        """Return the names of what *holder*, an operation or a path, takes."""
        listed = holder.get("parameters")
        nodes = [
            schemas.resolved(n, self.document) for n in (listed.list if listed else ())
        ]
        names = [node.get_text("name") or "" for node in nodes]
        for schema in self._bodies(holder, nodes):
            for part in schemas.parts(schema, self.document):
                names += part.map["properties"].map if "properties" in part.map else ()
        return tuple(dict.fromkeys(name for name in names if name))

    def _bodies(self, holder: Node, parameters: list[Node]) -> Iterator[Node]:
        """Yield the schemas of the bodies that *holder* takes, in any version."""
        for parameter in parameters:
            schema = parameter.get("schema")
            if parameter.get_text("in") == "body" and schema is not None:
                yield schema
        body = holder.get("requestBody")
        content = None if body is None else schemas.resolved(body, self.document)
        medias = None if content is None else content.get("content")
        for media in medias.map.values() if medias is not None else ():
            if (schema := media.get("schema")) is not None:
                yield schema
