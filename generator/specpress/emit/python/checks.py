"""What validates bodies and decodes responses: a model, or an alias made for it."""

from __future__ import annotations

from collections.abc import Mapping

from specpress.emit.python.symbols import Scope, pascal
from specpress.emit.python.type_exprs import Expr, type_expr
from specpress.ir.types import Anything, Ref, Type


class Checks:
    """Names, in one *scope* with the models, for the types that bodies have inline.

    A signature's expression does not validate: it has no constraints and lets numbers
    be text. What an inline type checks is said in the models, under a name made here.
    """

    def __init__(self, scope: Scope, names: Mapping[str, str]) -> None:
        self._scope = scope
        self._names = names
        self.aliases: dict[str, Type] = {}

    def of(self, type_: Type | None, operation: str, role: str) -> Expr | None:
        """Return what checks *type_*, in the *role* it has for *operation*."""
        if type_ is None or (isinstance(type_, Anything) and not type_.rules):
            return None
        if isinstance(type_, Ref) and not type_.rules:
            return type_expr(type_, self._names, "signature")
        name = self._scope.add(pascal(operation) + role)
        self.aliases[name] = type_
        return Expr(f"models.{name}", frozenset({"models"}))
