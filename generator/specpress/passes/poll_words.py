"""The names by which waiting is recognised, from ``polls.toml``."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Final

_TABLE: Final = tomllib.loads(
    files("specpress.passes").joinpath("polls.toml").read_text("utf-8")
)
STATUS: Final = tuple[str, ...](_TABLE["status"])
AROUND: Final = frozenset[str](_TABLE["around"])
RUNNING: Final = frozenset[str](_TABLE["running"])
WAITING: Final = frozenset[str](_TABLE["waiting"])
DONE: Final = frozenset[str](_TABLE["done"])
SETTLED: Final = frozenset[str](_TABLE["settled"])
FAILED: Final = frozenset[str](_TABLE["failed"])
BEGINS: Final = tuple[str, ...](_TABLE["begins"])
HEADERS: Final = frozenset[str](_TABLE["headers"])
