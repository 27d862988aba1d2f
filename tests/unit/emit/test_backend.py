"""The whole client: it compiles, imports and calls, whatever the names are."""

from __future__ import annotations

import ast
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import httpx2
import pytest
from support.apis import HOSTILE, grouped, hostile, recursive

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.emit.finish import finish
from specpress.emit.format import format_text
from specpress.emit.python.backend import emit
from specpress.ir.nodes import Api


def client(api: Api, package: str) -> dict[str, str]:
    """Return the finished files of the client of *api*."""
    config = Config(package=package, output="o", sources=(), project=True)
    return finish(emit(api, config, Report()))


@pytest.fixture
def imported(tmp_path: Path) -> Iterator[list[str]]:
    """Make *tmp_path* importable; forget what was imported from it afterwards."""
    sys.path.insert(0, str(tmp_path))
    names: list[str] = []
    yield names
    sys.path.remove(str(tmp_path))
    for name in [n for n in sys.modules if n.split(".")[0] in names]:
        del sys.modules[name]


def load(
    files: dict[str, str], package: str, root: Path, names: list[str]
) -> ModuleType:
    """Return the package *package*, written below *root* and imported."""
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    names.append(package)
    return importlib.import_module(package)


def test_hostile_text_stays_text() -> None:
    """No text of a description becomes code: nothing emitted calls ``exit``."""
    for path, text in client(hostile(), "hostile_client").items():
        if path.endswith(".py"):
            for node in ast.walk(ast.parse(text)):
                name = node.func if isinstance(node, ast.Call) else None
                assert not (isinstance(name, ast.Name) and name.id == "exit"), path
            assert all(line.isprintable() for line in text.split("\n")), path


def test_hostile_names_travel_byte_for_byte(
    tmp_path: Path, imported: list[str]
) -> None:
    """Each wire name keeps its bytes, under an argument of its own."""
    files = client(hostile(), "hostile_client")
    package = load(files, "hostile_client", tmp_path, imported)
    fields = package.models.Field_.model_fields
    wires = [
        name if info.serialization_alias is None else info.serialization_alias
        for name, info in fields.items()
    ]
    assert wires == list(HOSTILE)


def test_a_grouped_client_calls(tmp_path: Path, imported: list[str]) -> None:
    """Methods hang on their group, sync and async, and decode recursive models."""
    package = load(client(grouped(), "pets"), "pets", tmp_path, imported)
    seen: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json=[{"name": "a", "parent": {"kittens": []}}])

    made = package.Client(token="t", transport=httpx2.MockTransport(answer))
    with made as api:
        (pet,) = api.pets.list_()
    assert type(pet.parent) is package.models.Cat
    assert str(seen[0].url) == "https://pets.example/v1/pets"
    assert "authorization" not in seen[0].headers


RECURSIVE: dict[str, object] = {
    "value": {"size": 1, "children": [{"size": 0, "value": {"text": "x"}}]},
    "nested": ["a", ["b", ["c"]]],
    "right": [{"a": [{"b": 1}], "c": 2}],
}


def test_recursive_types_decode(tmp_path: Path, imported: list[str]) -> None:
    """Classes and aliases that need each other are complete when they are used."""
    package = load(client(recursive(), "recursive"), "recursive", tmp_path, imported)
    drifts: list[object] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json=RECURSIVE[request.url.path[1:]])

    transport = httpx2.MockTransport(answer)
    with package.Client(
        base_url="https://r.example", transport=transport, on_drift=drifts.append
    ) as api:
        tree = api.get_value()
        assert tree.children[0].value.text == "x"
        assert api.get_nested() == RECURSIVE["nested"]
        assert api.get_right() == RECURSIVE["right"]
    assert not drifts


@pytest.mark.parametrize("api", [grouped(), recursive()], ids=["grouped", "recursive"])
def test_black_leaves_what_is_emitted_alone(api: Api) -> None:
    """Templates print text that is in black's form already."""
    config = Config(package="pets", output="o", sources=(), project=True)
    for path, text in emit(api, config, Report()).items():
        if path.endswith(".py") and "/_runtime/" not in path:
            assert format_text(text) == text, path


def test_run_time_modules_come_with_their_use() -> None:
    """A client without groups has no module for them."""
    assert "pets/_runtime/resource.py" in client(grouped(), "pets")
    assert "pets/_runtime/resource.py" not in client(recursive(), "pets")


def test_a_header_tells_tool_and_content() -> None:
    """Every emitted module but the static ones says what made it, without a date."""
    files = client(grouped(), "pets")
    assert files["pets/client/__init__.py"].startswith("# Made by specpress ")
    assert not files["pets/_runtime/client.py"].startswith("#")


def test_the_http_library_is_a_choice() -> None:
    """With ``transport = "httpx"`` the one import of the HTTP library is httpx's."""
    config = Config(package="pets", output="o", sources=(), transport="httpx")
    files = emit(grouped(), config, Report())
    runtime = [text for path, text in files.items() if "/_runtime/" in path]
    assert any("import httpx as httpx2" in text for text in runtime)
    assert not any("\nimport httpx2" in text for text in runtime)
