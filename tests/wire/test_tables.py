"""The table of styles, against the run time and through a generated client."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from support.cases import Case, build

from specpress.emit.cases.parameters import (
    cookie_pairs,
    header_value,
    path_value,
    query_pairs,
)
from specpress.ir.nodes import Parameter
from specpress.ir.types import Anything

TABLE: Final[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "tables/styles.toml").read_text("utf-8")
)
_HEAD: Final = ("location", "style", "explode", "reserved")


def _plain(value: Any) -> Any:
    """Return *value* with null for what TOML has no word for."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return None if value == "@null" else value


def _cells() -> Iterator[Any]:
    for index, row in enumerate(TABLE["row"]):
        for name, text in row.items():
            if name not in _HEAD:
                value = _plain(TABLE["values"][name])
                marks = [row[key] for key in _HEAD if key in row]
                label = "-".join(str(mark) for mark in (*marks, name))
                yield pytest.param(index, value, text, id=label)


def _described() -> str:
    """Return a description with an operation for each row, which takes any value."""
    paths: dict[str, object] = {}
    for index, row in enumerate(TABLE["row"]):
        where = row["location"]
        parameter = {
            "name": "color",
            "in": where,
            "required": where == "path",
            "style": row["style"],
            "explode": row["explode"],
            "allowReserved": row.get("reserved", False),
            "schema": {},
        }
        path = f"/r{index}/x{{color}}y" if where == "path" else f"/r{index}"
        operation = {
            "operationId": f"row_{index}",
            "parameters": [parameter],
            "responses": {"204": {"description": "Done."}},
        }
        paths[path] = {"get": operation}
    info = {"title": "Styles", "version": "1"}
    return json.dumps({"openapi": "3.2.0", "info": info, "paths": paths})


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of all rows."""
    folder = tmp_path_factory.mktemp("styles")
    return build(_described(), folder, format=False, tests=False)


@pytest.mark.parametrize(("index", "value", "text"), list(_cells()))
def test_a_client_writes_it(case: Case, index: int, value: object, text: str) -> None:
    """A generated client sends just the bytes of the table."""
    row = TABLE["row"][index]
    call = getattr(case.client(status=204), f"row_{index}")
    if text == "!":
        with pytest.raises(case.package.RequestValidationError, match="color"):
            call(color=value)
        return
    call(color=value)
    request = case.requests[-1]
    target = request.url.raw_path.decode()
    match row["location"]:
        case "path":
            found = re.sub(r"^/r\d+/x(.*)y$", r"\1", target)
        case "query":
            found = target.partition("?")[2] or "-"
        case other:
            name = "cookie" if other == "cookie" else "color"
            found = request.headers.get(name, "-")

    assert found == text


@pytest.mark.parametrize(("index", "value", "text"), list(_cells()))
def test_the_emitted_tests_expect_it(index: int, value: Any, text: str) -> None:
    """What the emitted tests expect, which knows nothing of the run time, is that, too."""
    row = TABLE["row"][index]
    parameter = Parameter(
        name="color",
        location=row["location"],
        type=Anything(),
        style=row["style"],
        explode=row["explode"],
        allow_reserved=row.get("reserved", False),
    )
    match row["location"]:
        case "path":
            found = path_value(parameter, value)
        case "query":
            found = "&".join(query_pairs(parameter, value)) or "-"
        case "header":
            found = header_value(parameter, value)
        case _:
            found = "; ".join(cookie_pairs(parameter, value)) or "-"

    assert text in (found, "!")
