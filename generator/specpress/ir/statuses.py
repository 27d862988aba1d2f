"""The names of the statuses of HTTP that are errors (RFC 9110, 15.5 and 15.6)."""

from __future__ import annotations

from typing import Final

USUAL: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableError",
    429: "RateLimitError",
}
"""The errors that every client tells apart."""

_OTHERS: Final = {
    402: "PaymentRequired",
    405: "MethodNotAllowed",
    406: "NotAcceptable",
    407: "ProxyAuthenticationRequired",
    408: "RequestTimeout",
    410: "Gone",
    411: "LengthRequired",
    412: "PreconditionFailed",
    413: "ContentTooLarge",
    414: "UriTooLong",
    415: "UnsupportedMediaType",
    416: "RangeNotSatisfiable",
    417: "ExpectationFailed",
    421: "MisdirectedRequest",
    423: "Locked",
    424: "FailedDependency",
    425: "TooEarly",
    426: "UpgradeRequired",
    428: "PreconditionRequired",
    431: "RequestHeaderFieldsTooLarge",
    451: "UnavailableForLegalReasons",
    500: "InternalServer",
    501: "MethodNotImplemented",
    502: "BadGateway",
    503: "ServiceUnavailable",
    504: "GatewayTimeout",
    505: "HttpVersionNotSupported",
    507: "InsufficientStorage",
    508: "LoopDetected",
    511: "NetworkAuthenticationRequired",
}


def error_name(status: int) -> str:
    """Return the name of the error that a documented *status* of 4xx or 5xx is.

    >>> error_name(404), error_name(410), error_name(460)
    ('NotFoundError', 'GoneError', 'Status460Error')
    """
    return USUAL.get(status) or f"{_OTHERS.get(status, f'Status{status}')}Error"
