# Made by specpress 0.1.0, content 6e2f4cf3e2a29447. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of API."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal, TypeAlias

from pydantic import MISSING, Field, StrictFloat, StrictInt, StrictStr

from ._runtime.models import Model

ReadingCode: TypeAlias = Literal["manual", "gauge"]
"""A part of `Reading`."""

_Height: TypeAlias = Annotated[StrictFloat, Field(ge=-10, le=20, multiple_of=0.01)]


class Reading(Model):
    """What `addReading` sends."""

    at: dt.datetime
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
