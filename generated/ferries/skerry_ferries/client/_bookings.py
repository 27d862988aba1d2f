# Made by specpress 0.1.0, content 38446549fa093ced. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Bookings."""

from __future__ import annotations

from typing import Unpack
from uuid import UUID

from .. import models
from .._runtime.missing import MISSING
from .._runtime.operation import Body, Operation, Param, Response
from .._runtime.resource import AsyncResource, Resource
from .._runtime.twin import AsyncMethod
from .._runtime.types import Options

_BOOKINGS_LIST_: Operation[list[models.Booking]] = Operation(
    "listBookings",
    "GET",
    "/sailings/{sailingId}/bookings",
    params=(Param("sailing_id", "sailingId", "path", "rich", required=True),),
    params_model=lambda: models.ListBookingsParams,
    responses=(
        Response("200", "application/json", lambda: models.ListBookingsResult200),
        Response("default", "application/problem+json", lambda: models.Problem),
    ),
    auth=(("token",),),
)

_BOOKINGS_CREATE: Operation[models.Booking] = Operation(
    "createBooking",
    "POST",
    "/sailings/{sailingId}/bookings",
    params=(
        Param("sailing_id", "sailingId", "path", "rich", required=True),
        Param("idempotency_key", "Idempotency-Key", "header", "rich"),
    ),
    params_model=lambda: models.CreateBookingParams,
    body=Body(
        "application/json", lambda: models.BookingInput, required=True, spread=True
    ),
    responses=(
        Response("201", "application/json", lambda: models.Booking),
        Response(
            "409", "application/problem+json", lambda: models.CreateBookingResponse409
        ),
        Response("default", "application/problem+json", lambda: models.Problem),
    ),
    auth=(("token",),),
)

_BOOKINGS_CHANGE: Operation[models.Booking] = Operation(
    "changeBooking",
    "PATCH",
    "/bookings/{bookingId}",
    params=(Param("booking_id", "bookingId", "path", "rich", required=True),),
    params_model=lambda: models.ChangeBookingParams,
    body=Body(
        "application/merge-patch+json",
        lambda: models.ChangeBookingRequest,
        required=True,
        spread=True,
    ),
    responses=(
        Response("200", "application/json", lambda: models.Booking),
        Response("default", "application/problem+json", lambda: models.Problem),
    ),
    auth=(("token",),),
)

_BOOKINGS_CANCEL: Operation[None] = Operation(
    "cancelBooking",
    "DELETE",
    "/bookings/{bookingId}",
    params=(Param("booking_id", "bookingId", "path", "rich", required=True),),
    params_model=lambda: models.CancelBookingParams,
    responses=(
        Response("204"),
        Response("default", "application/problem+json", lambda: models.Problem),
    ),
    auth=(("token",),),
)


class Bookings(Resource):
    """`bookings`: operations such as `/sailings/{sailingId}/bookings`."""

    def list_(
        self,
        *,
        sailing_id: UUID,
        **options: Unpack[Options],
    ) -> list[models.Booking]:
        """List your bookings of a sailing

        `GET /sailings/{sailingId}/bookings`

        Args:
            sailing_id: format `uuid`
        """
        return self._call(_BOOKINGS_LIST_, {"sailing_id": sailing_id}, **options)

    def create(
        self,
        *,
        sailing_id: UUID,
        passengers: list[models.Passenger],
        contact: models.Contact,
        idempotency_key: str | MISSING = MISSING,
        vehicle: models.BookingInputVehicle | MISSING = MISSING,
        note: str | None | MISSING = MISSING,
        card: str | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.Booking:
        """Book places

        `POST /sailings/{sailingId}/bookings`

        Args:
            sailing_id: format `uuid`
            idempotency_key: Makes it safe to repeat the call. (at most 64
                characters)
            The other arguments are the fields of `models.BookingInput`.
        """
        return self._call(
            _BOOKINGS_CREATE,
            {"sailing_id": sailing_id, "idempotency_key": idempotency_key},
            {
                "passengers": passengers,
                "contact": contact,
                "vehicle": vehicle,
                "note": note,
                "card": card,
            },
            **options,
        )

    def change(
        self,
        *,
        booking_id: str,
        note: str | None | MISSING = MISSING,
        contact: models.Contact | None | MISSING = MISSING,
        **options: Unpack[Options],
    ) -> models.Booking:
        """Change a booking

        What is absent stays as it is; null takes it away.

        `PATCH /bookings/{bookingId}`

        Args:
            booking_id: matching `^[A-Z]{2}[0-9]{6}$`. Example: `"SK100200"`.
            The other arguments are the fields of `models.ChangeBookingRequest`.
        """
        return self._call(
            _BOOKINGS_CHANGE,
            {"booking_id": booking_id},
            {"note": note, "contact": contact},
            **options,
        )

    def cancel(self, *, booking_id: str, **options: Unpack[Options]) -> None:
        """Cancel a booking

        Deprecated.

        `DELETE /bookings/{bookingId}`

        Args:
            booking_id: matching `^[A-Z]{2}[0-9]{6}$`. Example: `"SK100200"`.
        """
        return self._call(_BOOKINGS_CANCEL, {"booking_id": booking_id}, **options)


class AsyncBookings(AsyncResource):
    """`bookings`: operations such as `/sailings/{sailingId}/bookings`."""

    list_ = AsyncMethod(Bookings.list_)
    create = AsyncMethod(Bookings.create)
    change = AsyncMethod(Bookings.change)
    cancel = AsyncMethod(Bookings.cancel)
