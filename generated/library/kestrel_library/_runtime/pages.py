"""`Pages` and `AsyncPages`: lists that come in pages, as iterators over their items."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar, cast

from .capture import Capture
from .following import Paging, Turn

T = TypeVar("T")
Item = TypeVar("Item")


class _Pages(Generic[T, Item]):
    """What both kinds share: how to ask for pages."""

    def __init__(
        self,
        paging: Paging,
        items: Callable[[T], object],
        client: object,
        arguments: dict[str, Any],
    ) -> None:
        self._paging = paging
        self._items = items
        self._client = client
        self._arguments = arguments

    def _turn(self) -> Turn:
        return Turn(self._paging, self._arguments)

    def _inside(self, page: T) -> Iterable[Item]:
        """Return the items of *page*; none where it has no list of them."""
        found = self._items(page)
        return cast("list[Item]", found) if isinstance(found, list) else ()


class Pages(_Pages[T, Item]):
    """The items of all pages, asked for as they are needed: ``for item in ...``.

    Each iteration begins with the first page. ``pages()`` gives the pages themselves.
    """

    def __init__(
        self,
        call: Callable[..., T],
        paging: Paging,
        items: Callable[[T], object],
        client: object,
        arguments: dict[str, Any],
    ) -> None:
        super().__init__(paging, items, client, arguments)
        self._call = call

    def __iter__(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._inside(page)

    def pages(self) -> Iterator[T]:
        """Return the pages, one answer each."""
        turn = self._turn()
        while turn.arguments is not None:
            with Capture(self._client) as captured:
                page = self._call(**turn.arguments)
            yield page
            turn.follow(captured.response)


class AsyncPages(_Pages[T, Item]):
    """The items of all pages, asked for as they are needed: ``async for item in ...``.

    Each iteration begins with the first page. ``pages()`` gives the pages themselves.
    """

    def __init__(
        self,
        call: Callable[..., Awaitable[T]],
        paging: Paging,
        items: Callable[[T], object],
        client: object,
        arguments: dict[str, Any],
    ) -> None:
        super().__init__(paging, items, client, arguments)
        self._call = call

    async def __aiter__(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in self._inside(page):
                yield item

    async def pages(self) -> AsyncIterator[T]:
        """Return the pages, one answer each."""
        turn = self._turn()
        while turn.arguments is not None:
            with Capture(self._client) as captured:
                page = await self._call(**turn.arguments)
            yield page
            turn.follow(captured.response)
