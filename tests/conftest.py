"""Options that all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites expected texts."""
    text = "write what comes out as what is expected; review the difference as code"
    parser.addoption("--bless", action="store_true", help=text)


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Tell whether expected texts are to be rewritten."""
    return bool(request.config.getoption("--bless"))
