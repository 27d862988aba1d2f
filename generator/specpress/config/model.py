"""The settings of one client, as the other stages read them."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta

from specpress.config.auth import Auth
from specpress.config.lifting import LiftConfig
from specpress.config.prose import Prose

Grouping: TypeAlias = Literal["auto", "flat", "tag", "path"]
SourceKind: TypeAlias = Literal["openapi", "html"]
Transport: TypeAlias = Literal["httpx2", "httpx"]


class _Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all tables share: unknown keys are refused."""


class Pages(_Settings, frozen=True, kw_only=True):
    """How an operation goes from page to page, where it is not recognised, or wrongly."""

    style: Annotated[
        Literal["cursor", "offset", "page", "link"],
        Meta(
            description="What says which page: a cursor from the answer before, the "
            "number of the first item, that of the page, or a link in the answer."
        ),
    ]
    parameter: Annotated[
        str | None, Meta(description="The parameter that says it; none for links.")
    ] = None
    size: Annotated[
        str | None, Meta(description="The parameter that says how long a page is.")
    ] = None
    next: Annotated[
        str | None,
        Meta(
            description="JSONPath in an answer to the next cursor or link; without one "
            "a link is that of the header Link."
        ),
    ] = None
    items: Annotated[
        str | None, Meta(description="JSONPath in an answer to the list of items.")
    ] = None
    more: Annotated[
        str | None,
        Meta(description="JSONPath in an answer to whether there is a next page."),
    ] = None
    start: Annotated[
        int | None, Meta(description="The number of the first page or item.")
    ] = None


class Poll(_Settings, frozen=True, kw_only=True):
    """How to wait for the end of what an operation begins, where it is not recognised, or
    wrongly."""

    reader: Annotated[
        str | None,
        Meta(
            description="The operationId of what tells how far it is; without one the "
            "operation is called again."
        ),
    ] = None
    arguments: Annotated[
        dict[str, str],
        Meta(
            description="What the reader is called with: by the names of its parameters, "
            'runtime expressions such as "$response.body#/id" or "$request.path.id".'
        ),
    ] = {}
    status: Annotated[str, Meta(description="JSONPath in an answer to its state.")] = (
        "$.status"
    )
    done: Annotated[
        tuple[str | bool, ...], Meta(description="The states that are a good end.")
    ]
    failed: Annotated[
        tuple[str | bool, ...], Meta(description="The states that are a bad end.")
    ] = ()


class OperationConfig(_Settings, frozen=True, kw_only=True):
    """Settings of one operation, keyed by its operationId."""

    name: Annotated[
        str | None,
        Meta(
            description="The method's name in the client, instead of one derived from "
            "the operationId."
        ),
    ] = None
    security: Annotated[
        tuple[tuple[str, ...], ...] | None,
        Meta(description="Which schemes (keys of auth) it needs; [] sends nothing."),
    ] = None
    pages: Annotated[
        Pages | bool,
        Meta(
            description="How it goes from page to page; false: it does not, whatever "
            "its names look like."
        ),
    ] = True
    poll: Annotated[
        Poll | bool,
        Meta(
            description="How to wait for the end of what it begins; false: nobody waits, "
            "whatever its names look like."
        ),
    ] = True
    stream_end: Annotated[
        str | None,
        Meta(
            description="The last item of its stream, which is no data, instead of one "
            "that the description tells of."
        ),
    ] = None


class Config(_Settings, frozen=True, kw_only=True):
    """The settings of one client.

    The descriptions are what ``specpress schema config`` and the flags' help print.
    """

    package: Annotated[
        str, Meta(description="The import name of the client's package.")
    ]
    output: Annotated[
        str,
        Meta(
            description="The folder the client is written to, relative to the "
            "configuration file."
        ),
    ]
    sources: Annotated[
        tuple[str, ...],
        Meta(
            description="Descriptions, pages, folders or glob patterns, relative to the "
            "configuration file."
        ),
    ]
    precedence: Annotated[
        tuple[SourceKind, ...],
        Meta(
            description="Which sources win where pages and OpenAPI files describe one "
            "operation and contradict each other: the kind named first."
        ),
    ] = ("openapi", "html")
    overlays: Annotated[
        tuple[str, ...],
        Meta(
            description="Overlay files (Overlay 1.0 or 1.1) to lay over the description "
            "or the one of the pages, in this order; relative to the configuration file."
        ),
    ] = ()
    allow: Annotated[
        tuple[str, ...],
        Meta(
            description="What references may lead to beside the input folder: beginnings "
            "of https URLs, and folders relative to the configuration file. Each file "
            "read from there has to be in specpress.lock."
        ),
    ] = ()
    title: Annotated[
        str | None,
        Meta(description="The API's title, where the description gives none."),
    ] = None
    version: Annotated[
        str | None,
        Meta(description="The API's version, where the description gives none."),
    ] = None
    base_url: Annotated[
        str | None,
        Meta(
            description="The server's URL with its base path; wins over what the "
            "description says."
        ),
    ] = None
    auth: Annotated[dict[str, Auth], Meta(description="Security schemes by name.")] = (
        msgspec.field(default_factory=dict[str, Auth])
    )
    security: Annotated[
        tuple[tuple[str, ...], ...] | None,
        Meta(
            description="What every operation needs unless it says otherwise: a choice "
            "of scheme names needed together. Left out, and with schemes in auth, each "
            "operation needs any one of them."
        ),
    ] = None
    operations: Annotated[
        dict[str, OperationConfig],
        Meta(description="Settings of single operations, by operationId."),
    ] = msgspec.field(default_factory=dict[str, OperationConfig])
    prose: Annotated[
        Prose,
        Meta(description="What is made of what only descriptions say, in words."),
    ] = Prose()
    lift: Annotated[
        LiftConfig, Meta(description="How hand-made pages are to be read.")
    ] = LiftConfig()
    grouping: Annotated[
        Grouping,
        Meta(
            description="tag: methods hang on one object per tag; flat: all on the "
            "client; auto: by tag where every operation has one."
        ),
    ] = "auto"
    transport: Annotated[
        Transport, Meta(description="Which HTTP library the client uses.")
    ] = "httpx2"
    project: Annotated[
        bool, Meta(description="Write a pyproject.toml beside the package.")
    ] = False
    tests: Annotated[bool, Meta(description="Write tests beside the package.")] = True
    format: Annotated[bool, Meta(description="Run black over the emitted code.")] = True
    keep_going: Annotated[
        bool,
        Meta(
            description="Write what there is even when there are errors; the exit "
            "status stays 1."
        ),
    ] = False
    max_dropped: Annotated[
        int,
        Meta(
            ge=0,
            description="How many parts of the description may be missing from the "
            "client; more is an error.",
        ),
    ] = 0
    max_approximated: Annotated[
        Annotated[int, Meta(ge=0)] | None,
        Meta(
            description="How many parts of the description the client may take or give "
            "more freely than described; more is an error. Left out, any number.",
        ),
    ] = None
    strict_spec: Annotated[
        bool,
        Meta(
            description="Make an error of everything in an OpenAPI description that "
            "breaks its rules, also where it can be understood."
        ),
    ] = False
