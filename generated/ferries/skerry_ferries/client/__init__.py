# Made by specpress 0.1.0, content 7543fee7f084012b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The client."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.auth import Bearer
from .._runtime.client import AsyncBaseClient, BaseClient
from .._runtime.options import AsyncClientOptions, ClientOptions
from ._bookings import AsyncBookings, Bookings
from ._sailings import AsyncSailings, Sailings


class Client(BaseClient):
    """Skerry Ferries.

    Timetables and bookings of the ferries between the skerries.
    """

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str = "https://api.skerry-ferries.example/v2",
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`."""
        super().__init__(base_url=base_url, auth={"token": Bearer(token)}, **options)

    @cached_property
    def bookings(self) -> Bookings:
        """Operations on `bookings`.

        Places on board.
        """
        return Bookings(self._call)

    @cached_property
    def sailings(self) -> Sailings:
        """Operations on `sailings`.

        When ferries sail.
        """
        return Sailings(self._call)


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for `async` code."""

    def __init__(
        self,
        *,
        token: str | None = None,
        base_url: str = "https://api.skerry-ferries.example/v2",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`."""
        super().__init__(base_url=base_url, auth={"token": Bearer(token)}, **options)

    @cached_property
    def bookings(self) -> AsyncBookings:
        """Operations on `bookings`.

        Places on board.
        """
        return AsyncBookings(self._call)

    @cached_property
    def sailings(self) -> AsyncSailings:
        """Operations on `sailings`.

        When ferries sail.
        """
        return AsyncSailings(self._call)
