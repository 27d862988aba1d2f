"""Every diagnostic is met by a test."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from specpress.diagnostics import Code, codes

TESTS = Path(__file__).parent.parent
PACKAGE = Path(codes.__file__).parent.parent.parent
WORD = re.compile(r"\w+")


@pytest.fixture(scope="module")
def words() -> frozenset[str]:
    """Every word in the tests and in what they expect, this file left out."""
    kinds = {".json", ".py", ".toml", ".txt", ".yaml"}
    files = (p for p in TESTS.rglob("*") if p.suffix in kinds and p != Path(__file__))
    return frozenset(
        w for p in files for w in WORD.findall(p.read_text("utf-8", "ignore"))
    )


def _named() -> dict[str, str]:
    """Return the name of each code in its module, by id."""
    modules = (m.name for m in pkgutil.iter_modules(codes.__path__))
    loaded = (importlib.import_module(f"{codes.__name__}.{name}") for name in modules)
    pairs = (pair for module in loaded for pair in vars(module).items())
    return {code.id: name for name, code in pairs if isinstance(code, Code)}


@pytest.mark.parametrize("code", codes.ALL)
def test_is_tested(code: str, words: frozenset[str]) -> None:
    """A test, or the text it expects, names the diagnostic by its id or its name."""
    assert not words.isdisjoint({code, _named()[code]})


@pytest.mark.parametrize("code", codes.ALL)
def test_is_reported(code: str) -> None:
    """A diagnostic that nothing reports any more is taken out."""
    name = _named()[code]
    modules = (p for p in PACKAGE.rglob("*.py") if p.parent.name != "codes")
    assert any(re.search(rf"\b{name}\b", p.read_text("utf-8")) for p in modules)


def test_ids_are_well_formed() -> None:
    """An id is three capital letters of its area and three digits."""
    assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in codes.ALL)
