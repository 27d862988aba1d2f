"""The names of a planned client, for those who write its tests and examples."""

from __future__ import annotations

from collections.abc import Sequence

from specpress.emit.cases.naming import BodyNames, Naming, OperationNames
from specpress.emit.python.arguments import BodyPlan
from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.headers import header_names, names_of
from specpress.emit.python.plan import ClientPlan, OperationPlan
from specpress.ir.incoming import incoming_headers
from specpress.ir.nodes import Api
from specpress.ir.types import Object


def naming(api: Api, plan: ClientPlan, credentials: Sequence[CredentialPlan]) -> Naming:
    """Return how the client of *plan* is called."""
    classes = {decl.id for decl in api.types if isinstance(decl.type, Object)}
    return Naming(
        operations={op.operation.id: _operation(op) for op in plan.operations},
        types=plan.types,
        models=frozenset(plan.types[id_] for id_ in classes),
        errors=plan.errors,
        headers=header_names(api),
        credentials={c.scheme.id: c.arguments for c in credentials},
        incoming={each.name: each.answer for each in plan.incoming},
        incoming_headers=names_of(incoming_headers(api)),
    )


def _operation(plan: OperationPlan) -> OperationNames:
    group = () if plan.group is None else (plan.group,)
    body = plan.body
    stream = plan.method if plan.streams else plan.stream and plan.stream.method
    return OperationNames(
        method=(*group, plan.method),
        parameters=tuple(argument.name for argument in plan.parameters),
        media_type=body.content.media_type if body else None,
        fields=_fields(body) if body else None,
        body=body.arguments[0].name if body and not body.spread else "body",
        options={name: own for name, own in plan.options.items() if name != own},
        others=tuple(
            BodyNames(each.content.media_type, _fields(each), each.whole.name)
            for each in plan.bodies[1:]
        ),
        content_type=plan.content_type,
        is_overloaded=len(plan.ways) > 1,
        whole=body.whole.name if body and body.may_be_empty else None,
        stream=(*group, stream) if stream else None,
    )


def _fields(body: BodyPlan) -> dict[str, str] | None:
    return {a.wire: a.name for a in body.arguments} if body.spread else None
