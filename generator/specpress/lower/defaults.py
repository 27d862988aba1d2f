"""Defaults that their own types forbid."""

from __future__ import annotations

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import BAD_DEFAULT
from specpress.ir.nodes import Api, Operation
from specpress.ir.show import show
from specpress.ir.types import Object, Ref, Type
from specpress.ir.values import Json
from specpress.ir.walk import map_types
from specpress.lower.accepts import accepts
from specpress.source import Span


def drop_bad_defaults(api: Api, report: Report) -> Api:
    """Return *api* without the defaults that are not of their types."""
    types = {decl.id: decl.type for decl in api.types}
    told: set[tuple[Span, Json]] = set()  # what is merged twice is told once

    def resolve(ref: Ref) -> Type:
        return types[ref.target]

    def fitting(default: Json | None, type_: Type, span: Span) -> Json | None:
        if default is None or accepts(type_, default.value, resolve):
            return default
        if (span, default) not in told:
            told.add((span, default))
            values = {"value": _brief(default.text), "type": _brief(show(type_))}
            report.add(BAD_DEFAULT.at(span, **values))
        return None

    def fields(type_: Type) -> Type:
        if not isinstance(type_, Object) or all(
            f.default is None for f in type_.fields
        ):
            return type_
        new = (
            replace(f, default=fitting(f.default, f.type, f.span)) for f in type_.fields
        )
        return replace(type_, fields=tuple(new))

    def operation(old: Operation) -> Operation:
        new = (
            replace(p, default=fitting(p.default, p.type, p.span))
            for p in old.parameters
        )
        return replace(old, parameters=tuple(new))

    api = map_types(api, fields)
    return replace(api, operations=tuple(map(operation, api.operations)))


def _brief(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
