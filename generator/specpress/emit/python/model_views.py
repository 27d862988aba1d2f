"""Views of models: classes with fields, aliases, and the modules that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from specpress.emit.prose import plain_text
from specpress.emit.python.arguments import Argument
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.labels import label_lines
from specpress.emit.python.notes import remarks, with_remarks
from specpress.emit.python.plan import OperationPlan
from specpress.emit.python.rule_exprs import rules_expr, rules_of
from specpress.emit.python.shape import annotated, bracketed, laid_out, string
from specpress.emit.python.symbols import Scope, field_names, pascal
from specpress.emit.python.type_exprs import Expr, rest_expr, type_expr, union_expr
from specpress.emit.python.variants import picked
from specpress.emit.render import LINE, Snippet
from specpress.ir.nodes import Parameter, TypeDecl
from specpress.ir.types import Enum, Field, Nothing, Object, Type
from specpress.ir.variants import Types


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: its assignment, and the docstring below it (empty without one)."""

    line: Snippet
    doc: Snippet
    has_doc: bool


@dataclass(frozen=True, slots=True)
class TypeView:
    """One named type: a class with fields, or an alias of *text*, defined by *line*.

    *aliases* are the private names of constrained types that the fields use.
    """

    name: Snippet
    head: Snippet
    doc: Snippet
    is_class: bool
    fields: tuple[FieldView, ...]
    text: str
    line: Snippet
    aliases: tuple[Snippet, ...]
    uses: frozenset[str]
    refers: frozenset[str]


class _Aliases:
    """Private aliases for constrained types, so that fields stay on one line."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._names: dict[str, str] = {}
        self.lines: list[Snippet] = []

    def short(self, expr: Expr, wanted: str) -> Expr:
        """Return *expr*, or the name of an alias when it carries constraints."""
        if "Annotated[" not in expr.text:
            return expr
        name = self._names.get(expr.text)
        if name is None:
            name = self._scope.add(f"_{wanted}")
            self._names[expr.text] = name
            self.lines.append(alias_line(name, expr.text))
        return expr.plus(name, "TypeAlias")


def alias_line(name: str, text: str) -> Snippet:
    """Return the statement that makes *name* an alias of the expression *text*."""
    head = f"{name}: TypeAlias = "
    if len(head) < LINE:
        return Snippet(laid_out(head, text))
    return Snippet(f"{name}: (\n    TypeAlias\n{laid_out(') = ', text)}")


def late_alias_lines(views: Sequence[TypeView]) -> Snippet:
    """Return the statement for aliases *views* that need themselves or each other.

    Type checkers follow quoted aliases; the run time evaluates them when first used.
    """
    quoted = [
        laid_out(f"{view.name}: TypeAlias = ", string(view.text), indent=4)
        for view in views
    ]
    late = [_late(view, 4) for view in views]
    checked, run = "\n    ".join(quoted), "\n    ".join(late)
    return Snippet(f"if TYPE_CHECKING:\n    {checked}\nelse:\n    {run}")


def _late(view: TypeView, indent: int) -> Snippet:
    items = [string(view.name), string(view.text)]
    return bracketed(f"{view.name} = TypeAliasType(", items, ")", indent=indent)


def type_view(
    decl: TypeDecl,
    names: Mapping[str, str],
    types: Types,
    note: str,
    scope: Scope,
    constants: str | None = None,
    *,
    open_: bool,
) -> TypeView:
    """Return the view of *decl*; *note* is its docstring where it has no description.

    *constants* is the name of what holds its named values. *open_* says that a server
    sends values of it: an enum then takes any text.
    """
    name = names[decl.id]
    said = (
        [plain_text(decl.description)] if decl.description else [note] if note else []
    )
    if decl.deprecated:
        said.append("Deprecated.")
    if isinstance(decl.type, Object):
        aliases = _Aliases(scope)
        fields = field_names(decl.type.fields)
        parts = [
            _field(f.type, fields[f.name], f, names, aliases) for f in decl.type.fields
        ]
        if (rest := _rest(decl.type, names)) is not None:
            parts.append(rest)
        bases = _bases(decl.type)
        return _class(name, said or [f"`{name}`."], parts, aliases, bases)
    said += label_lines(decl.type, constants)
    return alias_view(name, said, decl.type, names, types, open_=open_)


def alias_view(
    name: str,
    said: Sequence[str],
    type_: Type,
    names: Mapping[str, str],
    types: Types,
    *,
    open_: bool,
) -> TypeView:
    """Return the view of *name* as an alias of *type_*; *said* is its docstring."""
    expr = picked(type_, names, types)
    is_open = open_ and isinstance(type_, Enum) and not type_.rules
    if is_open and "Literal" in expr.uses:
        bare = type_expr(type_, names, "signature")
        expr = bare.plus(f"Annotated[{bare.text} | str, OPEN]", "Annotated", "OPEN")
    line = alias_line(name, expr.text)
    none = Snippet("")
    uses, doc = expr.uses | {"TypeAlias"}, docstring(said, indent=0) if said else none
    return TypeView(
        Snippet(name), none, doc, False, (), expr.text, line, (), uses, expr.refers
    )


def params_view(
    plan: OperationPlan, name: str, names: Mapping[str, str], scope: Scope
) -> TypeView:
    """Return the view of the model that checks the rich parameters of *plan*."""
    aliases = _Aliases(scope)
    parts = [
        _field(argument.source.type, argument.name, argument, names, aliases)
        for argument in plan.parameters
        if argument.kind == "rich" and isinstance(argument.source, Parameter)
    ]
    said = [f"Checks the parameters of `{plan.operation.id}`."]
    return _class(name, said, parts, aliases)


def _class(
    name: str,
    said: list[str],
    parts: Iterable[tuple[FieldView, Expr]],
    aliases: _Aliases,
    bases: Sequence[str] = ("Model",),
) -> TypeView:
    pairs = list(parts)
    exprs = [expr for _, expr in pairs]
    uses = frozenset(map(_called, bases)).union(*(e.uses for e in exprs))
    refers = frozenset[str]().union(*(e.refers for e in exprs))
    views = tuple(view for view, _ in pairs)
    doc = docstring(said, indent=4)
    lines = tuple(aliases.lines)
    head = bracketed(f"class {name}(", bases, "):")
    return TypeView(
        Snippet(name), head, doc, True, views, "", Snippet(""), lines, uses, refers
    )


def _bases(type_: Object) -> list[str]:
    """Return what the class of *type_* is made of: bases, and arguments for them."""
    rules = rules_of(type_)
    ruled = [f"rules={rules_expr(rules)}"] if rules else []
    implied = ["implied=True"] if type_.implied else []
    bases = ["Closed"] if _is_closed(type_) else []
    if ruled or implied:
        return [*bases, "Ruled", *ruled, *implied]
    return bases or ["Model"]


def _called(base: str) -> str:
    """Return the global name that *base*, an item of `_bases`, uses.

    >>> _called("Model"), _called('rules=Rules("{}")')
    ('Model', 'Rules')
    """
    return base.rpartition("=")[2] if "(" not in base else "Rules"


def _is_closed(type_: Object) -> bool:
    return isinstance(type_.additional, Nothing) and not type_.patterns


def _rest(type_: Object, names: Mapping[str, str]) -> tuple[FieldView, Expr] | None:
    """Return the line that says what other keys hold; None where that is said already."""
    expr = rest_expr(type_, names, "model")
    if expr.text == "JsonValue" or _is_closed(type_):
        return None
    head = "    __pydantic_extra__: "
    text = laid_out(head, f"dict[str, {expr.text}]", indent=4)
    line = Snippet(f"if not TYPE_CHECKING:\n    {text}")
    return FieldView(line, Snippet(""), False), expr.plus(expr.text, "TYPE_CHECKING")


def _field(
    type_: Type,
    name: str,
    field: Field | Argument,
    names: Mapping[str, str],
    aliases: _Aliases,
) -> tuple[FieldView, Expr]:
    wire = field.name if isinstance(field, Field) else field.wire
    wanted = pascal(wire)
    expr = aliases.short(type_expr(type_, names, "model"), wanted)
    if not field.required:
        expr = union_expr([expr, Expr("MISSING", frozenset({"MISSING"}))])
    said = _said(field) if isinstance(field, Field) else []
    doc = docstring(said, indent=4, compact=True) if said else Snippet("")
    line, uses = _assignment(name, wire, expr, required=field.required)
    return FieldView(line, doc, bool(said)), expr.plus(expr.text, *uses)


def _assignment(
    name: str, wire: str, expr: Expr, *, required: bool
) -> tuple[Snippet, tuple[str, ...]]:
    if name == wire:
        return annotated(name, expr.text, "" if required else "MISSING", indent=4), ()
    quoted = string(wire)
    if required:
        items = [f"validation_alias={quoted}", f"serialization_alias={quoted}"]
        head = f"{name}: {expr.text} ="
        if len(head) + 11 <= LINE or len(head) + 6 > LINE:
            made = bracketed(f"{head} Field(", items, ")", indent=4)
        else:
            inner = bracketed("Field(", items, ")", indent=8)
            made = Snippet(f"{head} (\n        {inner}\n    )")
        return made, ("Field",)
    return annotated(name, expr.text, f"absent({quoted})", indent=4), ("absent",)


def _said(field: Field) -> list[str]:
    text = plain_text(field.description or "")
    said = [with_remarks(text, remarks(field))]
    return [text for text in said if text]
