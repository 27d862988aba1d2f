# Made by specpress 0.1.0, content 0b257543005702af. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Client of Kestrel Lane Library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import errors as errors
    from . import models as models
    from ._runtime.absent import MISSING as MISSING
    from ._runtime.drift import DriftEvent as DriftEvent
    from ._runtime.json import JsonValue as JsonValue
    from ._runtime.retry import RetryPolicy as RetryPolicy
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .errors import ApiError as ApiError
    from .errors import RequestValidationError as RequestValidationError
else:
    from ._runtime.lazy import lazy

    __getattr__, __dir__, __all__ = lazy(
        __name__,
        {
            ".errors": "errors ApiError RequestValidationError",
            ".models": "models",
            "._runtime.absent": "MISSING",
            "._runtime.drift": "DriftEvent",
            "._runtime.json": "JsonValue",
            "._runtime.retry": "RetryPolicy",
            ".client": "AsyncClient Client",
        },
    )
