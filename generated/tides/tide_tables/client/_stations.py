# Made by specpress 0.1.0, content 77621809650f06e9. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Stations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .._runtime.lazy import lazy_module
from .._runtime.missing import MISSING
from .._runtime.operation import Operation, Param, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.twin import AsyncMethod
from .._runtime.types import QueryValue

if TYPE_CHECKING:
    from .. import models
else:
    models = lazy_module("..models", __package__)

_STATIONS_LIST_: Operation[list[models.ListStationsResponseItem]] = Operation(
    "listStations",
    "GET",
    "/stations",
    params=(
        Param("near", "near", "query", "string"),
        Param("within", "within", "query", "number"),
        Param("timeout", "timeout", "query", "integer"),
    ),
    responses=(
        Response("200", "application/json", lambda: models.ListStationsResult200),
    ),
)


class Stations(Resource):
    """`stations`: operations such as `/stations`."""

    def list_(
        self,
        *,
        near: str | MISSING = MISSING,
        within: float | MISSING = MISSING,
        timeout: int | MISSING = MISSING,
        request_timeout: float | MISSING | None = MISSING,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        server_url: str | None = None,
    ) -> list[models.ListStationsResponseItem]:
        """List the stations

        All stations, from north to south.

        Heights are in metres above the datum (https://tides.example/datum).

        `GET /stations`

        Args:
            near: A place, as latitude,longitude.
            within: How far away a station may be, in kilometres — 50 if left out.
            timeout: After how many seconds the server gives up.
        """
        return self._call(
            _STATIONS_LIST_,
            {"near": near, "within": within, "timeout": timeout},
            timeout=request_timeout,
            extra_headers=extra_headers,
            extra_query=extra_query,
            server_url=server_url,
        )


class AsyncStations(AsyncResource):
    """`stations`: operations such as `/stations`."""

    list_ = AsyncMethod(Stations.list_)
