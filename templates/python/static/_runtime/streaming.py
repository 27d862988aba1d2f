"""Methods that answer a stream: the twins of streams, and streams beside plain answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from .json import is_object, plain
from .missing import MISSING, is_given
from .operation import Choice, Operation, accepted
from .stream import STREAMED, AsyncStream, Stream

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")


class StreamOf(Operation[Stream[T]]):
    """An *operation* as it is where its answer is to be a stream of ``T``s."""

    __slots__ = ()

    def __init__(self, operation: Operation[object]) -> None:
        for name in Operation.__slots__:
            setattr(self, name, getattr(operation, name))
        known = operation.responses
        good = "2" if any(r.status[0] == "2" for r in known) else "d"
        self.responses = tuple(r for r in known if r.items or r.status[0] != good)
        self.accept = accepted(self.responses, streams=True)
        self.holder = STREAMED


if TYPE_CHECKING:

    class StreamMethod(Generic[P, T]):
        """*method*, but for its answer, which is the stream of *operation*.

        A *field* of the body, or a *parameter*, is set to true: it asks for the stream.
        """

        def __init__(
            self,
            method: Callable[Concatenate[S, P], object],
            operation: Operation[Stream[T]],
            *,
            field: str = "",
            parameter: str = "",
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Callable[P, Stream[T]]: ...

    class AsyncStreamMethod(Generic[P, T]):
        """As `StreamMethod`, for an asynchronous client."""

        def __init__(
            self,
            method: Callable[Concatenate[S, P], object],
            operation: Operation[Stream[T]],
            *,
            field: str = "",
            parameter: str = "",
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Callable[P, AsyncStream[T]]: ...

else:

    def StreamMethod(method, operation, *, field="", parameter=""):
        @wraps(method)
        def call(self, **arguments):
            return method(_Caller(self, operation, field, parameter), **arguments)

        return call

    def AsyncStreamMethod(method, operation, *, field="", parameter=""):
        @wraps(method)
        def call(self, **arguments):
            caller = _Caller(self, operation, field, parameter)
            return AsyncStream(method(caller, **arguments))

        return call

    class _Caller:
        """Stands for a client in a method of it that is to call *operation* instead."""

        def __init__(self, client, operation, field, parameter):
            self._client = client
            self._operation = operation
            self._field = field
            self._parameter = parameter

        def _call(self, operation, arguments, body=MISSING, **options):
            if self._parameter:
                arguments = {**arguments, self._parameter: True}
            if self._field:
                body = switched(body, self._field)
            return self._client._call(self._operation, arguments, body, **options)


def switched(body: object, field: str) -> object:
    """Return *body*, an object or a model, with *field* set to true."""
    if isinstance(body, Choice):
        if is_given(body.whole):
            return body._replace(whole=switched(body.whole, field))
        return body._replace(fields={**body.fields, field: True})
    if not is_given(body):
        return {field: True}
    known = body if is_object(body) else plain(body)
    return {**known, field: True} if is_object(known) else body
