"""The bytes of responses as they come: what streams know of the HTTP library."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import httpx2

from .transport import (
    AsyncHttpClient,
    HttpClient,
    HttpError,
    HttpRequest,
    HttpResponse,
    auth_of,
)


def chunks(response: HttpResponse) -> Iterator[bytes | HttpError]:
    """Yield the bytes of *response*, and at last the error that broke them off."""
    try:
        for chunk in response.iter_bytes():
            if chunk:
                yield chunk
    except httpx2.RequestError as error:
        yield error


async def chunks_async(response: HttpResponse) -> AsyncIterator[bytes | HttpError]:
    """Yield the bytes of *response* as `chunks` does."""
    try:
        async for chunk in response.aiter_bytes():
            if chunk:
                yield chunk
    except httpx2.RequestError as error:
        yield error


def read(response: HttpResponse) -> HttpError | None:
    """Read all of *response*; return the error that broke it off, if one did."""
    try:
        response.read()
    except httpx2.RequestError as error:
        return error
    return None


async def read_async(response: HttpResponse) -> HttpError | None:
    """Read all of *response*; return the error that broke it off, if one did."""
    try:
        await response.aread()
    except httpx2.RequestError as error:
        return error
    return None


def send_open(client: HttpClient, request: HttpRequest) -> HttpResponse | HttpError:
    """Return the answer to *request*, unread where it is a success, or the error."""
    own_limits(request)
    try:
        auth = auth_of(request)
        response = client.send(request, auth=auth, follow_redirects=False, stream=True)
    except httpx2.RequestError as error:
        return error
    if response.is_success:
        return response
    return read(response) or response


async def send_open_async(
    client: AsyncHttpClient, request: HttpRequest
) -> HttpResponse | HttpError:
    """Return the answer to *request*, unread where it is a success, or the error."""
    own_limits(request)
    try:
        auth = auth_of(request)
        response = await client.send(
            request, auth=auth, follow_redirects=False, stream=True
        )
    except httpx2.RequestError as error:
        return error
    if response.is_success:
        return response
    return await read_async(response) or response


def without_limit(response: HttpResponse) -> HttpResponse:
    """Return *response*, whose items may take their time: limits are for its head."""
    response.request.extensions["timeout"]["read"] = None
    return response


def own_limits(request: HttpRequest) -> None:
    """Give *request* limits that are those of no other one."""
    request.extensions["timeout"] = dict(request.extensions["timeout"])
