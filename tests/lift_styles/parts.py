"""What all styles share: the fields of a schema, sections by place, samples."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lift_styles.wording import Wording

Json = dict[str, Any]
PLACES = ("path", "query", "header")


@dataclass
class Row:
    """A parameter or property, as a page shows it."""

    name: str
    schema: Json
    required: bool
    description: str

    @property
    def children(self) -> list[Row]:
        """The properties below it."""
        schema = self.schema
        if schema.get("type") == "array":
            schema = schema.get("items") or {}
            if schema.get("type") == "array":
                schema = schema.get("items") or {}
        return rows(schema)

    @property
    def values(self) -> list[Any]:
        """The values it may have."""
        items = self.schema.get("items") or {}
        return self.schema.get("enum") or items.get("enum") or []


def rows(schema: Json) -> list[Row]:
    """Return the properties of *schema*."""
    required = schema.get("required") or ()
    return [
        Row(name, each, name in required, each.get("description", ""))
        for name, each in (schema.get("properties") or {}).items()
    ]


def placed(operation: Json) -> Iterator[tuple[str, list[Row]]]:
    """Yield the parameters of *operation* by place."""
    for place in PLACES:
        found = [
            Row(p["name"], p["schema"], p["required"], p.get("description", ""))
            for p in operation.get("parameters") or ()
            if p["in"] == place
        ]
        if found:
            yield place, found


def body(operation: Json) -> tuple[str, Json] | None:
    """Return the media type and the schema of the body."""
    content = (operation.get("requestBody") or {}).get("content") or {}
    for media, each in content.items():
        return media, each["schema"]
    return None


def media_of(response: Json) -> str:
    """Return the first media type of *response*."""
    return next(iter(response.get("content") or {}), "")


def all_operations(doc: Json) -> Iterator[tuple[str, str, Json]]:
    """Yield path, method and operation."""
    for path, methods in doc["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def title(operation: Json) -> str:
    """Return the heading of *operation*."""
    return str(operation.get("summary") or operation["operationId"])


def sample(schema: Json, depth: int = 0) -> Any:
    """Return a value of *schema*."""
    if schema.get("enum"):
        return schema["enum"][0]
    kind = schema.get("type")
    kind = kind[0] if isinstance(kind, list) else kind
    match kind:
        case "object" if depth < 4:
            return {
                k: sample(v, depth + 1)
                for k, v in (schema.get("properties") or {}).items()
            }
        case "array":
            return [sample(schema.get("items") or {}, depth + 1)]
        case "integer":
            return 1
        case "number":
            return 1.5
        case "boolean":
            return True
        case "object":
            return {}
        case _:
            return "text"


def curl(doc: Json, path: str, method: str, operation: Json, words: Wording) -> str:
    """Return a command that calls *operation*."""
    lines = [f"curl -X {method.upper()} '{doc['servers'][0]['url']}{path}'"]
    if (sent := body(operation)) is not None:
        lines.append(f"  -H 'Content-Type: {sent[0]}'")
        if sent[0].endswith("json"):
            lines.append(f"  -d '{json.dumps(sample(sent[1]))}'".replace("'s", "s"))
    return " \\\n".join(lines)


def esc(value: str) -> str:
    """Return *value* for HTML."""
    return html.escape(value, quote=False)


def values(row: Row, words: Wording) -> str:
    """Return a sentence with the values of *row*, empty without values."""
    if not row.values:
        return ""
    return words.headers["values"].format(", ".join(f"`{v}`" for v in row.values))
