"""The package's logger, named after the package."""

from __future__ import annotations

import logging

LOGGER = logging.getLogger(__name__.removesuffix("._runtime.log"))
