"""Views of client modules: their classes, constructors, groups and methods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from specpress.emit.prose import plain_text
from specpress.emit.python.constructors import constructor
from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.groups import SINGLE, path_word
from specpress.emit.python.imports import CLIENT_RUNTIME, STANDARD, import_lines
from specpress.emit.python.method_views import MethodView, method_view
from specpress.emit.python.plan import ClientPlan, OperationPlan
from specpress.emit.python.reserved import CLIENT_GLOBALS
from specpress.emit.python.results import answers_files
from specpress.emit.python.servers import plan_servers
from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import Scope, pascal, snake
from specpress.emit.render import Snippet
from specpress.emit.stems import stem
from specpress.ir.nodes import Api


@dataclass(frozen=True, slots=True)
class GroupView:
    """An attribute of the client on which the methods of one group hang."""

    name: Snippet
    kind: Snippet
    doc: Snippet


@dataclass(frozen=True, slots=True)
class ClassView:
    """A class of a client module, for sync or async use."""

    head: Snippet
    doc: Snippet
    constructor: Snippet
    has_constructor: bool
    groups: tuple[GroupView, ...]
    methods: tuple[MethodView, ...]
    is_async: bool
    is_empty: bool

    @property
    def twins(self) -> tuple[MethodView, ...]:
        """The methods whose twins are a line."""
        return tuple(each for each in self.methods if not each.is_overloaded)

    @property
    def overloaded(self) -> tuple[MethodView, ...]:
        """The other ones."""
        return tuple(each for each in self.methods if each.is_overloaded)


@dataclass(frozen=True, slots=True)
class ClientModule:
    """View of a module: imports, the operations' tables, and its two classes."""

    path: str
    doc: Snippet
    imports: Snippet
    models_home: Snippet
    models_name: Snippet
    lazy_models: bool
    tables: tuple[Snippet, ...]
    classes: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The operations of one module beside the client's own, and its class's name."""

    module: str
    name: str
    methods: tuple[OperationPlan, ...]
    attribute: str | None
    word: str = ""


def client_modules(
    api: Api,
    plan: ClientPlan,
    credentials: Sequence[CredentialPlan],
    *,
    models_package: bool,
) -> tuple[ClientModule, ...]:
    """Return the modules of the client of *plan*, the client's own one first."""
    own = [op for op in plan.operations if op.group is None]
    parts = _grouped(plan)
    if not parts and len(own) <= SINGLE:
        main = _main("client.py", api, own, [], credentials, models_package)
        return (main,)
    if len(own) > SINGLE:
        parts += _mixed(own, {part.module for part in parts})
        own = []
    path = "client/__init__.py"
    main = _main(path, api, own, parts, credentials, models_package)
    return (main, *(_side(part, models_package) for part in parts))


def _grouped(plan: ClientPlan) -> list[_Part]:
    scope = Scope(CLIENT_GLOBALS)
    return [
        _Part(
            f"_{stem(attribute.rstrip('_'))}",
            scope.add(pascal(word, "Group")),
            tuple(op for op in plan.operations if op.group == attribute),
            attribute,
            word,
        )
        for attribute, word in plan.groups.items()
    ]


def _mixed(own: Sequence[OperationPlan], taken: set[str]) -> list[_Part]:
    """Return a flat client's operations in modules by what their paths are about."""
    by_word: dict[str, list[OperationPlan]] = {}
    for plan in own:
        by_word.setdefault(snake(path_word(plan.operation.path)), []).append(plan)
    scope = Scope({name.lstrip("_") for name in taken})
    return [
        _Part(f"_{scope.add(stem(word))}", f"{pascal(word)}Methods", tuple(plans), None)
        for word, plans in sorted(by_word.items())
    ]


def _main(
    path: str,
    api: Api,
    own: Sequence[OperationPlan],
    parts: Sequence[_Part],
    credentials: Sequence[CredentialPlan],
    models_package: bool,
) -> ClientModule:
    title = plain_text(api.title)
    text = [f"{title}." if title else "The client."]
    text += [plain_text(api.description)] if api.description else []
    names = (name for c in credentials for name in c.arguments.values())
    servers = plan_servers(api, names)
    mixins = [part for part in parts if part.attribute is None]
    groups = [part for part in parts if part.attribute is not None]
    views = [method_view(plan, "Client") for plan in own]
    every = [*own, *(op for part in parts for op in part.methods)]
    downloads = any(answers_files(op.operation, op.results) for op in every)
    topics = {topic.name: topic.description or topic.summary for topic in api.topics}
    classes: list[ClassView] = []
    for prefix in ("", "Async"):
        bases = ["Downloads"] if downloads else []
        bases += [f"{prefix}{part.name}" for part in mixins] or [f"{prefix}BaseClient"]
        doc = text if not prefix else ["The same as `Client`, for `async` code."]
        classes.append(
            ClassView(
                head=bracketed(f"class {prefix}Client(", bases, "):"),
                doc=docstring(doc, indent=4),
                constructor=constructor(servers, credentials, prefix),
                has_constructor=True,
                groups=tuple(_group(part, prefix, topics) for part in groups),
                methods=tuple(views),
                is_async=bool(prefix),
                is_empty=False,
            )
        )
    uses = {"ClientOptions", "AsyncClientOptions", "Unpack", *servers.uses()}
    for credential in credentials:
        uses |= {credential.kind.made, credential.takes(""), credential.takes("Async")}
    uses |= {"Places"} if any("Places(" in c.made for c in credentials) else set()
    uses |= {"cached_property"} if groups else set()
    uses |= {"Downloads"} if downloads else set()
    uses |= set() if mixins else {"BaseClient", "AsyncBaseClient"}
    extra = [
        (f".{part.module}", f"{prefix}{part.name}")
        for part in parts
        for prefix in ("", "Async")
    ]
    return _module(path, "The client.", views, classes, uses, extra, models_package)


def _group(part: _Part, prefix: str, topics: Mapping[str, str | None]) -> GroupView:
    kind = f"{prefix}{part.name}"
    said = [f"Operations on `{part.attribute}`."]
    if about := plain_text(topics.get(part.word) or ""):
        said.append(about)
    doc = docstring(said, indent=8)
    return GroupView(Snippet(part.attribute or ""), Snippet(kind), doc)


def _side(part: _Part, models_package: bool) -> ClientModule:
    kind = "BaseClient" if part.attribute is None else "Resource"
    views = [method_view(plan, part.name) for plan in part.methods]
    about = part.methods[0].operation.path if part.methods else part.name
    what = "Operations" if part.attribute is None else f"`{part.attribute}`: operations"
    classes = [
        ClassView(
            head=Snippet(f"class {prefix}{part.name}({prefix}{kind}):"),
            doc=docstring([f"{what} such as `{about}`."], indent=4),
            constructor=Snippet(""),
            has_constructor=False,
            groups=(),
            methods=tuple(views),
            is_async=bool(prefix),
            is_empty=not views,
        )
        for prefix in ("", "Async")
    ]
    path = f"client/{part.module}.py"
    uses = {kind, f"Async{kind}"}
    about = f"{part.name}."
    return _module(path, about, views, classes, uses, [], models_package)


def _module(
    path: str,
    about: str,
    views: Sequence[MethodView],
    classes: Sequence[ClassView],
    uses: set[str],
    extra: list[tuple[str, str]],
    models_package: bool,
) -> ClientModule:
    wanted = uses.union(*(view.uses for view in views))
    home = "." * (1 + path.count("/"))
    below = {name: home + module for name, module in CLIENT_RUNTIME.items()}
    sources = {**STANDARD, **below, "shapes": home}
    lazy = "models" in wanted and not models_package
    if lazy:
        wanted |= {"TYPE_CHECKING", "lazy_module"}
    elif models_package:
        sources["models"] = home
    return ClientModule(
        path=path,
        doc=docstring([about], indent=0),
        imports=import_lines(wanted, sources, extra),
        models_home=Snippet(home),
        models_name=string(f"{home}models"),
        lazy_models=lazy,
        tables=tuple(table for view in views for table in view.tables),
        classes=tuple(classes),
    )
