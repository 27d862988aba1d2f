"""Clients of descriptions written in tests: generated, imported and called."""

from __future__ import annotations

import importlib
import itertools
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import httpx2

from specpress.config import Config
from specpress.pipeline import Result, generate
from specpress.store import DictStore

SHARED: Final = Path(__file__).resolve().parents[3] / "shared" / "cases"
"""Descriptions of what users suffer from, where they lie beside the checkout."""

_NUMBERS: Final = itertools.count(1)


@dataclass(slots=True)
class Case:
    """A client that was generated: its *package*, and what was *reported*."""

    package: Any
    folder: Path
    reported: list[str]
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])
    drifts: list[Any] = field(default_factory=list[Any])

    @property
    def models(self) -> Any:
        """The module of models."""
        return importlib.import_module(f"{self.package.__name__}.models")

    def client(self, answer: object = None, status: int = 200, **more: Any) -> Any:
        """Return a client whose server gives *answer* as JSON, and notes requests."""

        def respond(request: httpx2.Request) -> httpx2.Response:
            self.requests.append(request)
            if status == 204:
                return httpx2.Response(status)
            text = json.dumps(answer)
            headers = {"content-type": "application/json"}
            return httpx2.Response(status, headers=headers, content=text)

        options: dict[str, Any] = {"on_drift": self.drifts.append, **more}
        options.setdefault("base_url", "https://api.example.com")
        transport = httpx2.MockTransport(respond)
        return self.package.Client(transport=transport, **options)

    def sent(self) -> object:
        """Return the JSON body of the last request; None when it had no body."""
        content = self.requests[-1].content
        return json.loads(content) if content else None


def generated(
    description: str, files: Mapping[str, str] | None = None, **settings: Any
) -> Result:
    """Return what comes of *description*, JSON or YAML, with *files* beside it."""
    config = Config(**{"package": "demo", "output": "out", "sources": (), **settings})
    texts = {"api.yaml": description, **(files or {})}
    store = DictStore({name: text.encode() for name, text in texts.items()})
    return generate(store, ["api.yaml"], config)


def build(
    description: str,
    tmp_path: Path,
    files: Mapping[str, str] | None = None,
    **settings: Any,
) -> Case:
    """Generate the client of *description*, JSON or YAML, below *tmp_path*; import it.

    Its package has a name of its own, so that no two clients meet. *files* lie beside
    the description.
    """
    name = f"case_{next(_NUMBERS)}"
    result = generated(description, files, package=name, **settings)
    reported = [f"{d.code.id}: {d.message}" for d in result.diagnostics]
    assert result.files, reported
    folder = tmp_path / name
    for path, text in result.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    try:
        package = importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
    return Case(package, folder, reported)


def described(schemas: Mapping[str, object], version: str = "3.1.0") -> str:
    """Return a description whose operations send and answer each of *schemas*.

    ``get_NAME`` answers the schema NAME; ``put_NAME`` sends it, ``patch_NAME`` need not.
    """
    paths: dict[str, object] = {}
    for name in schemas:
        schema = {"$ref": f"#/components/schemas/{name}"}
        content = {"content": {"application/json": {"schema": schema}}}
        done = {"204": {"description": "Done."}}
        paths[f"/{name}"] = {
            "get": {
                "operationId": f"get_{name}",
                "responses": {"200": {"description": "One.", **content}},
            },
            "put": {
                "operationId": f"put_{name}",
                "requestBody": {"required": True, **content},
                "responses": done,
            },
            "patch": {
                "operationId": f"patch_{name}",
                "requestBody": content,
                "responses": done,
            },
        }
    info = {"title": "Case", "version": "1"}
    components = {"schemas": schemas}
    whole = {"openapi": version, "info": info, "paths": paths, "components": components}
    return json.dumps(whole)
