"""The plan of a client: every operation with its names, arguments, body and result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specpress.emit.python.type_exprs import Expr
from specpress.ir.nodes import Content, Operation, Parameter, Response
from specpress.ir.types import Field, Object, Type

Kind: TypeAlias = Literal[
    "string", "integer", "int32", "int64", "number", "boolean", "rich"
]
"""How a parameter is checked: natively, or by the operation's model of parameters."""

Coding: TypeAlias = Literal["json", "form", "text", "bytes"]
"""How a body is turned into bytes, or read from them."""


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
    validates it; *spread* the object whose fields are arguments, or None.
    """

    content: Content
    coding: Coding
    required: bool
    model: Expr | None
    check: Expr | None
    spread: Object | None
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class ResultPlan:
    """One declared response in one media type.

    *model* is the expression of its type in signatures, *check* that of what decodes
    it; both are None where no type is known. *exact* says that there are decimals in
    it, which no float may stand for.
    """

    response: Response
    media_type: str | None
    coding: Coding
    model: Expr | None
    check: Expr | None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class OperationPlan:
    """An operation as the client will have it.

    *options* maps our own option names to the argument names they have here, where one
    is taken; else all of them arrive as keywords called *rest*.
    *params_model* is the name of the model that checks the rich parameters, if any;
    *server* the base URL that is not the client's; *scoped* are the security schemes
    that are told the scopes of an operation.
    """

    operation: Operation
    constant: str
    method: str
    group: str | None
    parameters: tuple[Argument, ...]
    body: BodyPlan | None
    results: tuple[ResultPlan, ...]
    returns: Expr
    options: Mapping[str, str]
    params_model: str | None
    rest: str = "options"
    server: str | None = None
    scoped: frozenset[str] = frozenset()

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments, the required ones first, each kind in the given order."""
        body = self.body.arguments if self.body else ()
        given = (*self.parameters, *body)
        return tuple(sorted(given, key=lambda argument: not argument.required))


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """Everything that was named: operations in order, and the declared types.

    *types* maps type ids to class or alias names; *aliases* are further names, of types
    that bodies have without a name of their own. *groups* are the attributes that
    operations hang on, each with the word it was made from; empty for a flat client.
    *constants* are the names of what holds the named values of enums, by type id.
    """

    operations: tuple[OperationPlan, ...]
    types: Mapping[str, str]
    aliases: Mapping[str, Type]
    groups: Mapping[str, str] = field(default_factory=dict[str, str])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
