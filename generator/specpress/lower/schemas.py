"""Schemas as types: one schema at a time, its references followed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import (
    CONFLICT,
    NOT_A_SCHEMA,
    REOPENED,
    TOO_DEEP,
    UNDESCRIBED,
)
from specpress.diagnostics.codes.refs import SCHEMA_LOOP
from specpress.document.dialects import deprecated
from specpress.document.refs import Refs, pointed
from specpress.ir.nodes import TypeDecl
from specpress.ir.show import show
from specpress.ir.types import Anything, Field, Nothing, Object, Ref, Type, Union
from specpress.ir.walk import with_rules
from specpress.lower.called import called
from specpress.lower.contained import contained
from specpress.lower.containers import Inner
from specpress.lower.declared import declared_name
from specpress.lower.discriminators import Told, told_apart
from specpress.lower.keywords import ABOUT_ONE, brief
from specpress.lower.loops import Loops, needed_first
from specpress.lower.merge import Merge
from specpress.lower.own import kinds_of, own_type
from specpress.lower.places import is_true, place
from specpress.lower.prose import described
from specpress.lower.rules import RuleBook
from specpress.lower.titles import entitle
from specpress.lower.unevaluated import is_fixed, unevaluated
from specpress.lower.vocabulary import check_keywords
from specpress.tree import Node

_MAX_DEPTH: Final = 40
_ANY: Final = "any value is allowed"
_ONLY_REQUIRED: Final = frozenset(("required", "title", "description", "type"))


@dataclass(slots=True)
class _Whole:
    """The pieces of one schema, merged as they come."""

    merge: Merge
    type: Type

    def add(self, part: Type) -> None:
        """Make *part* a part of the type."""
        self.type = self.merge.both(self.type, part)


@dataclass(slots=True)
class Schemas:
    """The schemas of one document: lowered on demand, each referred to one once."""

    refs: Refs
    loops: Loops
    report: Report
    called: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    types: dict[str, TypeDecl] = dataclasses.field(default_factory=dict[str, TypeDecl])
    _wanted: dict[str, None] = dataclasses.field(default_factory=dict[str, None])
    _open: set[str] = dataclasses.field(default_factory=set[str])

    @property
    def _book(self) -> RuleBook:
        return RuleBook(self.refs, self.report)

    def lower(self, schema: Node, depth: int = 0, hint: Sequence[str] = ()) -> Type:
        """Return the type that *schema* describes, with its title and description.

        *hint* are the kinds of value it is about, where it does not say so itself.
        """
        type_ = self._noted(schema, depth, hint)
        title = called(schema, "inline", self.report) or schema.get_text("title")
        return entitle(type_, title, described(schema))

    def declare(self) -> tuple[TypeDecl, ...]:
        """Return the types that references point at, lowering those not yet lowered."""
        while self._wanted:
            self._resolve(Ref(target=next(iter(self._wanted))))
        return tuple(self.types.values())

    def annotation(self, schema: Node, key: str) -> Node | None:
        """Return what *schema*, or else what it refers to, has for *key*.

        The one ``example`` of older versions stands for ``examples``.
        """
        seen: set[int] = set()
        while (found := schema.get(key)) is None and id(schema) not in seen:
            if key == "examples" and (one := schema.get("example")) is not None:
                return Node([one], one.span, one.key_span, one.origin)
            seen.add(id(schema))
            ref = schema.get("$ref")
            target = None if ref is None else self.refs.follow(ref, _ANY)
            if target is None:
                return None
            schema = target.node
        return found

    def _noted(self, schema: Node, depth: int, hint: Sequence[str] = ()) -> Type:
        """Return the type of *schema*, having noted what it requires undescribed."""
        type_ = self._merged(schema, depth, hint)
        for each in type_.fields if isinstance(type_, Object) else ():
            if each.origin == "default":
                self.report.add(UNDESCRIBED.at(each.span, name=each.name))
        return type_

    def _merged(self, schema: Node, depth: int, hint: Sequence[str] = ()) -> Type:
        """Return the one type that all parts of *schema* make together."""
        if isinstance(schema.value, bool):
            return (Anything if schema.value else Nothing)(span=schema.span)
        if not schema.is_object:
            self.report.add(NOT_A_SCHEMA.at(schema.span, value=brief(schema)))
            return Anything(span=schema.span)
        if depth > _MAX_DEPTH or len(self._open) > _MAX_DEPTH:
            self.report.add(TOO_DEEP.at(schema.span, limit=_MAX_DEPTH))
            return Anything(span=schema.span)
        check_keywords(schema, self.report)

        def conflict(left: Type, right: Type) -> None:
            names = {"left": _brief(left), "right": _brief(right)}
            self.report.add(CONFLICT.at(place(schema), **names))

        def reopen(field: Field) -> None:
            self.report.add(REOPENED.at(place(schema), name=field.name))

        wide: list[bool] = []
        merge = Merge(self._resolve, conflict, reopen, lambda: wide.append(True))
        whole = _Whole(merge, Anything(span=schema.span))
        self._add_parts(schema, depth + 1, hint, whole)
        rules = [*self._book.stated(schema), *self._book.shaped(schema)]
        rest = unevaluated(schema)
        if rest is not None:
            if isinstance(whole.type, Object) and is_fixed(schema, self.refs):
                rest_type = self.lower(rest, depth + 1)
                whole.type = replace(whole.type, additional=rest_type)
            else:
                wide.append(True)
        if wide:
            rules = [*self._book.whole(schema)]
        return with_rules(whole.type, tuple(rules))

    def _add_parts(
        self, schema: Node, depth: int, hint: Sequence[str], whole: _Whole
    ) -> None:
        """Add to *whole* what *schema* says, piece by piece: what it refers to, its
        ``allOf``, its own keywords, and the choices that it leaves."""

        def kinds(part: Node) -> Sequence[str]:
            return self._kinds(part, whole.type, hint)

        def inner(part: Node) -> Type:
            return self.lower(part, depth)

        def member(part: Node) -> Type:
            return self.lower(part, depth, kinds(part))

        def own() -> Type:
            about = kinds(schema)
            type_ = own_type(schema, about, inner, self.annotation, self.report)
            return with_rules(type_, tuple(self._book.spoken(schema, about)))

        if "$ref" in schema.map:
            whole.add(self._ref(schema))
        for each in self._all_of(schema, depth):
            whole.add(each)
        last = _is_open_ended(schema) and not kinds(schema)  # the choices may tell
        if not last:
            whole.add(own())
        for key in ("anyOf", "oneOf"):
            if (choice := schema.get(key)) is not None and choice.list:
                whole.add(self._choice(schema, choice, member))
        if last:
            whole.add(own())

    def _all_of(self, schema: Node, depth: int) -> Iterator[Type]:
        """Yield the members of the ``allOf`` of *schema*; those that name no kind of
        value learn it from those that do."""
        kinds: list[str] = []
        all_of = schema.get("allOf")
        members = all_of.list if all_of is not None else ()
        asking = [member for member in members if _is_open_ended(member)]
        for member in members:
            if member not in asking:
                type_ = self._merged(member, depth)
                kinds += kinds_of(type_, self._resolve) if asking else []
                yield type_
        for member in asking:
            yield self._merged(member, depth, kinds)

    def _kinds(self, schema: Node, merged: Type, hint: Sequence[str]) -> Sequence[str]:
        """Return the kinds of value that *schema* is about when it does not say so:
        those of what is *merged* so far, or else *hint*.

        What is referred to is looked at only where it matters.
        """
        if not _is_open_ended(schema):
            return ()
        return kinds_of(merged, self._resolve) or hint

    def _choice(self, schema: Node, choice: Node, inner: Inner) -> Type:
        """Return the union of the members of *choice*."""
        if all("required" in m.map and _is_required(m) for m in choice.list):
            key = next(k for k, v in schema.items() if v is choice)
            return Anything(rules=tuple(self._book.rule({key: choice})))
        told = Told()
        if (discriminator := schema.get("discriminator")) is not None:
            told = told_apart(discriminator, choice, self.refs.document, self.report)
        return Union(
            members=tuple(inner(member) for member in choice.list),
            discriminator=told.discriminator,
            tags=told.tags,
            fallback=told.fallback,
            span=schema.span,
        )

    def _ref(self, schema: Node) -> Type:
        """Return the reference to the type that *schema* refers to."""
        ref = schema.map["$ref"]
        if self.loops.has(schema):
            self.report.add(SCHEMA_LOOP.at(ref.span, ref=ref.text, instead=_ANY))
            return Anything(span=schema.span)
        target = self.refs.follow(ref, _ANY)
        if target is None:
            return Anything(span=schema.span)
        id_ = f"#{target.pointer}"
        if id_ not in self.types and id_ not in self._open:
            self._wanted[id_] = None
        return Ref(target=id_, span=schema.span)

    def _resolve(self, ref: Ref) -> Type:
        """Return the type behind *ref*, following references to references."""
        type_: Type = ref
        while isinstance(type_, Ref):
            if type_.target in self._open:
                return Anything()
            if type_.target not in self.types:
                self._declare_all(type_.target)
            type_ = self.types[type_.target].type
        return type_

    def _declare_all(self, id_: str) -> None:
        """Declare the type *id_*, and first what it is merged of."""
        for pointer in needed_first(id_[1:], self.refs.document):
            each = f"#{pointer}"
            node = pointed(self.refs.document, pointer)
            if node is not None and each not in self.types and each not in self._open:
                self._declare(each, node)

    def _declare(self, id_: str, schema: Node) -> None:
        self._wanted.pop(id_, None)
        self._open.add(id_)
        type_ = contained(
            lambda: self._noted(schema, 0),
            Anything,
            place(schema),
            _ANY,
            self.report,
        )
        self._open.remove(id_)
        name = declared_name(id_, schema, self.called)
        self.types[id_] = TypeDecl(
            id=id_,
            name=name,
            type=type_,
            description=described(schema, name.text),
            deprecated=is_true(schema.get("deprecated")) or deprecated(schema),
            span=place(schema),
            origin=schema.origin,
        )


def _is_open_ended(schema: Node) -> bool:
    """Return whether *schema* constrains values without saying of which kind."""
    return "type" not in schema.map and not ABOUT_ONE.isdisjoint(schema.map)


def _is_required(schema: Node) -> bool:
    """Return whether *schema* says no more than which names are required."""
    return schema.map.keys() <= _ONLY_REQUIRED


def _brief(type_: Type) -> str:
    text = show(type_)
    return text if len(text) <= 40 else f"{text[:39]}…"
