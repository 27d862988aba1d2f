# Made by specpress 0.1.0, content 132608c2442c10c6. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .booking import Booking as Booking
    from .booking import ListBookingsResult200 as ListBookingsResult200
    from .booking_input import BookingInput as BookingInput
    from .booking_vehicle import Bicycle as Bicycle
    from .booking_vehicle import BookingInputVehicle as BookingInputVehicle
    from .booking_vehicle import BookingVehicle as BookingVehicle
    from .booking_vehicle import Car as Car
    from .cancel_booking_params import CancelBookingParams as CancelBookingParams
    from .change_booking_params import ChangeBookingParams as ChangeBookingParams
    from .change_booking_request import ChangeBookingRequest as ChangeBookingRequest
    from .contact import ByMail as ByMail
    from .contact import ByPhone as ByPhone
    from .contact import Contact as Contact
    from .create_booking_params import CreateBookingParams as CreateBookingParams
    from .create_booking_response409 import (
        CreateBookingResponse409 as CreateBookingResponse409,
    )
    from .facility import Facility as Facility
    from .list_bookings_params import ListBookingsParams as ListBookingsParams
    from .list_sailings_params import ListSailingsParams as ListSailingsParams
    from .list_sailings_response import ListSailingsResponse as ListSailingsResponse
    from .list_sailings_response import Sailing as Sailing
    from .list_sailings_within import ListSailingsWithin as ListSailingsWithin
    from .passenger import Passenger as Passenger
    from .passenger import PassengerKind as PassengerKind
    from .problem import Problem as Problem
else:
    from .._runtime.lazy import lazy

    __getattr__, __dir__, __all__ = lazy(
        __name__,
        {
            ".booking": "Booking ListBookingsResult200",
            ".booking_input": "BookingInput",
            ".booking_vehicle": "Bicycle BookingInputVehicle BookingVehicle Car",
            ".cancel_booking_params": "CancelBookingParams",
            ".change_booking_params": "ChangeBookingParams",
            ".change_booking_request": "ChangeBookingRequest",
            ".contact": "ByMail ByPhone Contact",
            ".create_booking_params": "CreateBookingParams",
            ".create_booking_response409": "CreateBookingResponse409",
            ".facility": "Facility",
            ".list_bookings_params": "ListBookingsParams",
            ".list_sailings_params": "ListSailingsParams",
            ".list_sailings_response": "ListSailingsResponse Sailing",
            ".list_sailings_within": "ListSailingsWithin",
            ".passenger": "Passenger PassengerKind",
            ".problem": "Problem",
        },
    )
