"""The errors of an API: a class for each status that it documents, and each body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specpress.emit.python.docstrings import docstring
from specpress.emit.python.plan import ClientPlan
from specpress.emit.python.shape import bracketed, from_import, import_order, string
from specpress.emit.python.symbols import Scope
from specpress.emit.render import Snippet
from specpress.ir.nodes import Api, Content, Operation, TypeDecl
from specpress.ir.sequences import successes
from specpress.ir.statuses import USUAL, error_name
from specpress.ir.types import Object, Ref, Type, Union
from specpress.ir.walk import holder

COMMON: tuple[str, ...] = (
    "ApiError",
    "CallError",
    "ClientError",
    "MissingCredentialsError",
    "RequestValidationError",
    "ResponseValidationError",
    "ServerError",
    "TimeoutFailure",
    "TransportFailure",
    "UnexpectedStatusError",
    *USUAL.values(),
)
"""The errors that every client has, whatever the API documents."""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """One class of errors: its first line, what it is, and what type its body is of."""

    head: Snippet
    doc: Snippet
    body: Snippet
    has_body: bool


@dataclass(frozen=True, slots=True)
class ErrorsView:
    """View of the module of errors; *has_bodies* where some have typed bodies."""

    imports: Snippet
    has_bodies: bool
    names: tuple[Snippet, ...]
    errors: tuple[ErrorView, ...]


def plan_errors(api: Api, types: Mapping[str, str]) -> dict[str, str]:
    """Return the names of the errors with bodies, by the names of their models.

    *types* are the names of the declared types, by id.
    """
    decls = {decl.id: decl for decl in api.types}
    models = [m for op in api.operations for m in _bodies(op, decls)]
    scope = Scope(
        (*COMMON, "BodyError", *(error_name(status) for status in _statuses(api)))
    )
    named = dict.fromkeys(types[id_] for id_ in models)
    return {name: scope.add(_named(name)) for name in named}


def errors_view(api: Api, plan: ClientPlan) -> ErrorsView | None:
    """Return the view of the errors of *api*; None where they are those of every client."""
    own = [status for status in _statuses(api) if status not in USUAL]
    if not own and not plan.errors:
        return None
    views = [_of_status(status) for status in own]
    views += [_of_body(model, name) for model, name in plan.errors.items()]
    names = {*COMMON, *map(error_name, own), *plan.errors.values()}
    names |= {"BodyError"} if plan.errors else set()
    return ErrorsView(
        imports=from_import("._runtime.errors", COMMON),
        has_bodies=bool(plan.errors),
        names=tuple(string(name) for name in sorted(names, key=import_order)),
        errors=tuple(views),
    )


def _of_status(status: int) -> ErrorView:
    base = "ClientError" if status < 500 else "ServerError"
    head = f"class {error_name(status)}({base}, status={status}):"
    doc = docstring([f"{status}."], indent=4)
    return ErrorView(Snippet(head), doc, Snippet(""), False)


def _of_body(model: str, name: str) -> ErrorView:
    head = bracketed(f"class {name}(", ["BodyError", f"model={string(model)}"], "):")
    doc = docstring([f"An error whose body is a `{model}`."], indent=4)
    return ErrorView(head, doc, Snippet(f"models.{model}"), True)


def _named(model: str) -> str:
    """Return what the error with a *model* as its body is called.

    >>> _named("Problem"), _named("ValidationError")
    ('ProblemError', 'ValidationError')
    """
    return model if model.endswith("Error") else f"{model}Error"


def _statuses(api: Api) -> list[int]:
    """Return the single statuses that operations of *api* document as errors, in order."""
    told = {
        r.status for op in api.operations for r in op.responses if r.status[0] in "45"
    }
    return sorted(int(status) for status in told if status.isdigit())


def _bodies(operation: Operation, decls: Mapping[str, TypeDecl]) -> Iterator[str]:
    """Yield the ids of the objects that the errors of *operation* have as bodies."""
    good = [id(response) for response in successes(operation)]
    for response in operation.responses:
        if id(response) in good or response.status[0] not in "45d":
            continue
        for content in response.contents:
            yield from _objects(content, decls)


def _objects(content: Content, decls: Mapping[str, TypeDecl]) -> Iterator[str]:
    work: list[Type] = [] if content.type is None else [content.type]
    seen: set[str] = set()
    while work:
        part = work.pop(0)
        if isinstance(part, Union):
            work += part.members
        elif isinstance(part, Ref) and part.target not in seen:
            seen.add(part.target)
            held = holder(part.target, decls)
            if isinstance(held.type, Object):
                yield held.id
            else:
                work.append(held.type)
