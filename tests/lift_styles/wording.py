"""The words of a page: each seed says the same things in others."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass
class Wording:
    """Words, chosen once for a page."""

    random: random.Random
    headers: dict[str, str] = field(default_factory=dict)
    required: str = ""
    optional: str = ""

    @classmethod
    def of(cls, seed: int) -> Wording:
        """Return the words of *seed*."""
        rng = random.Random(seed)
        made = cls(rng)
        for role, words in _HEADERS.items():
            made.headers[role] = rng.choice(words)
        made.required, made.optional = rng.choice(_MARKS)
        return made

    def label(self, role: str) -> str:
        """Return a heading over the parameters of *role*."""
        return self.headers[f"label-{role}"]

    def type(self, schema: Json) -> str:
        """Return *schema*, without what is below its properties, in words."""
        return _type(schema, self)

    def mark(self, *, required: bool) -> str:
        """Return the mark of a cell."""
        return self.required if required else self.optional


_HEADERS = {
    "name": [
        "Parameter",
        "Name",
        "Field",
        "Attribute",
        "Argument",
        "Property",
        "Key",
        "Param",
    ],
    "type": ["Type", "Data type", "Type", "Value type"],
    "required": ["Required", "Required?", "Mandatory", "Is required"],
    "description": ["Description", "Meaning", "Notes", "Details", "Explanation"],
    "status": ["Status", "Code", "Status code", "HTTP status"],
    "media": ["Content type", "Media type", "Produces"],
    "label-path": [
        "Path parameters",
        "Path params",
        "Path variables",
        "URL path parameters",
    ],
    "label-query": [
        "Query parameters",
        "Query string parameters",
        "Query params",
        "Query string",
    ],
    "label-header": ["Headers", "Request headers", "Header parameters", "HTTP headers"],
    "label-body": ["Request body", "Body parameters", "JSON body", "Body", "Payload"],
    "label-response": ["Responses", "Response", "Returns", "Response codes"],
    "array": [
        "Array of {}",
        "List of {}",
        "array of {}",
        "{}[]",
        "array<{}>",
        "list of {}",
    ],
    "or": [" or ", " | ", " or "],
    "map": ["map of string to {}", "Map<string, {}>", "dictionary of {}"],
    "values": ["One of: {}", "Possible values: {}", "Allowed values: {}"],
    "case": ["lower", "title"],
    "range": ["{}-{}", "{} to {}", "min {}, max {}"],
    "object": ["object", "object", "hash", "JSON object"],
    "int": ["integer", "int", "integer"],
    "bool": ["boolean", "bool"],
    "nullable": ["nullable {}", "{} or null", "{} | null"],
}
_MARKS = [
    ("Yes", "No"),
    ("Yes", "Optional"),
    ("required", "optional"),
    ("Required", "Optional"),
    ("true", "false"),
    ("✓", ""),
    ("Mandatory", "Optional"),
    ("yes", "no"),
    ("✔", "✗"),
]
_FORMATS = {
    "int64": ["int64", "long"],
    "double": ["double", "float64"],
    "date": ["date", "string (date)"],
    "date-time": [
        "datetime",
        "string (date-time)",
        "ISO 8601 timestamp",
        "String (ISO 8601)",
    ],
    "uuid": ["UUID", "string (uuid)"],
    "uri": ["URL", "string (uri)"],
    "email": ["email", "string (email)"],
    "binary": ["file", "binary"],
    "byte": ["base64 string", "string (byte)"],
}


def _type(schema: Json, words: Wording) -> str:
    if "$ref" in schema:
        return schema["$ref"].rsplit("/", 1)[-1]
    if "oneOf" in schema:
        return words.headers["or"].join(_type(each, words) for each in schema["oneOf"])
    kind = schema.get("type")
    if isinstance(kind, list):
        return words.headers["nullable"].format(
            _type({**schema, "type": kind[0]}, words)
        )
    if kind == "array":
        items = schema.get("items") or {}
        inner = _type(items, words) if items else ""
        pattern = words.headers["array"]
        if not inner:
            return "array"
        if "oneOf" in items or re.search(r"[ (]", inner):
            pattern = "Array of {}"
        return pattern.format(inner)
    if kind == "object" and "additionalProperties" in schema:
        return words.headers["map"].format(_type(schema["additionalProperties"], words))
    if schema.get("format") in _FORMATS:
        return words.random.choice(_FORMATS[schema["format"]])
    word = {
        "object": words.headers["object"],
        "integer": words.headers["int"],
        "boolean": words.headers["bool"],
        None: "any",
    }.get(kind, str(kind))
    if words.headers["case"] == "title":
        word = word[:1].upper() + word[1:]
    low = next((k for k in ("minLength", "minimum") if k in schema), None)
    if low:
        high = low.replace("min", "max")
        limits = words.headers["range"].format(schema[low], schema[high])
        if low == "minLength" and not limits.startswith("min"):
            limits += " characters"
        word = f"{word} ({limits})"
    return word
