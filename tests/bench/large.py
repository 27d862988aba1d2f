"""What importing a large client costs: one of 500 operations and 1,000 models."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from measuring import Row, cost, in_turn, ratio, table

_OPERATIONS: Final = 500
_MODELS: Final = 1000
_TAGS: Final = 20


def _description() -> dict[str, Any]:
    """Return an API with two components for each operation: what it takes and answers."""
    text, number = {"type": "string"}, {"type": "integer"}
    schemas: dict[str, Any] = {}
    for index in range(_MODELS):
        fields: dict[str, Any] = {"id": text, f"count{index}": number, "note": text}
        if index % 3 == 2:
            fields["part"] = {"$ref": f"#/components/schemas/Thing{index - 1}"}
        schemas[f"Thing{index}"] = {"type": "object", "properties": fields}
    paths: dict[str, Any] = {}
    for index in range(_OPERATIONS):
        sent = {"$ref": f"#/components/schemas/Thing{2 * index}"}
        got = {"$ref": f"#/components/schemas/Thing{2 * index + 1}"}
        paths[f"/things{index}"] = {
            "post": {
                "operationId": f"make_thing{index}",
                "tags": [f"group{index % _TAGS}"],
                "requestBody": {"content": {"application/json": {"schema": sent}}},
                "responses": {
                    "200": {
                        "description": "Made.",
                        "content": {"application/json": {"schema": got}},
                    }
                },
            }
        }
    info = {"title": "Large", "version": "1"}
    whole = {"openapi": "3.1.0", "info": info, "servers": [{"url": "https://a.test"}]}
    return {**whole, "paths": paths, "components": {"schemas": schemas}}


def large(scratch: Path, rounds: int) -> str:
    """Return the table of importing a large client, made in *scratch*."""
    scratch.mkdir()
    (scratch / "api.json").write_text(json.dumps(_description()), "utf-8")
    command = ["generate", "api.json", "-o", "client", "--package", "large_api"]
    subprocess.run(
        [sys.executable, "-m", "specpress", *command, "--quiet"],
        cwd=scratch,
        check=True,
    )
    client = scratch / "client"
    codes = {
        "client": "from large_api import Client, models; models.Thing7",
        "bare": "from large_api import Client",
        "httpx2": "import httpx2",
    }
    taken = in_turn(
        {
            name: lambda code=code: cost([sys.executable, "-c", code], client)
            for name, code in codes.items()
        },
        rounds,
    )
    bare, httpx2 = taken["bare"], taken["httpx2"]
    rows = [
        Row("from large_api import Client, CPU", f"{bare.cpu * 1000:.0f} ms"),
        Row(
            "the same and the first model, CPU", f"{taken['client'].cpu * 1000:.0f} ms"
        ),
        Row("import httpx2, CPU", f"{httpx2.cpu * 1000:.0f} ms"),
        Row("ratio", ratio(bare.cpu, httpx2.cpu), "under 1.1"),
        Row("more memory", f"{bare.peak - httpx2.peak:.1f} MB", "under 3 MB"),
    ]
    sizes = f"{_OPERATIONS} operations, {_MODELS} models"
    return table(f"import of a client of {sizes}, {rounds} rounds", rows)
