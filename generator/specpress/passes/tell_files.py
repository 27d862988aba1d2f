"""Afterwards what is sent as a file, in a body of several parts, is text in the format
`FILE`: a named type that holds files has a shape of its own for that, named after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.ir.formats import FILE
from specpress.ir.media import essence, is_json, is_multipart
from specpress.ir.nodes import Api, Content, Operation, TypeDecl
from specpress.ir.parts import Encoding
from specpress.ir.types import Anything, List, Object, Ref, String, Type, Union
from specpress.ir.words import pascal

FORM: Final = "Form"
"""What is added to the name of a type for its shape in bodies of several parts."""
_WRITTEN: Final = ("text/", "application/xml", "application/x-www-form-urlencoded")


def tell_files(api: Api, report: Report) -> Api:
    """Return *api* with the files in its multipart bodies told from other text."""
    telling = _Telling({decl.id: decl for decl in api.types})
    operations = tuple(map(telling.operation, api.operations))
    return replace(
        api, operations=operations, types=(*api.types, *telling.made.values())
    )


class _Telling:
    """The shapes of named types for bodies of several parts, as they are needed."""

    def __init__(self, types: Mapping[str, TypeDecl]) -> None:
        self._types = types
        self.made: dict[str, TypeDecl] = {}

    def operation(self, old: Operation) -> Operation:
        """Return *old* with the files in its body told."""
        if old.body is None:
            return old
        contents = tuple(map(self._content, old.body.contents))
        return replace(old, body=replace(old.body, contents=contents))

    def _content(self, old: Content) -> Content:
        if old.type is None or not is_multipart(old.media_type):
            return old
        return replace(old, type=self._body(old.type, old.encodings))

    def _body(self, type_: Type, encodings: tuple[Encoding, ...]) -> Type:
        """Return *type_*, of a whole body, with its parts told."""
        by_name = {each.name: each for each in encodings}
        match type_:
            case Object(fields=fields):
                told = tuple(
                    replace(f, type=self._part(f.type, by_name.get(f.name)))
                    for f in fields
                )
                return type_ if told == fields else replace(type_, fields=told)
            case List(item=item):
                every = next((e for e in encodings if e.index is None), None)
                return replace(type_, item=self._part(item, every))
            case Union(members=members):
                told_members = tuple(self._body(m, encodings) for m in members)
                tags = (
                    replace(t, type=self._body(t.type, encodings)) for t in type_.tags
                )
                rest = type_.fallback and self._body(type_.fallback, encodings)
                return replace(
                    type_, members=told_members, tags=tuple(tags), fallback=rest
                )
            case Ref(target=target) if target in self._types:
                return self._named(type_, self._types[target], encodings)
            case _:
                return type_

    def _named(self, ref: Ref, decl: TypeDecl, encodings: tuple[Encoding, ...]) -> Type:
        """Return a reference to *decl* in its shape for bodies of several parts."""
        id_ = f"{decl.id} {FORM}"
        told = self._body(decl.type, encodings)
        if told == decl.type or id_ in self._types:
            return ref
        if id_ in self.made and self.made[id_].type != told:
            return told  # encoded in another way there
        name = decl.name
        text, path = f"{pascal(name.text)}{FORM}", (*name.path, FORM)
        wanted = replace(name, text=text, firmness="path", path=path)
        self.made[id_] = replace(decl, id=id_, name=wanted, type=told)
        return replace(ref, target=id_)

    def _part(self, type_: Type, encoding: Encoding | None) -> Type:
        """Return *type_*, of a part, which may be a file or a list of files."""
        match type_:
            case String():
                is_file = _is_file(type_, encoding)
                return String(format=FILE, span=type_.span) if is_file else type_
            case Anything() if encoding and _is_binary(encoding):
                return String(format=FILE, span=type_.span)
            case List(item=item):
                return replace(type_, item=self._part(item, encoding))
            case Union(members=members):
                told = tuple(self._part(member, encoding) for member in members)
                return replace(type_, members=told)
            case Ref(target=target) if target in self._types:
                inside = self._types[target].type
                bare = self._scalar(inside, encoding)
                return type_ if bare == inside else bare
            case _:
                return type_

    def _scalar(self, type_: Type, encoding: Encoding | None) -> Type:
        """Return *type_*, which has a name, told only where it is text or a list of it."""
        return (
            self._part(type_, encoding) if isinstance(type_, String | List) else type_
        )


def _is_file(type_: String, encoding: Encoding | None) -> bool:
    """Return whether text of *type_* stands for bytes (OpenAPI 3.2, "Encoding Object",
    the defaults of "contentType")."""
    if type_.content_encoding is not None:
        return False
    if type_.format == "binary":
        return True
    if type_.format is not None:
        return False
    media_type = type_.content_media_type
    if media_type is None:
        return encoding is not None and _is_binary(encoding)
    return not _is_text(media_type)


def _is_binary(encoding: Encoding) -> bool:
    """Return whether the part of *encoding* is never text."""
    types = encoding.media_types
    return bool(types) and encoding.style is None and not any(map(_is_text, types))


def _is_text(media_type: str) -> bool:
    return is_json(media_type) or essence(media_type).startswith(_WRITTEN)
