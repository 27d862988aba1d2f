"""Unions in models: marked so that one member is picked before data are read."""

from __future__ import annotations

from collections.abc import Mapping

from specpress.emit.python.shape import string
from specpress.emit.python.type_exprs import Expr, checked, type_expr, union_expr
from specpress.ir.types import Integer, List, String, Type, Union
from specpress.ir.variants import Types, objects, resolved


def picked(type_: Type, names: Mapping[str, str], types: Types) -> Expr:
    """Return *type_* as an expression for models, with what picks its member.

    Without where pydantic picks as well: where no two members are objects, or arrays,
    or ways to read text.
    """
    if not isinstance(type_, Union) or not _is_marked(type_, types):
        return type_expr(type_, names, "model")
    # Whole numbers last: they would take a float without a fraction, too.
    order = sorted(type_.members, key=lambda m: isinstance(m, Integer))
    expr = union_expr(type_expr(m, names, "model") for m in order)
    arguments: list[str] = []
    uses, refers = expr.uses, expr.refers
    known = {tag.value: type_expr(tag.type, names, "model") for tag in type_.tags}
    if known:
        items = (f"{string(value)}: {e.text}" for value, e in known.items())
        arguments = [string(type_.discriminator or ""), f"{{{', '.join(items)}}}"]
    if known and type_.fallback is not None:
        last = type_expr(type_.fallback, names, "model")
        arguments.append(last.text)
        known[""] = last
    uses = uses.union(*(e.uses for e in known.values()))
    refers = refers.union(*(e.refers for e in known.values()))
    text = f"Annotated[{expr.text}, Variants({', '.join(arguments)})]"
    return checked(Expr(text, uses | {"Annotated", "Variants"}, refers), type_)


def _is_marked(union: Union, types: Types) -> bool:
    kinds = [resolved(member, types) for member in union.members]
    lists = sum(isinstance(kind, List) for kind in kinds)
    texts = sum(isinstance(kind, String) for kind in kinds)
    return len(objects(union, types)) > 1 or lists > 1 or texts > 1
