"""Names and modules that are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import resolve_name
from types import ModuleType


def lazy(
    package: str, homes: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return ``__getattr__``, ``__dir__`` and ``__all__`` for *package*.

    *homes* tells which names, separated by spaces, are in which module: ``.client``
    beside the package, ``pydantic`` elsewhere; a name whose home is itself, as
    ``models`` in ``.models``, is the module. A name is looked up once, then it is in
    the package's globals.
    """
    names = {name: home for home, held in homes.items() for name in held.split()}

    def __getattr__(name: str) -> object:
        if name not in names:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(names[name], package)
        value = module if names[name] == f".{name}" else getattr(module, name)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names})

    return __getattr__, __dir__, sorted(names)


class _LazyModule(ModuleType):
    """Stands for a module until an attribute of it is asked for."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def lazy_module(name: str, package: str) -> ModuleType:
    """Return what stands for the module *name*, relative to *package*."""
    return _LazyModule(resolve_name(name, package))
