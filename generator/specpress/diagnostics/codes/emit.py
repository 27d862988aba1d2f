"""Codes of what the Python target has to say."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.model import Code, Severity

RAW_BODY: Final = Code(
    "EMT001",
    Severity.WARNING,
    "operation {operation!r} sends {media!r}; its body is passed as it is",
    "A body in a media type without an encoder",
    "The client encodes JSON, series of JSON texts, forms, multipart, text and binary "
    "bodies. For any other media type the argument `body` takes the text or the bytes to "
    "send, already encoded. Give them yourself, or describe the body in one of the media "
    "types named.",
    fidelity="approximated",
)

BODY_ARGUMENT: Final = Code(
    "EMT002",
    Severity.NOTE,
    "operation {operation!r}: the field {field!r} collides with a parameter; "
    "the body is passed as `body=`",
    "A body whose fields collide with parameters",
    "The fields of an object body are keyword arguments unless one of them has the "
    "name of a parameter. The whole body is then the argument `body`, a model or a "
    "mapping.",
)

OPTION_RENAMED: Final = Code(
    "EMT003",
    Severity.NOTE,
    "operation {operation!r} has an argument {name!r} of its own; "
    "the option of the call is `{instead}`",
    "A call option that gave way to an argument of the description",
    "Every call takes `timeout`, `extra_headers`, `extra_query` and `server_url`. Where "
    "the description has an argument of that name, the description's keeps it, and the "
    "option takes `request_` before its name.",
)

METHOD_NAMES: Final = Code(
    "EMT004",
    Severity.NOTE,
    "operation {operation!r} shares the method name {name!r} with another; "
    "it is `{instead}`",
    "Operations that want one method name",
    "Operation ids that differ only in case or punctuation make the same method name. "
    "All of them take a suffix made from their method and path. Give them a `name` "
    "each in the configuration (`[client.operations.ID]`) for better ones.",
)
