"""What reading answers costs: our models against the same ones written by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from measuring import Row, ratio, table

_READS: Final = Path(__file__).parent / "reads.py"
_VARIANTS: Final = 20


def _description() -> dict[str, Any]:
    """Return an API that answers orders, and events of many kinds."""
    text, number = {"type": "string"}, {"type": "integer"}
    line = {
        "type": "object",
        "required": ["sku", "count", "price"],
        "properties": {"sku": text, "count": number, "price": {"type": "number"}},
    }
    order = {
        "type": "object",
        "required": ["id", "lines"],
        "properties": {
            "id": text,
            "note": {"type": ["string", "null"]},
            "paid": {"type": "boolean"},
            "lines": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
        },
    }
    schemas: dict[str, Any] = {"Line": line, "Order": order}
    for number_ in range(_VARIANTS):
        fields = {f"f{index}": text for index in range(8)}
        schemas[f"Kind{number_}"] = {
            "type": "object",
            "required": ["kind", *fields],
            "properties": {"kind": {"const": f"k{number_}"}, **fields},
        }
    refs = [{"$ref": f"#/components/schemas/Kind{n}"} for n in range(_VARIANTS)]
    schemas["Event"] = {"oneOf": refs}
    listed = {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}
    answers = {"order": {"$ref": "#/components/schemas/Order"}, "events": listed}
    paths = {
        f"/{name}": {"get": {"operationId": name, "responses": {"200": _ok(schema)}}}
        for name, schema in answers.items()
    }
    info = {"title": "Bench", "version": "1"}
    whole = {"openapi": "3.1.0", "info": info, "servers": [{"url": "https://a.test"}]}
    return {**whole, "paths": paths, "components": {"schemas": schemas}}


def _ok(schema: object) -> dict[str, object]:
    content = {"application/json": {"schema": schema}}
    return {"description": "Fine.", "content": content}


def decoding(scratch: Path) -> str:
    """Return the table of reading answers through a client made in *scratch*."""
    scratch.mkdir()
    (scratch / "api.json").write_text(json.dumps(_description()), "utf-8")
    command = ["generate", "api.json", "-o", "client", "--package", "bench_api"]
    subprocess.run(
        [sys.executable, "-m", "specpress", *command, "--quiet"],
        cwd=scratch,
        check=True,
    )
    done = subprocess.run(
        [sys.executable, str(_READS)], cwd=scratch, stdout=subprocess.PIPE, check=True
    )
    taken: dict[str, float] = json.loads(done.stdout)
    rows: list[Row] = []
    for size in ("1 KB", "100 KB"):
        ours, hand = taken[f"ours {size}"], taken[f"hand {size}"]
        rows.append(Row(f"{size} of JSON, ours", f"{ours * 1e6:.1f} us"))
        rows.append(Row(f"{size}, models by hand", f"{hand * 1e6:.1f} us"))
        rows.append(Row("ratio", ratio(ours, hand), "within 1.15"))
        for peer in ("datamodel-code-generator", "openapi-python-client"):
            found = taken.get(f"{peer} {size}")
            text = "not installed" if found is None else f"{found * 1e6:.1f} us"
            rows.append(Row(f"{size}, {peer}", text))
    told, untold = taken["told"], taken["untold"]
    rows.append(Row("a union of 20, told apart", f"{told * 1e6:.0f} us"))
    rows.append(Row("the same, not told apart", f"{untold * 1e6:.0f} us"))
    rows.append(Row("how many times faster", ratio(untold, told), "over 10"))
    return table("reading of answers", rows)
