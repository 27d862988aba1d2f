"""`PagesMethod` and `AsyncPagesMethod`: methods that go on from page to page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar

from .following import Paging
from .missing import MISSING
from .pages import AsyncPages, Pages

P = ParamSpec("P")
S = TypeVar("S")
T = TypeVar("T")
Item = TypeVar("Item")

if TYPE_CHECKING:

    class PagesMethod(Generic[P, T, Item]):
        """A function with the arguments of *method*, for the items of all its pages.

        *items* gives those of one page.
        """

        def __init__(
            self,
            method: Callable[Concatenate[S, P], T],
            paging: Paging,
            items: Callable[[T], list[Item] | MISSING | None],
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Callable[P, Pages[T, Item]]: ...

    class AsyncPagesMethod(Generic[P, T, Item]):
        """The same for ``async for``; *method* is that of the synchronous client."""

        def __init__(
            self,
            method: Callable[Concatenate[S, P], T],
            paging: Paging,
            items: Callable[[T], list[Item] | MISSING | None],
        ) -> None: ...

        def __get__(
            self, instance: object, owner: type | None = None
        ) -> Callable[P, AsyncPages[T, Item]]: ...

else:

    def _made(kind, method, paging, items):
        @wraps(method)
        def call(self, **arguments):
            client = self._call.__self__
            return kind(partial(method, self), paging, items, client, arguments)

        return call

    PagesMethod = partial(_made, Pages)
    AsyncPagesMethod = partial(_made, AsyncPages)
