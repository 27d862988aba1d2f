"""From any version of OpenAPI to 3.2, one version at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from specpress.diagnostics import Report
from specpress.diagnostics.codes.upgrade import UNKNOWN_VERSION
from specpress.document.upgrade.v20 import upgrade_20
from specpress.document.upgrade.v30 import upgrade_30
from specpress.document.upgrade.v31 import upgrade_31
from specpress.document.version import version_of
from specpress.tree import Node

Step: TypeAlias = Callable[[Node, Report], Node]

_STEPS: Final[tuple[tuple[str, Step], ...]] = (
    ("2.0", upgrade_20),
    ("3.0", upgrade_30),
    ("3.1", upgrade_31),
)
"""What brings a document of each version to the next one."""


def upgrade(document: Node, report: Report) -> Node:
    """Return *document*, of any version, as one of OpenAPI 3.2.

    One of an unknown version is reported and comes back as it is.
    """
    version, at = version_of(document)
    if version not in ("3.2", *(known for known, _ in _STEPS)):
        report.add(UNKNOWN_VERSION.at(at.span, version=version))
        return document
    for known, step in _STEPS:
        if known == version:
            document = step(document, report)
            version, _ = version_of(document)
    return document


__all__ = ["upgrade"]
