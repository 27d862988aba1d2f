# Made by specpress 0.1.0, content fd4d4e4a592cc6cb. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of API."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictStr

from ._runtime.models import Model
from ._runtime.numbers import StrictFloat, StrictInt
from ._runtime.rules import Rules
from ._runtime.times import WireDateTime

ReadingCode: TypeAlias = Literal["manual", "gauge"]

_Height: TypeAlias = Annotated[
    Annotated[StrictFloat, Field(ge=-10, le=20)], Rules('{"multipleOf":0.01}')
]


class Reading(Model):
    """What `addReading` sends."""

    at: WireDateTime
    """When it was read."""
    height: _Height
    code: ReadingCode | MISSING = MISSING
    """Who read it: as this field has the name of a parameter, the body is one
    argument."""


class AddReadingResponseLimit(Model):
    """A part of `AddReadingResponse`."""

    low: StrictFloat | MISSING = MISSING
    high: StrictFloat | MISSING = MISSING


class AddReadingResponse(Model):
    """What `addReading` answers with status 4XX."""

    error: StrictStr | MISSING = MISSING
    limit: AddReadingResponseLimit | MISSING = MISSING


class GetTidesResponseStation(Model):
    """A part of `GetTidesResponse`."""

    code: StrictStr | MISSING = MISSING
    name: StrictStr | MISSING = MISSING


class GetTidesResponseTidesItem(Model):
    """A part of `GetTidesResponse`."""

    at: StrictStr | MISSING = MISSING
    kind: StrictStr | MISSING = MISSING
    height: StrictFloat | MISSING = MISSING
    warnings: list[StrictStr] | None | MISSING = MISSING


class GetTidesResponse(Model):
    """What `getTides` answers with status 200."""

    station: GetTidesResponseStation | MISSING = MISSING
    tides: list[GetTidesResponseTidesItem] | MISSING = MISSING


class GetTidesResponse404(Model):
    """What `getTides` answers with status 404."""

    error: StrictStr | MISSING = MISSING
    known: list[StrictStr] | MISSING = MISSING


class ListStationsResponseItemPosition(Model):
    """A part of `ListStationsResponseItem`."""

    latitude: StrictFloat | MISSING = MISSING
    longitude: StrictFloat | MISSING = MISSING
    accuracy: StrictInt | MISSING = MISSING


class ListStationsResponseItem(Model):
    """Used by `listStations`."""

    code: StrictStr | MISSING = MISSING
    name: StrictStr | MISSING = MISSING
    position: ListStationsResponseItemPosition | MISSING = MISSING
    datum: StrictFloat | None | MISSING = MISSING
    gauges: list[StrictStr] | MISSING = MISSING


ListStationsResult200: TypeAlias = list[ListStationsResponseItem]
"""What a body holds."""
