"""View of the client's ``README.md``: how to use it, with an example per operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from specpress.emit.markdown import inert
from specpress.emit.prose import plain_text
from specpress.emit.python.arguments import Argument
from specpress.emit.python.credential_notes import CredentialNote, notes
from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.plan import ClientPlan, OperationPlan
from specpress.emit.python.servers import plan_servers
from specpress.emit.python.shape import bracketed
from specpress.emit.python.values import python_value
from specpress.emit.render import Snippet
from specpress.emit.samples import NoSample, Sampler, types_of
from specpress.ir.nodes import Api


@dataclass(frozen=True, slots=True)
class ExampleView:
    """One operation: its heading, what it does, and a call as Python source."""

    heading: Snippet
    about: Snippet
    code: Snippet


@dataclass(frozen=True, slots=True)
class ReadmeView:
    """View of the whole file; *opening* is the ``with`` line of every example."""

    title: Snippet
    about: Snippet
    package: Snippet
    opening: Snippet
    has_project: bool
    environment: tuple[Snippet, ...]
    credentials: tuple[CredentialNote, ...]
    examples: tuple[ExampleView, ...]


def readme_view(
    api: Api,
    plan: ClientPlan,
    credentials: Sequence[CredentialPlan],
    package: str,
    *,
    has_project: bool,
) -> ReadmeView:
    """Return the view of the README of the client *package*."""
    sampler = Sampler(types_of(api))
    arguments = [f'{name}="..."' for c in credentials for name in c.arguments.values()]
    if plan_servers(api).default is None:
        arguments.append('base_url="https://api.example.com"')
    opening = bracketed("with Client(", arguments, ") as client:")
    return ReadmeView(
        title=Snippet(inert(plain_text(api.title) or package)),
        about=Snippet(inert(plain_text(api.description or ""))),
        package=Snippet(package),
        opening=opening,
        has_project=has_project,
        environment=tuple(
            Snippet(f"`{env}`") for c in credentials for env in c.envs.values()
        ),
        credentials=notes(credentials, package),
        examples=tuple(_example(op, sampler, opening) for op in plan.operations),
    )


def _example(plan: OperationPlan, sampler: Sampler, opening: Snippet) -> ExampleView:
    operation = plan.operation
    given = [
        f"{argument.name}={_value(argument, plan, sampler)}"
        for argument in plan.arguments
        if argument.required
    ]
    method = f"{plan.group}.{plan.method}" if plan.group else plan.method
    text = plain_text(operation.summary or operation.description or "")
    call = bracketed(f"client.{method}(", given, ")", indent=4)
    if plan.returns.text != "None":
        call = bracketed(f"result = client.{method}(", given, ")", indent=4)
    return ExampleView(
        heading=Snippet(f"`{method}`"),
        about=Snippet(inert(text.split("\n\n")[0])),
        code=Snippet(f"{opening}\n    {call}"),
    )


def _value(argument: Argument, plan: OperationPlan, sampler: Sampler) -> str:
    """Return an expression for *argument*; ``...`` where no sample is found."""
    try:
        if argument.source is not None:
            return python_value(sampler.of(argument.source), indent=8)
        content = plan.body.content if plan.body else None
        if plan.body and plan.body.writing in {"text", "bytes"}:
            return '"..."' if plan.body.writing == "text" else 'b"..."'
        if content is None or content.type is None:
            return "{}"
        value = sampler.sample(content.type, argument.wire, content.examples)
        return python_value(value, indent=8)
    except NoSample:
        return "..."
