# Made by specpress 0.1.0, content 1f53cd8411649a5d. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Sailings."""

from __future__ import annotations

import datetime as dt
from typing import Unpack

from .. import models
from .._runtime.following import Paging
from .._runtime.missing import MISSING
from .._runtime.operation import Operation, Param, Response
from .._runtime.paged import AsyncPagesMethod, PagesMethod
from .._runtime.resource import AsyncResource, Resource
from .._runtime.twin import AsyncMethod
from .._runtime.types import Options

_SAILINGS_LIST_: Operation[models.ListSailingsResponse] = Operation(
    "listSailings",
    "GET",
    "/sailings",
    params=(
        Param("from_", "from", "query", "rich", required=True),
        Param("day", "day", "query", "rich"),
        Param("on_board", "on_board", "query", "rich", explode=False),
        Param("within", "within", "query", "rich", style="deepObject", explode=True),
        Param("cursor", "cursor", "query", "string"),
    ),
    params_model=lambda: models.ListSailingsParams,
    responses=(
        Response("200", "application/json", lambda: models.ListSailingsResponse),
        Response("400", "application/problem+json", lambda: models.Problem),
    ),
)

_SAILINGS_LIST__PAGES = Paging(
    "cursor", argument="cursor", next=("next",), items=("sailings",)
)


class Sailings(Resource):
    """`sailings`: operations such as `/sailings`."""

    def list_(
        self,
        *,
        from_: str,
        day: dt.date | MISSING = MISSING,
        on_board: list[models.Facility] | MISSING = MISSING,
        within: models.ListSailingsWithin | MISSING = MISSING,
        cursor: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.ListSailingsResponse:
        """List sailings

        Sailings in the order of departure, cancelled ones included.

        A page holds 50 sailings; `next` leads to the one after it.

        `GET /sailings`

        Args:
            from_: The harbour to sail from. (matching `^[A-Z]{3}$`) Example:
                `"VIK"`.
            day: The day of departure; today if absent. (format `date`)
            on_board: What must be on board.
            within: Bounds of the duration, in minutes.
            cursor: Where the page begins, from `next`.
        """
        return self._call(
            _SAILINGS_LIST_,
            {
                "from_": from_,
                "day": day,
                "on_board": on_board,
                "within": within,
                "cursor": cursor,
            },
            **options,
        )

    list__iter = PagesMethod(list_, _SAILINGS_LIST__PAGES, lambda page: page.sailings)


class AsyncSailings(AsyncResource):
    """`sailings`: operations such as `/sailings`."""

    list_ = AsyncMethod(Sailings.list_)
    list__iter = AsyncPagesMethod(
        Sailings.list_, _SAILINGS_LIST__PAGES, lambda page: page.sailings
    )
