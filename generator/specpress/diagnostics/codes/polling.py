"""Diagnostics of waiting for what takes long."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

_REMEDY: Final = (
    " Say how to wait in the configuration, in [operations.ID.poll], or turn it off there "
    "with poll = false."
)

NO_READER: Final = Code(
    "POL001",
    Severity.WARNING,
    "operation {operation!r} waits by asking {name!r}, which there is not; {hint}",
    "waiting by an operation that is not there",
    "The operation that tells how far something is goes by its operationId." + _REMEDY,
)
NOT_ASKED: Final = Code(
    "POL002",
    Severity.WARNING,
    "operation {operation!r} can't wait: {why}; no method for that is made",
    "waiting that can't be done",
    "To wait, a client calls the operation that tells how far something is, which hangs "
    "on the same attribute of the client, with arguments that an answer, its headers or "
    "the first call give." + _REMEDY,
)
