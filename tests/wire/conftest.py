"""Runs the tests of the clients' run-time here, against the run-time itself."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest

STATIC = Path(__file__).parents[2] / "templates/python/static"

# The run-time is importable as the package that clients are.
PACKAGE = ModuleType("__package_name__")
PACKAGE.__path__ = [str(STATIC)]
sys.modules[PACKAGE.__name__] = PACKAGE


class RuntimeTests(pytest.File):
    """The tests that each client gets, word for word."""

    def collect(self) -> Iterable[pytest.Collector]:
        """Return their modules."""
        files = sorted((STATIC / "tests").glob("test_runtime_*.py"))
        return [pytest.Module.from_parent(self, path=file) for file in files]


def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> RuntimeTests | None:
    """Collect the run-time's tests in place of this file."""
    if file_path != Path(__file__):
        return None
    return RuntimeTests.from_parent(parent, path=file_path)
