"""View of the package's ``__init__.py``: its public names and where they live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from specpress.emit.prose import plain_text
from specpress.emit.python.credentials import CredentialPlan
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.exports import home_entry
from specpress.emit.render import LINE, Snippet
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


def package_view(
    api: Api,
    credentials: Sequence[CredentialPlan],
    further: Mapping[str, str],
    *,
    has_models: bool,
) -> PackageView:
    """Return the view of the package for *api*, whose users need *credentials*."""
    title = plain_text(api.title) or "An API"
    known = {**_HOMES, **further}
    for credential in credentials:
        known |= credential.kind.exports
    names = [name for name in known if has_models or name != "models"]
    order = sorted(names, key=lambda name: (known[name], name))
    homes: dict[str, list[str]] = {}
    for name in order:
        homes.setdefault(known[name] or name, []).append(name)
    imports = [_import(known[name], name) for name in order]
    entries = [home_entry(f".{home}", held) for home, held in homes.items()]
    doc = docstring([f"Client of {title}."], indent=0)
    return PackageView(doc, tuple(imports), tuple(entries))


def _import(home: str, name: str) -> Snippet:
    """Return the import of *name* for type checkers, to stand at column 4."""
    head, named = f"from .{home} import", f"{name} as {name}"
    if len(head) + len(named) + 5 <= LINE:
        return Snippet(f"{head} {named}")
    return Snippet(f"{head} (\n        {named},\n    )")
