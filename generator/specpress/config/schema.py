"""The JSON Schema of a configuration file, for editors."""

from __future__ import annotations

from typing import Any

import msgspec

from specpress.config.model import Config

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, object]:
    """Return the JSON Schema that every ``specpress.toml`` meets.

    Settings stand at the top, for all clients, or in a ``[[client]]``; which are missing
    in the end is known only once both are laid together.
    """
    definitions: dict[str, Any] = msgspec.json.schema(Config)["$defs"]
    client = definitions.pop("Config")
    client.pop("required")
    client["title"] = "Client"
    client["description"] = "One client; its settings win over those at the top."
    definitions["Client"] = client
    clients = {
        "description": "The clients to generate.",
        "type": "array",
        "items": {"$ref": "#/$defs/Client"},
    }
    return {
        "$schema": _DIALECT,
        "title": "specpress.toml",
        "description": "The settings of specpress; [tool.specpress] in pyproject.toml.",
        "type": "object",
        "properties": {"client": clients, **client["properties"]},
        "additionalProperties": False,
        "$defs": definitions,
    }
