"""Arguments of methods, and the bodies that some of them make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from specpress.emit.forms import Writing
from specpress.emit.python.type_exprs import Expr
from specpress.ir.nodes import Content, Parameter
from specpress.ir.types import Field, Object
from specpress.ir.walk import shape

Kind: TypeAlias = Literal[
    "string", "integer", "int32", "int64", "number", "boolean", "rich"
]
"""How a parameter is checked: natively, or by the operation's model of parameters."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A keyword argument of a method: a parameter, a field of the body, or the body.

    *wire* is its name on the wire; *expr* its type in a signature.
    """

    name: str
    wire: str
    expr: Expr
    required: bool
    source: Parameter | Field | None
    kind: Kind = "rich"


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """What an operation sends: one of its contents, spread over arguments or whole.

    *model* is the expression of the body's type in signatures, *check* that of what
    validates it, or each of its items; *spread* the object whose fields are arguments,
    or None. *whole* is the argument that all of it may be, *shape* the name of the
    constant that says how it stands in XML.
    """

    content: Content
    writing: Writing
    required: bool
    model: Expr | None
    check: Expr | None
    spread: Object | None
    arguments: tuple[Argument, ...]
    whole: Argument
    shape: str | None = None

    @property
    def may_be_empty(self) -> bool:
        """Whether no body and one without any field are two things (RFC 8259: ``{}``)."""
        fields = self.spread.fields if self.spread else ()
        is_json = self.writing == "json" and self.spread is not None
        return is_json and not self.required and not any(f.required for f in fields)

    def is_like(self, other: BodyPlan) -> bool:
        """Return whether it is given by the same arguments as *other*."""
        ours, theirs = self.content.type, other.content.type
        if self.spread and other.spread and ours and theirs:
            return shape(ours) == shape(theirs)
        return self.arguments == other.arguments and not (self.spread or other.spread)
