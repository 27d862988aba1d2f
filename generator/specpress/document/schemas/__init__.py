"""The official JSON Schemas of OpenAPI documents, and what checks by them."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Final, TypeAlias

import jsonschema_rs

Validator: TypeAlias = (
    jsonschema_rs.Draft4Validator | jsonschema_rs.Draft202012Validator
)

_SCHEMAS: Final = {
    "2.0": "swagger-2.0.json",
    "3.0": "openapi-3.0.json",
    "3.1": "openapi-3.1.json",
    "3.2": "openapi-3.2.json",
}


@lru_cache(maxsize=4)
def validator(version: str) -> Validator | None:
    """Return what checks documents of *version*; None where no schema is shipped.

    Formats are not looked at: a pattern that only another engine knows makes no
    document invalid.
    """
    name = _SCHEMAS.get(version)
    if name is None:
        return None
    schema = _read(name)
    if version in ("2.0", "3.0"):
        return jsonschema_rs.Draft4Validator(schema, validate_formats=False)
    return _with_dialect(schema, version)


def _with_dialect(schema: dict[str, object], version: str) -> Validator:
    """Return what checks documents by *schema*, and the schemas in them by the dialect
    of *version*."""
    parts = [_read(f"{part}-{version}.json") for part in ("dialect", "vocabulary")]
    registry = jsonschema_rs.Registry(
        [(str(part["$id"]), part) for part in (schema, *parts)]
    )
    base = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://spec.openapis.org/oas/{version}/schema-base/specpress",
        "$ref": schema["$id"],
        "$defs": {"schema": {"$dynamicAnchor": "meta", "$ref": parts[0]["$id"]}},
    }
    return jsonschema_rs.Draft202012Validator(
        base, registry=registry, validate_formats=False
    )


def _read(name: str) -> dict[str, object]:
    text = (files("specpress.document") / "schemas" / name).read_text("utf-8")
    schema: dict[str, object] = json.loads(text)
    return schema
