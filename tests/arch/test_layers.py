"""The layers of the generator: imports point down, never in a circle."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "generator" / "specpress"
LAYERS = (
    "source _version",
    "diagnostics tree ir",
    "store readers config write",
    "document",
    "lift",
    "ledger lower passes emit evolve prose",
    "pipeline view",
    "plugin commands",
    "cli",
    "__init__ __main__",
)
RANK = {name: rank for rank, group in enumerate(LAYERS) for name in group.split()}
MODULES = sorted(path for path in ROOT.rglob("*.py"))
LONGEST = 350


def _name(path: Path) -> str:
    """Return the dotted name of the module at *path*."""
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {_name(path): path for path in MODULES}


def _imports(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of specpress that *tree* imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in NAMES else node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _imported(path: Path) -> list[str]:
    """Return the modules of specpress that the module at *path* imports."""
    tree = ast.parse(path.read_text("utf-8"))
    names = (name for name in _imports(tree) if name.split(".")[0] == "specpress")
    return [name for name in names if name != _name(path)]


def _package(name: str) -> str:
    """Return the top-level part of specpress that the module *name* belongs to."""
    return name.split(".")[1] if "." in name else "__init__"


def test_every_part_has_a_layer() -> None:
    """Each module and package of specpress stands in LAYERS, and nothing else."""
    assert {_package(name) for name in NAMES} == set(RANK)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_imports_point_down(name: str) -> None:
    """A module imports only its own package and lower layers."""
    mine = _package(name)
    above = [
        target
        for target in _imported(NAMES[name])
        if _package(target) != mine and RANK[_package(target)] >= RANK[mine]
    ]

    assert not above


@pytest.mark.parametrize("name", sorted(NAMES))
def test_imports_are_absolute(name: str) -> None:
    """No module imports relative to itself."""
    tree = ast.parse(NAMES[name].read_text("utf-8"))
    relative = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level
    ]

    assert not relative


def _needed(name: str) -> set[str]:
    """Return the modules that must be there when *name* is imported."""
    tree = ast.parse(NAMES[name].read_text("utf-8"))
    found: set[str] = set()
    for node in tree.body:  # what functions import, they import when called
        if isinstance(node, ast.Import | ast.ImportFrom):
            found.update(n for n in _imports(node) if n in NAMES)
    return found - {name}


def test_imports_are_not_circular() -> None:
    """No module needs itself to be imported."""
    needed = {name: _needed(name) for name in NAMES}
    circular = []
    for name, targets in needed.items():
        reached: set[str] = set()
        queue = list(targets)
        while queue:
            if (target := queue.pop()) not in reached:
                reached.add(target)
                queue += needed[target]
        if name in reached:
            circular.append(name)

    assert not circular


@pytest.mark.parametrize("name", sorted(n for n in NAMES if ".codes." not in n))
def test_modules_are_short(name: str) -> None:
    """No module is longer than what one can still read at once; tables of codes may be."""
    assert len(NAMES[name].read_text("utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("name", sorted(NAMES))
def test_modules_say_what_they_are(name: str) -> None:
    """Every module has a docstring, and a public function or class has one too."""
    tree = ast.parse(NAMES[name].read_text("utf-8"))
    silent = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert ast.get_docstring(tree)
    assert not silent
