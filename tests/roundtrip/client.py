"""A generated client with a transport that keeps its requests and answers none."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any, Final, NamedTuple

import httpx2

BASE: Final = "https://roundtrip.test"


class Kept(Exception):
    """Raised in place of an answer."""


class Method(NamedTuple):
    """A method of a client, and which argument carries what, found by calling it."""

    name: str
    operation: Any
    parameters: Mapping[str, tuple[str, str]]
    """The name and the place of parameters by argument."""
    fields: Mapping[str, str]
    """The names of members of the body by argument."""
    body: str | None
    """The argument that is all of the body."""
    choice: str | None
    """The argument that chooses its media type."""


class Caller:
    """Calls the methods of the client in *package*, and keeps what they send."""

    def __init__(self, package: ModuleType) -> None:
        self.refused: type[Exception] = package.RequestValidationError
        self._last: list[httpx2.Request] = []
        transport = httpx2.MockTransport(self._keep)
        self._client = package.Client(base_url=BASE, transport=transport)
        self._probe = package.Client(base_url=BASE, transport=transport)

    def _keep(self, request: httpx2.Request) -> httpx2.Response:
        request.read()
        self._last.append(request)
        raise Kept

    def methods(self) -> Iterator[Method]:
        """Yield the methods that call operations, credentials not asked for."""
        for name, function in inspect.getmembers(type(self._client)):
            is_public = inspect.isfunction(function) and not name.startswith("_")
            if is_public and (found := self._method(name, function)):
                found.operation.auth = ()
                yield found

    def _method(self, name: str, function: Any) -> Method | None:
        signature = inspect.signature(function)
        named = [
            p.name for p in signature.parameters.values() if p.kind is p.KEYWORD_ONLY
        ]
        marks = {each: _Mark() for each in named}
        seen: list[tuple[Any, Mapping[str, Any], Any]] = []

        def note(
            operation: Any, arguments: Mapping[str, Any], body: Any = None, **_: Any
        ) -> None:
            seen.append((operation, arguments, body))

        self._probe._call = note
        try:
            getattr(self._probe, name)(**marks)
        except Exception:  # noqa: BLE001 - not one that calls an operation
            return None
        if not seen:
            return None
        operation, arguments, body = seen[0]
        by_mark = {mark: each for each, mark in marks.items()}
        known = {
            param.argument: (param.name, param.location) for param in operation.params
        }
        places = {by_mark[mark]: known[each] for each, mark in arguments.items()}
        choice = whole = None
        fields = body if isinstance(body, dict) else {}
        if isinstance(body, _Mark):
            whole = by_mark[body]
        elif body is not None and not isinstance(body, dict):
            choice = by_mark.get(body.media_type)
            fields = body.fields
            whole = by_mark.get(body.whole)
        return Method(
            name,
            operation,
            places,
            {by_mark[mark]: wire for wire, mark in fields.items()},
            whole,
            choice,
        )

    def send(self, name: str, arguments: Mapping[str, Any]) -> httpx2.Request:
        """Return the request of a call of the method *name*; raise what it refuses."""
        self._last.clear()
        try:
            result = getattr(self._client, name)(**arguments)
            if hasattr(result, "__enter__"):
                with result:
                    pass
        except Kept:
            pass
        if len(self._last) != 1:
            raise AssertionError(f"{len(self._last)} requests were sent")
        return self._last[0]


class _Mark:
    """Stands for an argument."""


def crossed(arguments: Mapping[str, str]) -> Iterator[str]:
    """Yield the *arguments* that have the name of another's member on the wire."""
    own = {squashed(wire): argument for argument, wire in arguments.items()}
    for argument, wire in arguments.items():
        other = own.get(squashed(argument))
        if (
            other is not None
            and other != argument
            and squashed(wire) != squashed(argument)
        ):
            yield f"{argument} is sent as {wire}"


def squashed(name: str) -> str:
    """Return the letters and digits of *name*, small."""
    return "".join(char for char in name.lower() if char.isalnum())
