"""The words of a schema: those that are lost, and those that nobody knows."""

from __future__ import annotations

from specpress.config.near import hint
from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import LOST_KEYWORD, UNKNOWN_KEYWORD
from specpress.lower.keywords import KNOWN, LOST
from specpress.lower.places import place
from specpress.tree import Node


def check_keywords(schema: Node, report: Report) -> None:
    """Report the keywords of *schema* that its type won't say."""
    for key, node in schema.items():
        if key in LOST:
            report.add(LOST_KEYWORD.at(place(node), keyword=key))
        elif key not in KNOWN and not key.startswith(("$", "x-")):
            help_ = hint(key, KNOWN)
            help_ = (
                help_
                if help_.startswith("did")
                else "neither JSON Schema's nor OpenAPI's"
            )
            report.add(UNKNOWN_KEYWORD.at(place(node), keyword=key, hint=help_))
