# Made by specpress 0.1.0, content dadbf45fddb6cede. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Tides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from .._runtime.lazy import lazy_module
from .._runtime.missing import MISSING
from .._runtime.operation import Operation, Param, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.twin import AsyncMethod
from .._runtime.types import Options

if TYPE_CHECKING:
    from .. import models
else:
    models = lazy_module("..models", __package__)

_TIDES_GET: Operation[models.GetTidesResponse] = Operation(
    "getTides",
    "GET",
    "/stations/{code}/tides/{day}",
    params=(
        Param("code", "code", "path", "string", required=True),
        Param("day", "day", "path", "string", required=True),
        Param("unit", "unit", "query", "string"),
    ),
    responses=(
        Response("200", "application/json", lambda: models.GetTidesResponse),
        Response("404", "application/json", lambda: models.GetTidesResponse404),
    ),
)


class Tides(Resource):
    """`tides`: operations such as `/stations/{code}/tides/{day}`."""

    def get(
        self,
        *,
        code: str,
        day: str,
        unit: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.GetTidesResponse:
        """Get the tides of a day

        High and low water at one station, in the order of time.

        `GET /stations/{code}/tides/{day}`

        Args:
            code: `code`
            day: The day, as YYYY-MM-DD.
            unit: The unit of heights: `m` or `ft`.
        """
        return self._call(
            _TIDES_GET, {"code": code, "day": day, "unit": unit}, **options
        )


class AsyncTides(AsyncResource):
    """`tides`: operations such as `/stations/{code}/tides/{day}`."""

    get = AsyncMethod(Tides.get)
