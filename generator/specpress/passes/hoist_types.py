"""Afterwards each type that needs a name is a `TypeDecl`, and a `Ref` where it is used;
types of the same shape that want the same name are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final, assert_never

import msgspec
from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.formats import REGISTERED
from specpress.ir.nodes import (
    FIRMNESS,
    Api,
    Body,
    Content,
    Header,
    Incoming,
    Name,
    Operation,
    Parameter,
    Response,
    TypeDecl,
)
from specpress.ir.types import (
    Anything,
    Boolean,
    Enum,
    Field,
    Integer,
    List,
    Map,
    Nothing,
    Null,
    Number,
    Object,
    Pattern,
    Ref,
    String,
    Type,
    Union,
)
from specpress.ir.walk import shape
from specpress.ir.words import fold, pascal, words
from specpress.passes.named import Wanted, needs_name, not_null, variant

_MOST_WORDS: Final = 8  # a longer title is a sentence, not a name


def hoist_types(api: Api, report: Report) -> Api:
    """Return *api* with its inline objects, enums and unions named."""
    hoist = _Hoist()
    declared = tuple(map(hoist.declared, api.types))
    operations = tuple(map(hoist.operation, api.operations))
    known = {decl.id for decl in declared}
    webhooks = tuple(map(hoist.webhook, api.webhooks))
    found = (hoist.joined(id_) for id_ in hoist.places if id_ not in known)
    types = (*declared, *found)
    return replace(api, operations=operations, webhooks=webhooks, types=types)


class _Hoist:
    """The named types found so far, by id: one for each place that a type was found."""

    def __init__(self) -> None:
        self.places: dict[str, list[TypeDecl]] = {}
        self._ids: dict[tuple[str, bytes], str] = {}

    def declared(self, decl: TypeDecl) -> TypeDecl:
        """Return *decl*, which has a name already, with what is inside it named."""
        wanted = Wanted(pascal(decl.name.text), decl.name.path)
        type_ = self._inside(decl.type, wanted)
        self._ids.setdefault((fold(decl.name.text), _key(type_)), decl.id)
        self.places.setdefault(decl.id, [])
        return replace(decl, type=type_)

    def operation(self, old: Operation) -> Operation:
        """Return *old* with the types in it named."""
        root = Wanted(pascal(old.id) or "Operation", (old.id,))
        parameters = tuple(
            replace(p, type=self._type(p.type, _own(p) or root.inside(p.name)))
            for p in old.parameters
        )
        body = old.body and replace(
            old.body, contents=self._body(old.body, root, "Request")
        )
        primary = _primary(old)
        responses = tuple(
            replace(
                r,
                contents=self._body(r, root, _place(r, primary)),
                headers=self._headers(r, root, _place(r, primary)),
            )
            for r in old.responses
        )
        callbacks = tuple(self._incoming(c, root.inside(c.name)) for c in old.callbacks)
        return replace(
            old,
            parameters=parameters,
            body=body,
            responses=responses,
            callbacks=callbacks,
        )

    def webhook(self, old: Incoming) -> Incoming:
        """Return *old* with the types in it named."""
        wanted = Wanted(pascal(old.name) or "Webhook", ("webhooks", old.name))
        return self._incoming(old, wanted)

    def _incoming(self, old: Incoming, root: Wanted) -> Incoming:
        """Return *old* with the types in it named after *root*, or its component."""
        root = root._replace(path=(*root.path, old.url or "", old.method))
        parameters = tuple(
            replace(p, type=self._type(p.type, _own(p) or root.inside(p.name)))
            for p in old.parameters
        )
        body = Body(contents=old.contents, component=old.component)
        place = root if root.text.endswith("Event") else root.inside("Event")
        contents = self._contents(old.contents, _own(body) or place)
        return replace(old, parameters=parameters, contents=contents)

    def _headers(
        self, response: Response, root: Wanted, place: str
    ) -> tuple[Header, ...]:
        root = _own(response) or root.inside(place)
        return tuple(
            replace(h, type=self._type(h.type, root.inside(h.name)))
            for h in response.headers
        )

    def joined(self, id_: str) -> TypeDecl:
        """Return one declaration for all the places of the type *id_*.

        It does not depend on their order. A description stays when it is the only one.
        """
        places = self.places[id_]
        first = min(places, key=lambda decl: (_rank(decl), decl.name.path))
        told = {decl.description for decl in places if decl.description}
        return replace(first, description=told.pop() if len(told) == 1 else None)

    def _body(
        self, body: Body | Response, root: Wanted, place: str
    ) -> tuple[Content, ...]:
        """Return the contents of *body*, named after its component or else after *root*
        and its *place* there."""
        return self._contents(body.contents, _own(body) or root.inside(place))

    def _contents(
        self, contents: tuple[Content, ...], root: Wanted
    ) -> tuple[Content, ...]:
        """Return *contents*, all of one body, named after *root*."""

        def named(content: Content) -> Content:
            wanted = root._replace(path=(*root.path, content.media_type))
            if content.item is not None:
                item = self._type(content.item, wanted.inside("Item"))
                content = replace(content, item=item)
            if content.type is None:
                return content
            return replace(content, type=self._type(content.type, wanted))

        return tuple(map(named, contents))

    def _type(self, type_: Type, wanted: Wanted) -> Type:
        """Return *type_*, or a reference to it if it needs a name."""
        name = _name(type_, wanted)
        own = (
            wanted
            if name.firmness == "path"
            else wanted._replace(text=pascal(name.text))
        )
        inside = self._inside(type_, own)
        if not needs_name(inside):
            return inside
        if isinstance(inside, Union) and len(others := not_null(inside)) > 1:
            if len(others) == len(inside.members):
                return self._declare(inside, name)
            named = self._declare(replace(inside, members=others, rules=()), name)
            members, rules = (named, Null()), inside.rules
            return Union(members=members, rules=rules, span=type_.span)
        return self._declare(inside, name)

    def _inside(self, type_: Type, wanted: Wanted) -> Type:
        """Return *type_* with what is inside it named."""
        match type_:
            case List(item=item, prefix=prefix):
                first = tuple(
                    self._type(each, wanted.inside(f"Item {place}"))
                    for place, each in enumerate(prefix, 1)
                )
                rest = self._type(item, wanted.inside("Item"))
                return replace(type_, prefix=first, item=rest)
            case Map(value=value, patterns=patterns):
                known = self._patterns(patterns, wanted)
                rest = self._type(value, wanted.inside("Value"))
                return replace(type_, patterns=known, value=rest)
            case Object(fields=fields, patterns=patterns, additional=additional):
                new = tuple(self._field(field, wanted) for field in fields)
                known = self._patterns(patterns, wanted)
                rest = self._type(additional, wanted.inside("*", "Value"))
                return replace(type_, fields=new, patterns=known, additional=rest)
            case Union():
                return replace(type_, members=tuple(self._members(type_, wanted)))
            case (
                Anything()
                | Nothing()
                | Null()
                | Boolean()
                | Integer()
                | Number()
                | String()
                | Enum()
                | Ref()
            ):
                return type_
            case _:
                assert_never(type_)

    def _patterns(
        self, patterns: tuple[Pattern, ...], wanted: Wanted
    ) -> tuple[Pattern, ...]:
        return tuple(
            replace(p, type=self._type(p.type, wanted.inside(p.pattern, "Pattern")))
            for p in patterns
        )

    def _field(self, field: Field, wanted: Wanted) -> Field:
        if isinstance(field.type, String | Integer | Number | Boolean | Ref):
            return field  # most fields are: their name need not be made
        return replace(field, type=self._type(field.type, wanted.inside(field.name)))

    def _members(self, union: Union, wanted: Wanted) -> Iterator[Type]:
        """Yield the members of *union*, named by what is in them, not by their place:
        another member more renames none."""
        if len(not_null(union)) == 1:
            yield from (self._type(member, wanted) for member in union.members)
            return
        for member in union.members:
            yield self._type(member, variant(member, wanted))

    def _declare(self, type_: Type, name: Name) -> Ref:
        """Return a reference to the declaration of *type_* under *name*."""
        folded, key = fold(name.text), _key(type_)
        digest = sha256(key).hexdigest()[:24]
        id_ = self._ids.setdefault((folded, key), f"{folded}:{digest}")
        self.places.setdefault(id_, []).append(_decl(id_, name, type_))
        return Ref(target=id_, span=type_.span)


def _own(part: Parameter | Body | Response) -> Wanted | None:
    """Return the name that the component *part* gives to the types in it, if it is one."""
    name = pascal(part.component or "")
    if not name or part.component is None:
        return None
    ends: Mapping[type, str] = {Body: "Request", Response: "Response"}
    end = ends.get(type(part), "")
    return Wanted(name if name.endswith(end) else name + end, (part.component, end))


def _place(response: Response, primary: str | None) -> str:
    status = response.status
    return "Response" if status == primary else f"Response {status}"


def _decl(id_: str, name: Name, type_: Type) -> TypeDecl:
    match type_:
        case Object(description=description) | Enum(description=description):
            bare: Type = replace(type_, title=None, description=None)
        case Union(description=description):
            bare = replace(type_, title=None, description=None)
        case _:
            bare, description = type_, None
    return TypeDecl(
        id=id_, name=name, type=bare, description=description, span=type_.span
    )


def _name(type_: Type, wanted: Wanted) -> Name:
    """Return the firmest name that *type_* has, or that its place gives it."""
    match type_:
        case Object(title=title) | Enum(title=title) | Union(title=title):
            if title and 0 < len(words(title)) <= _MOST_WORDS:
                return Name(title, "title", wanted.path)
        case _:
            pass
    format_ = type_.format if isinstance(type_, Enum) else None
    if format_ and words(format_) and format_ not in REGISTERED:
        return Name(format_, "format", wanted.path)
    return Name(wanted.text, "path", wanted.path)


def _key(type_: Type) -> bytes:
    return msgspec.json.encode(shape(type_))


def _rank(decl: TypeDecl) -> int:
    return FIRMNESS.index(decl.name.firmness)


def _primary(operation: Operation) -> str | None:
    """Return the status of the response that needs no status in its type's name."""
    told = [
        response.status
        for response in operation.responses
        if any(c.type or c.item for c in response.contents)
    ]
    good = [status for status in told if status.startswith("2")]
    return next(iter((*good, *told)), None)
