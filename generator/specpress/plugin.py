"""What third parties may import: to read the pages of another documentation tool."""

from __future__ import annotations

from specpress.diagnostics import Code, Diagnostic, Report, Severity
from specpress.lift.base import Lifter, Page
from specpress.readers.element import Element
from specpress.source import Source, Span
from specpress.tree import Node

__all__ = [
    "Code",
    "Diagnostic",
    "Element",
    "Lifter",
    "Node",
    "Page",
    "Report",
    "Severity",
    "Source",
    "Span",
]
