"""Hooks: what a user has called around every call."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .request import Request
    from .transport import HttpResponse

OnRequest: TypeAlias = "Callable[[Request], object]"
"""Called once a call, with the request before it is first sent.

What it adds to ``request.headers`` is sent; it never sees the client's credentials.
"""

OnResponse: TypeAlias = "Callable[[Request, HttpResponse], object]"
"""Called with a request and the raw answer to it, once a try."""
