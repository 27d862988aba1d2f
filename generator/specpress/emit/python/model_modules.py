"""The modules of models: one for a small client, else one per group of types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.emit.python.exports import home_entry
from specpress.emit.python.homes import homes
from specpress.emit.python.imports import (
    PYDANTIC,
    RUNTIME_FIELDS,
    STANDARD,
    import_lines,
)
from specpress.emit.python.label_views import label_view
from specpress.emit.python.model_order import Block, ordered
from specpress.emit.python.model_views import (
    TypeView,
    alias_view,
    params_view,
    type_view,
)
from specpress.emit.python.plan import ClientPlan
from specpress.emit.python.reserved import MODEL_GLOBALS
from specpress.emit.python.shape import from_import, import_order, natural
from specpress.emit.python.symbols import Scope, snake
from specpress.emit.render import Snippet
from specpress.emit.stems import stem
from specpress.ir.nodes import Api
from specpress.ir.types import Object, Ref
from specpress.ir.walk import api_types, operation_types, walk_type

SINGLE: Final = 12
"""The most types that share the one module ``models.py``."""


@dataclass(frozen=True, slots=True)
class ModelModule:
    """View of a module of models: its path below the package, and what is in it."""

    path: str
    imports: Snippet
    blocks: tuple[Block, ...]
    rebuilt: tuple[Snippet, ...]
    ends_in_class: bool


@dataclass(frozen=True, slots=True)
class Export:
    """The public names of a module: their imports for type checkers, one a name as isort
    has it, and their entry for the run time."""

    line: Snippet
    entry: Snippet


@dataclass(frozen=True, slots=True)
class ModelPackage:
    """View of all modules of models, and of the index of a package of them."""

    modules: tuple[ModelModule, ...]
    exports: tuple[Export, ...]
    is_package: bool


def model_package(api: Api, plan: ClientPlan) -> ModelPackage:
    """Return the modules of models of *plan*: nothing at all where there is no type."""
    views = _views(api, plan)
    if not views:
        return ModelPackage((), (), is_package=False)
    if len(views) <= SINGLE:
        name = dict.fromkeys(views, "")
        module = _module("models.py", list(views), views, name, dots=1)
        return ModelPackage((module,), (), is_package=False)
    beside = {id_: _constants(id_) for id_ in plan.constants}
    apart = {k: v for k, v in views.items() if k not in beside.values()}
    graph = {id_: sorted(view.refers) for id_, view in apart.items()}
    aliases = {id_ for id_, view in apart.items() if not view.is_class}
    groups = homes(graph, aliases, asked(api))
    for group in groups.values():
        group += [beside[id_] for id_ in group if id_ in beside]
    scope = Scope()
    names: dict[str, str] = {}
    for head, group in groups.items():
        names |= dict.fromkeys(group, scope.add(stem(snake(views[head].name))))
    modules = [
        _module(f"models/{names[group[0]]}.py", group, views, names, dots=2)
        for group in groups.values()
    ]
    exports = [
        _export(names[head], [views[id_].name for id_ in group])
        for head, group in groups.items()
    ]
    return ModelPackage(
        tuple(sorted(modules, key=lambda m: m.path)),
        tuple(sorted(exports, key=lambda e: natural(e.line))),
        is_package=True,
    )


def asked(api: Api) -> set[str]:
    """Return the ids of the types that are used by themselves."""
    return {
        part.target
        for type_ in api_types(api)
        for part in walk_type(type_)
        if isinstance(part, Ref)
    }


def _views(api: Api, plan: ClientPlan) -> dict[str, TypeView]:
    given = (*plan.types.values(), *plan.constants.values())
    scope = Scope({*MODEL_GLOBALS, *given})
    notes = _notes(api)
    answered = _answered(api)
    types = {decl.id: decl.type for decl in api.types}
    views = {
        decl.id: type_view(
            decl,
            plan.types,
            types,
            notes.get(decl.id, ""),
            scope,
            plan.constants.get(decl.id),
            open_=decl.id in answered,
        )
        for decl in api.types
    }
    for decl in api.types:
        if name := plan.constants.get(decl.id):
            view = label_view(decl, name, plan.types[decl.id])
            views[_constants(decl.id)] = view
    for operation in plan.operations:
        if name := operation.params_model:
            views[f"params:{name}"] = params_view(operation, name, plan.types, scope)
    for name, type_ in plan.aliases.items():
        said = ["What a body holds."]
        views[f"alias:{name}"] = alias_view(
            name, said, type_, plan.types, types, open_=True
        )
    return views


def _constants(id_: str) -> str:
    """Return the id of the view of the constants of the type *id_*."""
    return f"constants:{id_}"


def _notes(api: Api) -> dict[str, str]:
    """Return what to say of a type without a description: who uses it first.

    An alias that is but a part of a class stands beside it and says all itself.
    """
    notes: dict[str, str] = {}
    classes = {decl.id for decl in api.types if isinstance(decl.type, Object)}
    for operation in api.operations:
        body = operation.body.contents if operation.body else ()
        for content in body:
            if isinstance(content.type, Ref):
                notes.setdefault(content.type.target, f"What `{operation.id}` sends.")
        for response in operation.responses:
            for content in response.contents:
                if isinstance(content.type, Ref):
                    note = (
                        f"What `{operation.id}` answers with status {response.status}."
                    )
                    notes.setdefault(content.type.target, note)
        for callback in operation.callbacks:
            for content in callback.contents:
                if isinstance(content.type, Ref):
                    note = f"What `{operation.id}` has sent to `{callback.name}`."
                    notes.setdefault(content.type.target, note)
    for webhook in api.webhooks:
        for content in webhook.contents:
            if isinstance(content.type, Ref):
                note = f"What the webhook `{webhook.name}` sends."
                notes.setdefault(content.type.target, note)
    if isinstance(api.event, Ref):
        notes.setdefault(api.event.target, "What any webhook sends.")
    for decl in api.types:
        if isinstance(decl.type, Ref):
            continue
        for part in walk_type(decl.type):
            if isinstance(part, Ref) and part.target in classes:
                notes.setdefault(part.target, f"A part of `{decl.name.text}`.")
    for operation in api.operations:
        for type_ in operation_types(operation):
            for part in walk_type(type_):
                if isinstance(part, Ref):
                    notes.setdefault(part.target, f"Used by `{operation.id}`.")
    return notes


def _answered(api: Api) -> set[str]:
    """Return the ids of the types that come from the server, at any depth."""
    decls = {decl.id: decl for decl in api.types}
    incoming = [c for operation in api.operations for c in operation.callbacks]
    contents = [c for each in (*incoming, *api.webhooks) for c in each.contents]
    contents += [
        content
        for operation in api.operations
        for response in operation.responses
        for content in response.contents
    ]
    work = [content.type for content in contents if content.type is not None]
    found: set[str] = set()
    while work:
        for part in walk_type(work.pop()):
            if isinstance(part, Ref) and part.target not in found:
                found.add(part.target)
                work.append(decls[part.target].type)
    return found


def _module(
    path: str,
    ids: list[str],
    views: Mapping[str, TypeView],
    names: Mapping[str, str],
    *,
    dots: int,
) -> ModelModule:
    order = ordered(ids, views)
    chosen = [views[id_] for id_ in ids]
    uses = order.uses.union(*(view.uses for view in chosen))
    outside = sorted({r for view in chosen for r in view.refers} - set(ids))
    below = {k: "." * dots + v for k, v in RUNTIME_FIELDS.items()}
    extra = [(f".{names[id_]}", str(views[id_].name)) for id_ in outside]
    imports = import_lines(uses, {**STANDARD, **PYDANTIC, **below}, extra)
    blocks = order.blocks
    return ModelModule(path, imports, blocks, order.rebuilt, blocks[-1].is_class)


def _export(module: str, names: Sequence[str]) -> Export:
    ordered = sorted(names, key=import_order)
    lines = (from_import(f".{module}", [f"{n} as {n}"], indent=4) for n in ordered)
    entry = home_entry(f".{module}", ordered)
    return Export(Snippet("\n    ".join(lines)), entry)
