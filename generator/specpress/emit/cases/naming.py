"""What the emitted tests must know of the emitted client's names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class OperationNames:
    """How one operation is called through the client.

    *method* is the attribute path from the client, ``("create_call",)`` or
    ``("calls", "create")``. *parameters* are the argument names in the order of
    `Operation.parameters`; None for one that the client does not send. *media_type* is
    that of the body the client sends, None when it sends none. A spread body has its
    *fields* (wire name to argument name); any other body is the argument *body*.
    *options* are the arguments for ``timeout``, ``extra_headers`` and ``extra_query``
    where they are not called just that.
    """

    method: tuple[str, ...]
    parameters: tuple[str | None, ...] = ()
    media_type: str | None = None
    fields: Mapping[str, str] | None = None
    body: str = "body"
    options: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one client; operations that are absent here are not emitted.

    *operations* are keyed by operationId. *types* maps the id of a declared type to
    its name in the package's ``models``; those names that are classes are in *models*
    too. *credentials* maps a scheme's id to the client's constructor arguments by
    part: ``{"username": "username", "password": "password"}`` for basic, ``{"token":
    ...}`` for bearer, ``{"key": ...}`` for an API key, ``{"value": ...}`` for another
    scheme of HTTP, ``{"certificate": ...}`` for mutual TLS.
    """

    operations: Mapping[str, OperationNames]
    types: Mapping[str, str] = field(default_factory=dict[str, str])
    models: frozenset[str] = frozenset()
    credentials: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict[str, Mapping[str, str]]
    )
