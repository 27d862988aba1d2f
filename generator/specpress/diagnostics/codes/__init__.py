"""Every code there is, by id: one module an area, collected here."""

from __future__ import annotations

import importlib
import pkgutil

from specpress.diagnostics.model import Code


def _collect() -> dict[str, Code]:
    """Return the codes of the modules beside this one, in the order of their ids.

    Raises ValueError when two codes share an id.
    """
    found: dict[str, Code] = {}
    for module in pkgutil.iter_modules(__path__):
        attributes = vars(importlib.import_module(f"{__name__}.{module.name}"))
        for code in attributes.values():
            if not isinstance(code, Code):
                continue
            if found.setdefault(code.id, code) is not code:
                raise ValueError(f"two diagnostics have the code {code.id}")
    return dict(sorted(found.items()))


ALL = _collect()
