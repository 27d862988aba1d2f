"""A client of every description, made anew when the generator or it has changed."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from conformance.tools import BUILD, ROOT
from specpress.cli import run

_CLIENTS: Final = BUILD / "clients"
_OPENAPI: Final = BUILD / "openapi"


@dataclass(frozen=True)
class Described:
    """A description, and the client that was made of it."""

    document: dict[str, Any]
    package: str
    fault: str

    def module(self) -> ModuleType:
        """Return the package of the client."""
        return importlib.import_module(self.package)


def generator_hash() -> str:
    """Return a digest of all that decides what the generator makes."""
    digest = hashlib.sha256()
    for folder in ("generator", "templates"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".j2", ".toml", ".json"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()


def client(path: str, generator: str) -> Described:
    """Return the client of the description at *path*, made by the *generator*."""
    slug = re.sub(r"\W+", "_", path.removesuffix("/openapi.json")).strip("_").lower()
    package = f"client_{slug}"
    out = _CLIENTS / slug
    source = _OPENAPI / path
    text = source.read_bytes()
    stamp = _CLIENTS / f"{slug}.stamp"
    state = hashlib.sha256(generator.encode() + text).hexdigest()
    known = json.loads(stamp.read_text()) if stamp.is_file() else {}
    if known.get("state") != state:
        known = {"state": state, "fault": _generate(source, out, package)}
        stamp.write_text(json.dumps(known))
    if str(out) not in sys.path:
        sys.path.insert(0, str(out))
    return Described(json.loads(text), package, known["fault"])


def _generate(source: Path, out: Path, package: str) -> str:
    """Make a client; return what the generator says where it refuses."""
    out.mkdir(parents=True, exist_ok=True)
    command = ["generate", str(source), "--output", str(out), "--package", package]
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        status = run([*command, "--no-tests", "--no-format"])
    return said.getvalue()[-2000:] if status else ""
