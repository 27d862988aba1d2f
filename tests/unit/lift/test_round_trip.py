"""Real descriptions, written as pages and lifted back."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from specpress.diagnostics import Report, Severity
from specpress.document.validate import validate
from specpress.lift import lift
from specpress.store import DictStore

SHARED = Path(__file__).resolve().parents[3].parent / "shared"
CORPUS = SHARED / "corpus"
_LARGEST = 60_000

Pages = Callable[[dict[str, Any]], dict[str, bytes]]


def _descriptions() -> Iterator[str]:
    manifest = CORPUS / "MANIFEST.tsv"
    if manifest.exists():
        for line in manifest.read_text("utf-8").splitlines():
            path, kind, size, operations, *_, valid, _, _, _ = line.split("\t")
            small = kind == "oas30" and int(size) < _LARGEST
            if small and valid == "valid" and operations != "0":
                yield path


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    """Return the tool that compares two documents by what pages show."""
    if not CORPUS.exists():
        pytest.skip("the real descriptions lie outside the repository and are not here")
    spec = importlib.util.spec_from_file_location("s", SHARED / "tools/score_lift.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_descriptions_come_back(write_pages: Pages, scorer: ModuleType) -> None:
    """Every fact that a page can show survives being written and lifted.

    Without errors, and as a valid document.
    """
    lost: list[str] = []
    tried = 0
    for path in sorted(_descriptions())[::8]:
        truth = _normal(scorer.load(str(CORPUS / path)))
        try:
            pages = write_pages(truth)
        except (KeyError, AttributeError, TypeError, ValueError):
            continue  # refers to other files: the tool does not write it either
        if not pages:
            continue
        tried += 1
        report = Report()
        document = lift(DictStore(pages), tuple(pages), report)
        assert document is not None, path
        validate(document, report)
        lost += [
            f"{path}: {key}" for key in _differences(scorer, truth, document.plain())
        ]
        lost += [
            f"{path}: {each.message}"
            for each in report
            if each.code.severity is Severity.ERROR
        ]

    assert tried > 20
    assert lost == []


def _normal(node: Any) -> Any:
    """Return *node* as JSON, every operation named, nothing beside a ``$ref``."""
    document = json.loads(json.dumps(node, default=str))
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if isinstance(operation, dict) and method != "parameters":
                name = "".join(c if c.isalnum() else "_" for c in f"{method}{path}")
                operation["operationId"] = name
    return _bare_references(document)


def _bare_references(node: Any) -> Any:
    match node:
        case {"$ref": str(ref)}:
            return {"$ref": ref}
        case dict():
            return {key: _bare_references(value) for key, value in node.items()}
        case list():
            return [_bare_references(item) for item in node]
        case _:
            return node


def _differences(scorer: ModuleType, truth: Any, lifted: Any) -> list[str]:
    want, got = scorer.facts(truth), scorer.facts(lifted)
    wrong = [
        key
        for key, value in want.items()
        if not scorer.matches(key, value, got.get(key))
    ]
    invented = [key for key in got if key not in want and key[-1] == "exists"]
    return [" ".join(key) for key in (*wrong, *invented)]
