"""Fetching a file by its URL: from allowed hosts only, bounded in size and time."""

from __future__ import annotations

import time
from typing import IO, TYPE_CHECKING, Final

from specpress._version import VERSION
from specpress.config.allow import Allowed
from specpress.readers.text import MAX_BYTES
from specpress.store import Unreachable

if TYPE_CHECKING:  # loaded where something is fetched, which is rare
    from email.message import Message
    from urllib.request import OpenerDirector, Request

_SECONDS: Final = 60.0
_SILENCE: Final = 20.0
_CHUNK: Final = 2**16


class FetchError(Unreachable):
    """The file could not be fetched."""


def fetch(url: str, allowed: Allowed, *, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes at *url*, which is among those *allowed*, like every URL that it
    redirects to.

    Sends nothing but the request: no cookies, no credentials. Raises FetchError.
    """
    from http.client import HTTPException  # see above

    if not allowed.allows(url):
        raise FetchError(f"{url} is not allowed")
    deadline = time.monotonic() + _SECONDS
    data = bytearray()
    try:
        with _opener(allowed).open(_request(url), timeout=_SILENCE) as answer:
            while chunk := answer.read(_CHUNK):
                data += chunk
                if len(data) > limit:
                    raise FetchError(f"it has more than {limit} bytes")
                if time.monotonic() > deadline:
                    raise FetchError(f"it takes more than {_SECONDS:.0f} seconds")
    except FetchError:
        raise
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise FetchError(str(reason) or type(error).__name__) from error
    return bytes(data)


def _request(url: str) -> Request:
    from urllib.request import Request

    return Request(url, headers={"User-Agent": f"specpress/{VERSION}"})


def _opener(allowed: Allowed) -> OpenerDirector:
    """Return what opens URLs over http and https only, and follows allowed redirects."""
    from urllib import request

    class Redirects(request.HTTPRedirectHandler):
        """Follows a redirect only where the settings allow it."""

        def redirect_request(
            self,
            req: Request,
            fp: IO[bytes],
            code: int,
            msg: str,
            headers: Message,
            newurl: str,
        ) -> Request | None:
            if not allowed.allows(newurl):
                raise FetchError(f"it redirects to {newurl}, which is not allowed")
            return _request(newurl)

    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPErrorProcessor(),
        request.HTTPDefaultErrorHandler(),
        Redirects(),
    ):
        opener.add_handler(handler)
    return opener
