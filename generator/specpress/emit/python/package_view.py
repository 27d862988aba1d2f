"""View of the package's ``__init__.py``: its public names and where they live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.exports import home_entry
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
class PackageView:
    """View of the package: its docstring, the imports of its public names for type
    checkers, and the entries of its table for the run time."""

    doc: Snippet
    imports: tuple[Snippet, ...]
    entries: tuple[Snippet, ...]


def package_view(api: Api, *, has_models: bool) -> PackageView:
    """Return the view of the package for *api*."""
    title = plain_text(api.title) or "An API"
    names = [name for name in _HOMES if has_models or name != "models"]
    order = sorted(names, key=lambda name: (_HOMES[name], name))
    homes: dict[str, list[str]] = {}
    for name in order:
        homes.setdefault(_HOMES[name] or name, []).append(name)
    imports = [
        Snippet(f"from .{_HOMES[name]} import {name} as {name}") for name in order
    ]
    entries = [home_entry(f".{home}", held) for home, held in homes.items()]
    doc = docstring([f"Client of {title}."], indent=0)
    return PackageView(doc, tuple(imports), tuple(entries))
