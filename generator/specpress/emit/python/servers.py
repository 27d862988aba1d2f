"""The servers of a client: what its constructor takes, and what its operations use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from specpress.emit.prose import plain_text
from specpress.emit.python.reserved import CLIENT_OPTIONS
from specpress.emit.python.shape import bracketed, string
from specpress.emit.python.symbols import Scope, snake
from specpress.ir.nodes import Api, Operation, Server, ServerVariable


@dataclass(frozen=True, slots=True)
class ServerPlan:
    """How a client finds its server.

    *default* is the server that it talks to unless told another, None where it must be
    told; *path* what is put behind the URL that it is told. *variables* are arguments
    of the constructor, by name, and *ours* those of operations' servers, which may be
    the same ones. *own* says that there are operations which have servers of their own,
    *others* are those that one may choose as well.
    """

    default: Server | None
    path: str
    variables: dict[str, ServerVariable]
    ours: dict[str, ServerVariable]
    own: bool
    others: tuple[Server, ...]

    @property
    def is_told(self) -> bool:
        """Whether ``base_url`` may be absent without having a default."""
        return bool(self.variables) or self.own

    @property
    def known(self) -> dict[str, ServerVariable]:
        """All variables, by the names of their arguments."""
        return self.variables | self.ours

    def arguments(self) -> Iterator[str]:
        """Yield the arguments of the constructor."""
        for name, variable in self.known.items():
            listed = ", ".join(map(string, variable.values))
            type_ = f"Literal[{listed}]" if listed else "str"
            yield f"{name}: {type_} = {string(variable.default)}"
        if self.default is None:
            yield "base_url: str"
        elif self.is_told:
            yield "base_url: str | None = None"
        else:
            yield f"base_url: str = {string(self.default.url)}"

    def passed(self) -> list[str]:
        """Return what the constructor passes on of it, to stand at column 12."""
        url = f"base_url={self._url()}"
        if not self.own:
            return [url]
        if self.ours:
            head, tail = "own_servers=chosen(", ") if base_url is None else None"
            given = _given(self.ours)
            return [url, bracketed(head, given, tail, indent=12, after=1)]
        return [url, "own_servers={} if base_url is None else None"]

    def _url(self) -> str:
        if self.path:
            return f"below(base_url, {string(self.path)})"
        if self.default is None or not self.is_told:
            return "base_url"
        if not self.variables:
            return f"base_url or {string(self.default.url)}"
        given = _given(self.variables)
        template = string(self.default.template or self.default.url)
        items = ["base_url", template, *given]
        return bracketed("server_url(", items, ")", indent=12, after=1)

    def uses(self) -> set[str]:
        """Return the names that the constructor needs imported."""
        named = {
            "Literal": any(v.values for v in self.known.values()),
            "chosen": bool(self.own and self.ours),
            "server_url": bool(self.variables),
            "below": bool(self.path),
        }
        return {name for name, used in named.items() if used}

    def said(self) -> Iterator[str]:
        """Yield what the constructor's docstring says of it."""
        for name, variable in self.known.items():
            if variable.description:
                yield f"`{name}`: {plain_text(variable.description)}"
        if self.path:
            yield f"`base_url` is the server's; the API is below it, at `{self.path}`."
        elif self.default is None:
            yield "The description names no server, so `base_url` must be given."
        if self.own:
            yield "Some operations have servers of their own, unless `base_url` is given."
        if self.others:
            listed = (
                f"`{s.template or s.url}`"
                + (f" ({plain_text(s.description)})" if s.description else "")
                for s in self.others
            )
            yield "Other servers: " + ", ".join(listed) + "."


def plan_servers(api: Api, taken: Iterable[str] = ()) -> ServerPlan:
    """Return how the client of *api* finds its server; *taken* are argument names."""
    first = next(iter(api.servers), None)
    hosts = [server for server in api.servers if "://" in server.url]
    default = first if first in hosts else None
    scope = Scope({"self", "base_url", *CLIENT_OPTIONS, *taken})
    variables = {
        scope.add(snake(variable.name, "server")): variable
        for variable in (default.variables if default else ())
    }
    ours: dict[str, ServerVariable] = {}
    for variable in _of_operations(api.operations, default):
        same = (n for n, v in (variables | ours).items() if _alike(v, variable))
        name = next(same, None) or scope.add(snake(variable.name, "server"))
        ours[name] = variable
    return ServerPlan(
        default=default,
        path=first.url if first and default is None else "",
        variables=variables,
        ours=ours,
        own=any("://" in (own_server(op, default) or "") for op in api.operations),
        others=tuple(hosts[1:]),
    )


def own_server(operation: Operation, default: Server | None) -> str | None:
    """Return the server that *operation* has beside the client's *default*, if any: its
    variables in braces, or without a host.

    Where the client must be told its server, it is told for all operations; a server
    without a host is on that one.
    """
    if not operation.servers:
        return None
    server = operation.servers[0]
    if "://" not in server.url:
        return server.url
    if default is None or server.url == default.url:
        return None
    return server.template or server.url


def _of_operations(
    operations: Iterable[Operation], default: Server | None
) -> Iterator[ServerVariable]:
    """Yield the variables of the servers that *operations* have for themselves."""
    for operation in operations:
        if "://" in (own_server(operation, default) or ""):
            yield from operation.servers[0].variables


def _alike(one: ServerVariable, other: ServerVariable) -> bool:
    """Return whether one argument can stand for both."""
    return (one.name, one.default, one.values) == (
        other.name,
        other.default,
        other.values,
    )


def _given(variables: Mapping[str, ServerVariable]) -> list[str]:
    """Return *variables*, by the names of their arguments, as the run time wants them."""
    return [
        bracketed("(", [string(v.name), name, *map(string, v.values)], ")")
        for name, v in variables.items()
    ]
