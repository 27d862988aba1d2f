"""The JSON Schema of the IR's JSON form."""

from __future__ import annotations

import msgspec

from specpress.ir.nodes import Api


def schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) that every encoded `Api` meets."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "specpress IR",
        **msgspec.json.schema(Api),
    }


def schema_text() -> bytes:
    """Return `schema` as it is published: ``ir.schema.json`` beside this module."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2) + b"\n"
