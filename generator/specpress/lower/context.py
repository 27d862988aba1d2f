"""What every part of lowering is given."""

from __future__ import annotations

from dataclasses import dataclass

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.document.refs import Refs
from specpress.lower.called import called_types
from specpress.lower.loops import Loops
from specpress.lower.schemas import Schemas
from specpress.tree import Node


@dataclass(frozen=True, slots=True)
class Context:
    """One run: the document, the configuration, and where findings go."""

    document: Node
    config: Config
    report: Report
    refs: Refs
    schemas: Schemas

    @classmethod
    def of(cls, document: Node, config: Config, report: Report) -> Context:
        """Return the context for lowering *document*."""
        refs = Refs(document, report)
        given = called_types(document, report)
        schemas = Schemas(refs, Loops(document), report, given)
        return cls(document, config, report, refs, schemas)
