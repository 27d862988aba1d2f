"""Plans of what is sent: which media types, which writing, which arguments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.emit import BODY_ARGUMENT, RAW_BODY
from specpress.emit.forms import Writing, form_type, parts_type, writing_of
from specpress.emit.python.arguments import Argument, BodyPlan
from specpress.emit.python.bodies import JSON_VALUE
from specpress.emit.python.checks import Checks
from specpress.emit.python.symbols import field_names
from specpress.emit.python.type_exprs import Expr, type_expr
from specpress.emit.python.xml_shapes import Shapes
from specpress.ir.media import essence
from specpress.ir.nodes import Content, Operation, TypeDecl
from specpress.ir.types import Anything, Nothing, Object, Ref, Type
from specpress.ir.walk import holder

FILE: Final = Expr("FileInput", frozenset({"FileInput"}))
"""The type of a file that is sent."""
_TEXT: Final = Expr("str | FileInput", frozenset({"FileInput"}))
_KNOWN_TEXT: Final = ("text/", "application/yaml")


@dataclass(frozen=True, slots=True)
class Sending:
    """Makes the plans of what operations send."""

    decls: Mapping[str, TypeDecl]
    names: Mapping[str, str]
    checks: Checks
    report: Report
    shapes: Shapes

    def of(
        self, operation: Operation, parameters: Sequence[Argument]
    ) -> tuple[BodyPlan, ...]:
        """Return a plan for each media type in which *operation* has a body, the one by
        default first.

        Bodies of one type have one plan of arguments, whatever they are written as.
        """
        if operation.body is None:
            return ()
        contents = ordered(operation.body.contents)
        plans: list[BodyPlan] = []
        for content in contents:
            plan = self._plan(operation, content, parameters, first=not plans)
            is_like = any(plan.is_like(other) for other in plans[:1])
            plans.append(plan if is_like else self._apart(plan, plans))
        return tuple(plans)

    def _apart(self, plan: BodyPlan, others: Sequence[BodyPlan]) -> BodyPlan:
        """Return *plan*, its fields no arguments where *others* have taken those."""
        if not others or plan.spread is None:
            return plan
        expr = self._whole_expr(plan.content, plan.model or JSON_VALUE)
        body = replace(others[0].whole, expr=expr, required=plan.required)
        return replace(plan, spread=None, arguments=(body,))

    def _plan(
        self,
        operation: Operation,
        content: Content,
        parameters: Sequence[Argument],
        *,
        first: bool,
    ) -> BodyPlan:
        required = operation.body is not None and operation.body.required
        writing, type_ = self._written(content)
        whole = Argument(_free("body", parameters), "body", JSON_VALUE, required, None)
        plan = BodyPlan(content, writing, required, None, None, None, (), whole)
        if writing in ("text", "bytes"):
            if first and writing == "text" and not _is_known(content.media_type):
                values = {"operation": operation.id, "media": content.media_type}
                self.report.add(RAW_BODY.at(content.span, **values))
            expr = FILE if writing == "bytes" else _TEXT
            return replace(plan, arguments=(replace(whole, expr=expr),))
        role = "Body" if first else f"Body{_word(content.media_type)}"
        model = None if type_ is None else type_expr(type_, self.names, "signature")
        check = self.checks.of(type_, operation.id, role)
        plan = replace(plan, model=model, check=check)
        if writing == "xml":
            shape = self.shapes.of(content, f"{operation.id} body")
            plan = replace(plan, shape=shape)
        if writing in ("lines", "sequence"):
            item = model or JSON_VALUE
            expr = item.plus(f"Iterable[{item.text}]", "Iterable")
            return replace(plan, arguments=(replace(whole, expr=expr),))
        spread = self._spread(operation, content, parameters, quiet=not first)
        if spread is None:
            expr = self._whole_expr(content, model or JSON_VALUE)
            return replace(plan, arguments=(replace(whole, expr=expr),))
        given = field_names(spread.fields)
        arguments = tuple(
            Argument(
                given[f.name],
                f.name,
                type_expr(f.type, self.names, "signature"),
                f.required and required,
                f,
            )
            for f in spread.fields
            if not f.read_only
        )
        whole = replace(
            whole,
            name=_free("body", (*parameters, *arguments)),
            expr=self._whole_expr(content, model or JSON_VALUE),
        )
        return replace(plan, spread=spread, arguments=arguments, whole=whole)

    def _written(self, content: Content) -> tuple[Writing, Type | None]:
        """Return how *content* is written, and the type of what is."""
        writing = writing_of(content)
        if writing in ("lines", "sequence"):
            return writing, content.item
        if writing in ("json", "xml"):
            return writing, content.type
        known = form_type if writing == "form" else parts_type
        type_ = known(content.type, lambda id_: self.decls[id_].type)
        if writing in ("form", "multipart") and type_ is None:
            return "text", None  # written by the caller
        return writing, type_

    def _whole_expr(self, content: Content, model: Expr) -> Expr:
        """Return the type of the argument that is the whole body of *content*."""
        if isinstance(content.type, Ref) and isinstance(
            holder(content.type.target, self.decls).type, Object
        ):
            uses = ("Mapping", "JsonValue")
            value = "object" if writing_of(content) == "multipart" else "JsonValue"
            return model.plus(f"{model.text} | Mapping[str, {value}]", *uses)
        return model

    def _spread(
        self,
        operation: Operation,
        content: Content,
        parameters: Sequence[Argument],
        *,
        quiet: bool,
    ) -> Object | None:
        if not isinstance(content.type, Ref):
            return None
        type_ = holder(content.type.target, self.decls).type
        if not isinstance(type_, Object) or all(f.read_only for f in type_.fields):
            return None
        if type_.patterns or not isinstance(type_.additional, Anything | Nothing):
            return None  # arguments could not say the other keys
        taken = {argument.name for argument in parameters}
        given = field_names(type_.fields)
        for wire in (f.name for f in type_.fields if not f.read_only):
            if given[wire] in taken:
                values = {"operation": operation.id, "field": wire}
                if not quiet:
                    self.report.add(BODY_ARGUMENT.at(content.span, **values))
                return None
        return type_


def ordered(contents: Sequence[Content]) -> tuple[Content, ...]:
    """Return *contents*, the one that is sent by default first: the first of JSON, else
    the first that has an encoder."""
    for wanted in (("json",), ("form", "multipart", "lines", "sequence", "xml")):
        for content in contents:
            if writing_of(content) in wanted:
                return (content, *(c for c in contents if c is not content))
    return tuple(contents)


def _free(name: str, arguments: Sequence[Argument]) -> str:
    taken = {argument.name for argument in arguments}
    while name in taken:
        name = f"request_{name}"
    return name


def _word(media_type: str) -> str:
    return "".join(_words(media_type))


def _words(media_type: str) -> Iterator[str]:
    for word in essence(media_type).replace("+", "/").replace(".", "/").split("/"):
        yield "".join(char for char in word.capitalize() if char.isalnum())


def _is_known(media_type: str) -> bool:
    return essence(media_type).startswith(_KNOWN_TEXT)
