# Made by specpress 0.1.0, content 03be0d3424d36498. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from .._runtime.json import JsonValue
from .._runtime.lazy import lazy_module
from .._runtime.operation import Body, Operation, Param, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.twin import AsyncMethod
from .._runtime.types import Options

if TYPE_CHECKING:
    from .. import models
else:
    models = lazy_module("..models", __package__)

_READINGS_ADD: Operation[None] = Operation(
    "addReading",
    "POST",
    "/stations/{code}/readings",
    params=(Param("code", "code", "path", "string", required=True),),
    body=Body("application/json", lambda: models.Reading, required=True),
    responses=(
        Response("202"),
        Response("4XX", "application/json", lambda: models.AddReadingResponse),
    ),
)


class Readings(Resource):
    """`readings`: operations such as `/stations/{code}/readings`."""

    def add(
        self,
        *,
        code: str,
        body: models.Reading | Mapping[str, JsonValue],
        **options: Unpack[Options],
    ) -> None:
        """Add a reading

        `POST /stations/{code}/readings`

        Args:
            code: The station.
            body: what is sent, as `application/json`.
        """
        return self._call(_READINGS_ADD, {"code": code}, body, **options)


class AsyncReadings(AsyncResource):
    """`readings`: operations such as `/stations/{code}/readings`."""

    add = AsyncMethod(Readings.add)
