"""Keywords that say what no type can: each becomes a rule, in JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from jsonschema_rs import meta

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import LOST_KEYWORD, PATTERN
from specpress.document.refs import Refs
from specpress.ir.patterns import python_pattern
from specpress.ir.types import Rule
from specpress.ir.values import Json
from specpress.lower.containers import positions
from specpress.lower.drafts import modern
from specpress.lower.keywords import OF_KIND, refuse
from specpress.lower.lean import DATA, lean
from specpress.lower.original import original
from specpress.lower.own import implied_kind
from specpress.lower.places import place
from specpress.tree import Node

STATED: Final = (
    ("not",),
    ("if", "then", "else"),
    ("dependentRequired",),
    ("dependentSchemas",),
    ("contains", "minContains", "maxContains"),
    ("propertyNames",),
)
"""The keywords, with those that say how they are meant, that are rules wherever they
stand."""

_WIDE: Final = (
    "unevaluatedProperties",
    "unevaluatedItems",
    "allOf",
    "$ref",
    "anyOf",
    "oneOf",
)
"""What makes a rule of a whole schema, first things first."""

_LONGEST: Final = 20_000  # of a rule's text: a client is source that people read
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Makes the rules of schemas whose references *refs* follows."""

    refs: Refs
    report: Report

    def stated(self, schema: Node) -> Iterator[Rule]:
        """Yield the rules that *schema* states by keywords that always are rules."""
        members = modern(schema)
        for keys in STATED:
            if keys[0] in members and _says_something(keys, members):
                yield from self.rule(_chosen(members, keys))

    def shaped(self, schema: Node) -> Iterator[Rule]:
        """Yield the rules about the places and keys of values, beside what types say."""
        prefix, rest = positions(schema)
        if prefix and not _is_tuple(schema, len(prefix), rest):
            yield from self.rule(_chosen(modern(schema), ("prefixItems", "items")))
        patterns = schema.get("patternProperties")
        if patterns is not None and patterns.is_object:
            yield from self.rule(_keyed(schema, patterns))

    def spoken(self, schema: Node, hint: Sequence[str]) -> Iterator[Rule]:
        """Yield the rules about kinds of value that *schema*, which names no type, speaks
        of beside the one that it implies; *hint* are the kinds where they are known."""
        if hint or not {"type", "enum", "const"}.isdisjoint(schema.map):
            return
        implied = implied_kind(schema, hint)
        for kind, keywords in OF_KIND.items():
            members = _chosen(modern(schema), keywords)
            if members and kind != implied:
                yield from self.rule(members)

    def whole(self, schema: Node) -> Iterator[Rule]:
        """Yield the rule that is all of *schema*: what looks at the whole of it."""
        members = {k: v for k, v in modern(schema).items() if k != "$defs"}
        yield from self.rule(members, next(k for k in _WIDE if k in members))

    def rule(
        self, members: Mapping[str, Node], keyword: str | None = None
    ) -> Iterator[Rule]:
        """Yield the rule of the keywords *members*, for the sake of the first or of
        *keyword*.

        Nothing, after a report, when they are no schema, or Python can't run them.
        """
        keyword = keyword or next(iter(members))
        stated = members[keyword]
        node = Node(dict(members), stated.span, stated.key_span, stated.origin)
        schema = lean(original(node, self.refs.document).value)
        if isinstance(schema, bool):  # it refers to nothing, which is told
            return
        if not _is_schema(schema):
            refuse(keyword, stated, self.report)
            return
        for reference in _references(node):
            self.refs.follow(reference, "any value is allowed")
        for pattern in _patterns(schema):
            if python_pattern(pattern) is None:
                self.report.add(PATTERN.at(stated.span, pattern=pattern))
                return
        json = Json.of(schema)
        if len(json.text) > _LONGEST:
            self.report.add(LOST_KEYWORD.at(place(stated), keyword=keyword))
            return
        yield Rule(keyword=keyword, schema=json)


def _chosen(members: Mapping[str, Node], keys: Sequence[str]) -> dict[str, Node]:
    return {key: members[key] for key in keys if key in members}


def _keyed(schema: Node, patterns: Node) -> dict[str, Node]:
    """Return the keywords about keys: with all of one type, only which there may be."""
    rest, known = schema.get("additionalProperties"), schema.get("properties")
    yes = Node(True, patterns.span)
    if rest is None or rest.value is True:
        return {"patternProperties": patterns}
    if rest.value is False and known is None and len(patterns.map) == 1:
        only = dict.fromkeys(patterns.map, yes)
        members = {"patternProperties": Node(only, patterns.span, patterns.key_span)}
    else:
        members = {"patternProperties": patterns}
    if known is not None and known.is_object:
        members["properties"] = Node(dict.fromkeys(known.map, yes), known.span)
    return {**members, "additionalProperties": rest}


def _is_tuple(schema: Node, count: int, rest: Node | None) -> bool:
    """Return whether arrays have exactly *count* items, which a type can say."""
    least, most = schema.get("minItems"), schema.get("maxItems")
    closed = (rest is not None and rest.value is False) or (
        most is not None and most.value == count
    )
    return closed and least is not None and least.value == count


def _says_something(keys: tuple[str, ...], members: Mapping[str, Node]) -> bool:
    return keys[0] != "if" or "then" in members or "else" in members


def _is_schema(schema: object) -> bool:
    known = cast("dict[str, object]", schema)
    return meta.is_valid({**known, "$schema": _DIALECT})


def _references(node: Node) -> Iterator[Node]:
    """Yield the references inside *node* that are none of the data in it."""
    queue = [node]
    while queue:
        here = queue.pop()
        for key, member in here.items() if here.is_object else ():
            if key == "$ref" and member.text is not None:
                yield member
            elif key not in DATA:
                queue.append(member)
        queue += here.list


def _patterns(schema: object) -> Iterator[str]:
    """Yield the regular expressions in *schema*, plain data."""
    if isinstance(schema, list):
        for item in cast("list[object]", schema):
            yield from _patterns(item)
    elif isinstance(schema, dict):
        members = cast("dict[str, object]", schema)
        if isinstance(pattern := members.get("pattern"), str):
            yield pattern
        if isinstance(keyed := members.get("patternProperties"), dict):
            yield from cast("dict[str, object]", keyed)
        for key, value in members.items():
            if key not in DATA:
                yield from _patterns(value)
