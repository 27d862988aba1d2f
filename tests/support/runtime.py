"""The run-time of clients, imported from where it is copied from."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, Final

STATIC: Final = Path(__file__).parents[2] / "templates/python/static"
_NAME: Final = "__package_name__"


def runtime(module: str) -> Any:
    """Return *module* of the run-time, as a client's package has it."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(STATIC)]
        sys.modules[_NAME] = package
    return importlib.import_module(f"{_NAME}._runtime.{module}")
