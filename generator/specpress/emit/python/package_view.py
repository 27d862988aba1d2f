"""View of the package's ``__init__.py``: its public names and where they live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.shape import string
from specpress.emit.render import Snippet
from specpress.ir.nodes import Api

_HOMES: Final = {
    "ApiError": "errors",
    "AsyncClient": "client",
    "Client": "client",
    "DriftEvent": "_runtime.drift",
    "JsonValue": "_runtime.json",
    "MISSING": "_runtime.absent",
    "RequestValidationError": "errors",
    "RetryPolicy": "_runtime.retry",
    "errors": "",
    "models": "",
}
"""Public names of every client, by the module that holds them; "" is a module."""


@dataclass(frozen=True, slots=True)
class PublicName:
    """A public name: its import for type checkers, its entry for the run time."""

    line: Snippet
    entry: Snippet


@dataclass(frozen=True, slots=True)
class PackageView:
    """View of the package: its docstring and its public names, sorted."""

    doc: Snippet
    exports: tuple[PublicName, ...]


def package_view(api: Api, *, has_models: bool) -> PackageView:
    """Return the view of the package for *api*."""
    title = plain_text(api.title) or "An API"
    names = [name for name in _HOMES if has_models or name != "models"]
    order = sorted(names, key=lambda name: (_HOMES[name], name))
    exports = {name: _public(name, _HOMES[name]) for name in order}
    doc = docstring([f"Client of {title}."], indent=0)
    return PackageView(doc, tuple(exports.values()))


def _public(name: str, home: str) -> PublicName:
    line = f"from .{home} import {name} as {name}"  # home "" is the package itself
    module = f".{home or name}"
    return PublicName(Snippet(line), Snippet(f"{string(name)}: {string(module)},"))
