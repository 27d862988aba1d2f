"""The configuration: one frozen `Config` a client, read from layers of TOML."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

Grouping: TypeAlias = Literal["auto", "flat", "tag"]
Transport: TypeAlias = Literal["httpx2", "httpx"]


class _Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all tables share: unknown keys are refused."""


class Basic(_Settings, frozen=True, kw_only=True, tag_field="type", tag="basic"):
    """HTTP basic authentication; the values are names of environment variables."""

    username_env: str | None = None
    password_env: str | None = None


class Bearer(_Settings, frozen=True, kw_only=True, tag_field="type", tag="bearer"):
    """A bearer token; the value is the name of an environment variable."""

    token_env: str | None = None


class ApiKey(_Settings, frozen=True, kw_only=True, tag_field="type", tag="api-key"):
    """An API key: *name* is that of the header, query parameter or cookie."""

    name: str
    location: Annotated[
        Literal["header", "query", "cookie"], Meta(description="where the key goes")
    ] = "header"
    key_env: str | None = None


Auth: TypeAlias = Basic | Bearer | ApiKey


class OperationConfig(_Settings, frozen=True, kw_only=True):
    """Settings of one operation, keyed by its operationId."""

    name: str | None = None
    """The method's name in the client, instead of one derived from the operationId."""
    security: tuple[tuple[str, ...], ...] | None = None
    """Which schemes (keys of ``auth``) it needs; ``[]`` sends nothing."""


class Config(_Settings, frozen=True, kw_only=True):
    """The settings of one client."""

    package: str
    """The import name of the client's package."""
    output: str
    """The folder the client is written to."""
    sources: tuple[str, ...]
    """Pages, folders of pages or glob patterns, relative to the configuration file."""
    title: str | None = None
    """The API's title, where the pages give none."""
    version: str | None = None
    """The API's version, where the pages give none."""
    base_url: str | None = None
    """The server's URL with its base path; wins over what the pages say."""
    auth: dict[str, Auth] = msgspec.field(default_factory=dict[str, Auth])
    """Security schemes by name."""
    security: tuple[tuple[str, ...], ...] | None = None
    """What every operation needs unless it says otherwise: a choice of scheme names.

    Left out, and with schemes in ``auth``, each operation needs any one of them.
    """
    operations: dict[str, OperationConfig] = msgspec.field(
        default_factory=dict[str, OperationConfig]
    )
    """Settings of single operations, by operationId."""
    grouping: Grouping = "auto"
    """``tag``: methods hang on one object per tag; ``flat``: all on the client;
    ``auto``: by tag where every operation has one."""
    transport: Transport = "httpx2"
    """Which HTTP library the client uses."""
    project: bool = False
    """Whether to write a ``pyproject.toml`` beside the package."""
    tests: bool = True
    """Whether to write tests beside the package."""
    format: bool = True
    """Whether to run black over the emitted code."""
    keep_going: bool = False
    """Write what there is even when there are errors; the exit status stays 1."""
