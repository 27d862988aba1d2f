# Made by specpress 0.1.0, content d56ba194a6f35cc1. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The client."""

from __future__ import annotations

from functools import cached_property
from typing import Unpack

from .._runtime.client import AsyncBaseClient, BaseClient
from .._runtime.options import AsyncClientOptions, ClientOptions
from ._readings import AsyncReadings, Readings
from ._stations import AsyncStations, Stations
from ._tides import AsyncTides, Tides


class Client(BaseClient):
    """API."""

    def __init__(self, *, base_url: str, **options: Unpack[ClientOptions]) -> None:
        """Make a client; the options are described in `ClientOptions`.

        The description names no server, so `base_url` must be given.
        """
        super().__init__(base_url=base_url, auth={}, **options)

    @cached_property
    def readings(self) -> Readings:
        """Operations on `readings`."""
        return Readings(self._call)

    @cached_property
    def stations(self) -> Stations:
        """Operations on `stations`."""
        return Stations(self._call)

    @cached_property
    def tides(self) -> Tides:
        """Operations on `tides`."""
        return Tides(self._call)


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for `async` code."""

    def __init__(self, *, base_url: str, **options: Unpack[AsyncClientOptions]) -> None:
        """Make a client; the options are described in `ClientOptions`.

        The description names no server, so `base_url` must be given.
        """
        super().__init__(base_url=base_url, auth={}, **options)

    @cached_property
    def readings(self) -> AsyncReadings:
        """Operations on `readings`."""
        return AsyncReadings(self._call)

    @cached_property
    def stations(self) -> AsyncStations:
        """Operations on `stations`."""
        return AsyncStations(self._call)

    @cached_property
    def tides(self) -> AsyncTides:
        """Operations on `tides`."""
        return AsyncTides(self._call)
