"""`BodyError`: an error whose body is of a type that the description tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from .errors import BY_MODEL, ApiError
from .request import Request

if TYPE_CHECKING:
    from .transport import HttpResponse

_JOINED: dict[str, type[ApiError]] = {}


class BodyError(ApiError):
    """The server answered with an error that has a body as it is described.

    A subclass is for bodies that are a *model*; what is raised is of the class for
    its status as well.
    """

    def __init_subclass__(cls, status: int = 0, model: str = "") -> None:
        super().__init_subclass__(status)
        if model:
            BY_MODEL[model] = lambda plain: joined(cls, plain)

    def __reduce__(self) -> tuple[object, ...]:
        _, args = super().__reduce__()
        return _remade, (*type(self).__bases__, *cast("tuple[object, ...]", args))


def joined(told: type[ApiError], plain: type[ApiError]) -> type[ApiError]:
    """Return the class of errors that are of *told* by body, and of *plain* by status."""
    name = f"{plain.__name__}[{told.__name__}]"
    if name not in _JOINED:
        members = {"__module__": plain.__module__, "__doc__": plain.__doc__}
        _JOINED[name] = type(name, (told, plain), members)
    return _JOINED[name]


def _remade(
    told: type[ApiError],
    plain: type[ApiError],
    request: Request,
    response: HttpResponse,
    body: object,
    retries: int,
) -> ApiError:
    """Return the error that is of both classes."""
    return joined(told, plain)(request, response, body, retries)
