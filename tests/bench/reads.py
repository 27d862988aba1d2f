"""Reads answers as `decoding` needs it, in a folder with a client; prints JSON."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import reduce
from operator import or_
from statistics import median
from typing import Any, Final, Literal

import httpx2
from pydantic import BaseModel, TypeAdapter, create_model

_ROUNDS: Final = 15
_SECONDS: Final = 0.02
_VARIANTS: Final = 20


class Line(BaseModel):
    """A line of an order."""

    sku: str
    count: int
    price: float


class Order(BaseModel):
    """An order, as one writes it by hand."""

    id: str
    note: str | None = None
    paid: bool | None = None
    lines: list[Line]


def order(lines: int) -> bytes:
    """Return an order of as many *lines* as JSON."""
    rows = [{"sku": f"SKU-{n:05}", "count": n, "price": n + 0.5} for n in range(lines)]
    data = {"id": "O-1", "note": None, "paid": True, "lines": rows}
    return json.dumps(data).encode()


def events() -> bytes:
    """Return a few events of each kind as JSON."""
    texts = {f"f{index}": "some text" for index in range(8)}
    found = [{"kind": f"k{n}", **texts} for n in range(_VARIANTS)] * 5
    return json.dumps(found).encode()


def answer(content: bytes) -> httpx2.Response:
    """Return *content* as an answer."""
    headers = {"content-type": "application/json"}
    return httpx2.Response(200, headers=headers, content=content)


def untold() -> TypeAdapter[Any]:
    """Return what reads events that nothing tells apart but their members."""
    fields: dict[str, Any] = {f"f{index}": (str, ...) for index in range(8)}
    kinds = [
        create_model(f"Kind{n}", kind=(Literal[f"k{n}"], ...), **fields)
        for n in range(_VARIANTS)
    ]
    union: Any = reduce(or_, kinds)
    return TypeAdapter(list[union])


def peers() -> dict[str, Callable[[Any], object]]:
    """Return what reads orders in the models of other tools, where they are there."""
    found: dict[str, Callable[[Any], object]] = {}
    if importlib.util.find_spec("datamodel_code_generator"):
        options = ["--input", "api.json", "--output", "peer_models.py"]
        kind = ["--output-model-type", "pydantic_v2.BaseModel"]
        run = [sys.executable, "-m", "datamodel_code_generator", *options, *kind]
        subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
        models: Any = importlib.import_module("peer_models")
        found["datamodel-code-generator"] = models.Order.model_validate
    if importlib.util.find_spec("openapi_python_client"):
        options = ["generate", "--path", "api.json", "--meta", "none"]
        run = [sys.executable, "-m", "openapi_python_client", *options]
        where = ["--output-path", "peer_client", "--overwrite"]
        subprocess.run([*run, *where], check=True, stdout=subprocess.DEVNULL)
        models = importlib.import_module("peer_client.models")
        found["openapi-python-client"] = models.Order.from_dict
    return found


def seconds(call: Callable[[], object]) -> float:
    """Return the CPU seconds that *call* takes, over as many as fill a while."""
    count, taken = 1, 0.0
    while taken < _SECONDS:
        begun = time.process_time()
        for _ in range(count):
            call()
        taken = time.process_time() - begun
        count *= 2
    return taken / (count / 2)


def main() -> None:
    """Take all sides in turn and print the medians."""
    sys.path[:0] = ["client", "."]
    reading: Any = importlib.import_module("bench_api._runtime.reading")
    client: Any = importlib.import_module("bench_api.client")
    others = peers()
    sides: dict[str, Callable[[], object]] = {}
    for size, lines in (("1 KB", 17), ("100 KB", 1900)):
        got = answer(order(lines))
        sides[f"ours {size}"] = lambda got=got: reading.read(client._ORDER, got)
        sides[f"hand {size}"] = lambda got=got: Order.model_validate(got.json())
        for name, read in others.items():
            key = f"{name} {size}"
            sides[key] = lambda got=got, read=read: read(got.json())
    many, adapter = answer(events()), untold()
    sides["told"] = lambda: reading.read(client._EVENTS, many)
    sides["untold"] = lambda: adapter.validate_python(many.json())
    for call in sides.values():
        call()
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(_ROUNDS):
        for name, call in sides.items():
            taken[name].append(seconds(call))
    print(json.dumps({name: median(times) for name, times in taken.items()}))


if __name__ == "__main__":
    main()
