"""One description in a process of its own: generate, compile, import, count."""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import re
import resource
import shutil
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import httpx2  # noqa: F401 - loaded once for all, before the fork
from pydantic import BaseModel

import specpress.commands.generate  # noqa: F401 - for the same reason
from corpus.counting import operations
from corpus.selection import CORPUS, Description
from specpress.cli import run

PEAK: Final = 1500
"""The most memory, in MB, that a description may take."""

_UP: Final = re.compile(rb"""\$ref["']?\s*:\s*["']?\.\./""")
_WORDS: Final = 400
_MB: Final = 1 << 20 if sys.platform == "darwin" else 1 << 10


def attempt(description: Description, out: Path, *, quick: bool) -> dict[str, Any]:
    """Return what comes of *description*, its client written to *out*.

    The current folder becomes that above *out*, which holds nothing else.
    """
    shutil.rmtree(out.parent, ignore_errors=True)
    out.parent.mkdir(parents=True)
    os.chdir(out.parent)
    begun = time.process_time()
    result = _generate(description, out, quick=quick)
    result["cpu"] = round(time.process_time() - begun, 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result["peak_mb"] = round(peak / _MB)
    package = out / description.package
    result["lines"] = _lines(package)
    wanted = Counter(operations(description.file))
    made: Counter[tuple[str, str]] = Counter()
    result["imports"] = "no client"
    if package.is_dir():
        result["imports"], modules = _import(out, description.package)
        made = Counter(_emitted(modules))
        if result["imports"] == "ok":
            result["imports"] = _resolve(modules)
    result["operations_in"], result["operations_out"] = wanted.total(), made.total()
    result["lost"] = [" ".join(each) for each in sorted(wanted - made)][:20]
    result["invented"] = [" ".join(each) for each in sorted(made - wanted)][:20]
    return result


def _generate(description: Description, out: Path, *, quick: bool) -> dict[str, Any]:
    """Run ``specpress generate`` and return its status and what it reported."""
    source = str(description.file)
    chosen = ["-o", str(out), "--package", description.package, "--keep-going"]
    more = [*_elsewhere(description), *(["--no-format"] if quick else [])]
    said, wrong = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
        status = run(["generate", source, *chosen, "--format", "json", *more])
    try:
        report = json.loads(said.getvalue())
    except ValueError:
        report = {"clients": []}
    found = [each for client in report["clients"] for each in client["diagnostics"]]
    found += report.get("diagnostics", [])
    codes = Counter(f"{each['severity']} {each['code']}" for each in found)
    errors = [
        f"{each['code']} {each.get('line', '')}: {each['message']}"[:_WORDS]
        for each in found
        if each["severity"] == "error"
    ]
    return {
        "status": status,
        "traceback": wrong.getvalue()[-4000:] if status == 70 else "",
        "codes": dict(sorted(codes.items())),
        "errors": errors[:10],
        "ledger": _ledger(out / "fidelity.json"),
    }


def _elsewhere(description: Description) -> list[str]:
    """Return the options that let *description* refer to what lies in other folders."""
    if not _UP.search(description.file.read_bytes()):
        return []
    whole = CORPUS / Path(description.path).parts[0]
    return ["--allow", str(whole), "--update-lock"]


def _ledger(file: Path) -> dict[str, Any]:
    """Return the totals in the ledger *file*, and the first places that were dropped."""
    if not file.is_file():
        return {}
    ledger = json.loads(file.read_text("utf-8"))
    entries = (entry for part in ledger["files"] for entry in part["entries"])
    dropped = (entry for entry in entries if entry["status"] == "dropped")
    places = [f"{entry['at']}: {entry.get('why')}" for entry in islice(dropped, 5)]
    return {**ledger["counts"], "repaired": ledger["repaired"], "places": places}


def _lines(package: Path) -> int:
    """Return the lines of Python in *package*, those of its runtime left out."""
    files = (p for p in package.rglob("*.py") if "_runtime" not in p.parts)
    return sum(file.read_bytes().count(b"\n") for file in files)


def _import(out: Path, package: str) -> tuple[str, list[ModuleType]]:
    """Compile and import every module of *package* below *out*, warnings being errors."""
    modules: list[ModuleType] = []
    sys.path.insert(0, str(out))
    sys.dont_write_bytecode = True
    name = package
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            for name, file in _modules(out):  # noqa: B007 - told below
                compile(file.read_bytes(), str(file), "exec")
            for name, _ in _modules(out / package, package):
                modules.append(importlib.import_module(name))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with the client
            return f"{name}: {type(error).__name__}: {error}"[:_WORDS], modules
    return "ok", modules


def _modules(folder: Path, package: str = "") -> Iterator[tuple[str, Path]]:
    """Yield the dotted name and the file of every module below *folder*."""
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder).with_suffix("").parts
        own = parts[:-1] if parts[-1] == "__init__" else parts
        yield ".".join([package, *own] if package else own), file


def _emitted(modules: list[ModuleType]) -> list[tuple[str, str]]:
    """Return the method and path of every operation that *modules* define."""
    found = {
        id(value): (value.method, value.path)
        for module in modules
        if "_runtime" not in module.__name__
        for value in vars(module).values()
        if type(value).__name__ == "Operation"
    }
    return list(found.values())


def _resolve(modules: list[ModuleType]) -> str:
    """Build every model, and what each operation sends and returns; say what fails."""
    name = ""
    try:
        for module in modules:
            for name, value in list(vars(module).items()):  # noqa: B007 - told below
                if _is_model(value):
                    value.model_rebuild()
                elif type(value).__name__ == "Operation":
                    _types(value, modules)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the client
        last = traceback.format_exception_only(error)[-1].strip()
        return f"{name}: {last}"[:_WORDS]
    return "ok"


def _is_model(value: object) -> bool:
    """Tell whether *value* is a model of the client."""
    is_class = isinstance(value, type) and issubclass(value, BaseModel)
    return is_class and value is not BaseModel


def _types(operation: Any, modules: list[ModuleType]) -> None:
    """Build what validates the body and the answers of *operation*."""
    runtime = modules[0].__name__ + "._runtime.adapter"
    adapter = importlib.import_module(runtime).adapter
    parts = [operation.body, *operation.responses]
    factories = [part.model for part in parts if part is not None]
    for factory in (*factories, operation.params_model):
        if factory is not None:
            adapter(factory())
