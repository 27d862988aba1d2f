"""Pages of many descriptions, for tests of lifting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from support.rendering import rendered


@pytest.fixture
def write_pages() -> Callable[[dict[str, Any]], dict[str, bytes]]:
    """Return the function that renders a description, one page an operation."""
    return rendered
