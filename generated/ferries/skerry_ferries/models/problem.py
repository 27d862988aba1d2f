# Made by specpress 0.1.0, content 028bf455cd5c110b. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""Models of Skerry Ferries."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import MISSING, Field, StrictStr

from .._runtime.models import Model
from .._runtime.numbers import StrictInt
from .._runtime.texts import UriReferenceText

_Status: TypeAlias = Annotated[StrictInt, Field(ge=100, le=599)]


class Problem(Model):
    """An error (RFC 9457)."""

    type: UriReferenceText | MISSING = MISSING
    """Default: `"about:blank"`."""
    title: StrictStr | MISSING = MISSING
    status: _Status | MISSING = MISSING
    detail: StrictStr | MISSING = MISSING
