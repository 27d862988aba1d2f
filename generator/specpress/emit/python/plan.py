"""The plan of a client: every operation with its names, arguments, body and result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from specpress.emit.python.arguments import Argument, BodyPlan
from specpress.emit.python.type_exprs import Expr
from specpress.emit.render import Snippet
from specpress.ir.nodes import Incoming, Operation, Response
from specpress.ir.types import Type

Coding: TypeAlias = Literal["json", "form", "text", "bytes", "items", "xml"]
"""How a body is read from bytes."""


@dataclass(frozen=True, slots=True)
class ResultPlan:
    """One declared response in one media type.

    *model* is the expression of its type in signatures, *check* that of what decodes
    it; both are None where no type is known. *exact* says that there are decimals in
    it, which no float may stand for. Where the body is a sequence, they are those of an
    item, and *items* is the expression of how they stand in it. *shape* is as in a
    body.
    """

    response: Response
    media_type: str | None
    coding: Coding
    model: Expr | None
    check: Expr | None
    exact: bool = False
    items: Expr | None = None
    shape: str | None = None


@dataclass(frozen=True, slots=True)
class StreamPlan:
    """The stream that an operation answers beside its plain answer.

    *item* is the expression of an item's type, *constant* and *method* are names; the
    field of the body, or the parameter, that asks for it is *switch*, if there is one.
    """

    item: Expr
    constant: str
    method: str
    switch: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PagesPlan:
    """How an operation goes on from page to page: *constant* and *method* are names,
    *paging* the arguments of the runtime's ``Paging``, and *attribute* stands behind an
    answer for the items in it; it is empty where the answer is the list of them."""

    constant: str
    method: str
    paging: tuple[str, ...]
    attribute: str


@dataclass(frozen=True, slots=True)
class WaitPlan:
    """How to wait for the end of what an operation begins: *constant* and *method* are
    names, those of the operation's own *begin* and of the *reader* are methods, and
    *polling* the arguments of the runtime's ``Polling``."""

    constant: str
    method: str
    begin: str
    reader: str
    polling: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OperationPlan:
    """An operation as the client will have it.

    *options* maps our own option names to the argument names they have here, where one
    is taken; else all of them arrive as keywords called *rest*.
    *params_model* is the name of the model that checks the rich parameters, if any;
    *server* the base URL that is not the client's; *scoped* are the security schemes
    that are told the scopes of an operation. *bodies* are those that it may send, the
    one by default first; the argument *content_type* chooses among several. An operation
    that *streams* answers nothing but a stream; *stream* is one beside another answer,
    *pages* the way from page to page. *waits* are methods that wait by two operations, of
    which this is the later one.
    """

    operation: Operation
    constant: str
    method: str
    group: str | None
    parameters: tuple[Argument, ...]
    bodies: tuple[BodyPlan, ...]
    results: tuple[ResultPlan, ...]
    returns: Expr
    options: Mapping[str, str]
    params_model: str | None
    rest: str = "options"
    content_type: str = "content_type"
    server: str | None = None
    scoped: frozenset[str] = frozenset()
    streams: bool = False
    stream: StreamPlan | None = None
    pages: PagesPlan | None = None
    waits: tuple[WaitPlan, ...] = ()

    @property
    def body(self) -> BodyPlan | None:
        """The body that it sends by default."""
        return self.bodies[0] if self.bodies else None

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments, the required ones first, each kind in the given order."""
        return self.arguments_for(self.body)

    def arguments_for(self, body: BodyPlan | None) -> tuple[Argument, ...]:
        """Return the arguments with *body*, the required ones first."""
        given = (*self.parameters, *(body.arguments if body else ()))
        if body and body.may_be_empty:
            given = (*given, body.whole)
        return tuple(sorted(given, key=lambda argument: not argument.required))

    @property
    def ways(self) -> tuple[tuple[BodyPlan, ...], ...]:
        """The bodies by the arguments that they are given by, the default's first."""
        found: list[list[BodyPlan]] = []
        for body in self.bodies:
            for way in found:
                if way[0].is_like(body):
                    way.append(body)
                    break
            else:
                found.append([body])
        return tuple(map(tuple, found))

    @property
    def sends_files(self) -> bool:
        """Whether files are among its arguments."""
        given = (a for body in self.bodies for a in self.arguments_for(body))
        return any("FileInput" in argument.expr.uses for argument in given)

    @property
    def is_chosen(self) -> bool:
        """Whether a call says which body it sends."""
        return len(self.bodies) > 1 or bool(self.body and self.body.may_be_empty)


@dataclass(frozen=True, slots=True)
class IncomingPlan:
    """A request of the server: the *name* of its parser, and what its body is read as.

    *answer* is an operation that would answer the same, called as in messages; *results*
    are those of its one response, *returns* is the type of its value.
    """

    incoming: Incoming
    name: str
    answer: Operation
    results: tuple[ResultPlan, ...]
    returns: Expr


@dataclass(frozen=True, slots=True)
class ClientPlan:
    """Everything that was named: operations in order, and the declared types.

    *types* maps type ids to class or alias names; *aliases* are further names, of types
    that bodies have without a name of their own. *groups* are the attributes that
    operations hang on, each with the word it was made from; empty for a flat client.
    *constants* are the names of what holds the named values of enums, by type id,
    *errors* those of errors by the names of the models that are their bodies. *shapes*
    are the statements that define the shapes of bodies of XML. *incoming* are webhooks
    and callbacks.
    """

    operations: tuple[OperationPlan, ...]
    types: Mapping[str, str]
    aliases: Mapping[str, Type]
    groups: Mapping[str, str] = field(default_factory=dict[str, str])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    errors: Mapping[str, str] = field(default_factory=dict[str, str])
    shapes: tuple[Snippet, ...] = ()
    incoming: tuple[IncomingPlan, ...] = ()
