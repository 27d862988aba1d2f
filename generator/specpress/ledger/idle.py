"""Faults in components that no operation uses: the client loses nothing by them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specpress.diagnostics import Diagnostic, Report, Severity
from specpress.document.members import OPENAPI, SWAGGER
from specpress.ledger.reached import SECTIONS, reached
from specpress.source import Span
from specpress.tree import Node


def excuse_idle(document: Node, report: Report) -> None:
    """Make warnings of the errors in *report* that tell of something dropped from a
    component of *document* that no operation leads to."""
    lost = [d for d in report if _is_loss(d)]
    if not lost:
        return
    grammar = SWAGGER if "swagger" in document.map else OPENAPI
    found = reached(document, grammar)
    known = found.kinds.keys() | found.way
    sections = [node.span for node in _sections(document)]
    used = [node.span for node in _declared(document) if id(node) in known]

    def is_idle(diagnostic: Diagnostic) -> bool:
        at = diagnostic.span
        return _is_in(at, sections) and not _is_in(at, used)

    report.diagnostics = [
        _excused(d) if _is_loss(d) and is_idle(d) else d for d in report
    ]


def _sections(document: Node) -> Iterator[Node]:
    """Yield the maps of components in *document*; not that of schemas, which are what a
    library of parts is for, nor that of security schemes where a requirement names one
    that is not there."""
    schemes: Node | None = None
    for key, section in document.items():
        if key == "components":
            for name, each in section.items():
                if name == "securitySchemes":
                    schemes = each
                elif name != "schemas":
                    yield each
        elif key == "securityDefinitions":
            schemes = section
        elif key in SECTIONS and key != "definitions":
            yield section
    if schemes is not None and _required(document) <= schemes.map.keys():
        yield schemes


def _required(document: Node) -> set[str]:
    """Return the names of the security schemes that *document* asks for anywhere."""
    paths = document.get("paths") or Node({})
    operations = [op for item in paths.map.values() for op in item.map.values()]
    lists = [holder.get("security") for holder in (document, *operations)]
    return {name for each in lists if each for need in each.list for name in need.map}


def _declared(document: Node) -> Iterator[Node]:
    """Yield the components of *document*, of any version."""
    for key, section in document.items():
        if key == "components":
            for kind in section.map.values():
                yield from kind.map.values()
        elif key in SECTIONS or key == "securityDefinitions":
            yield from section.map.values()


def _is_loss(diagnostic: Diagnostic) -> bool:
    code = diagnostic.code
    return code.severity is Severity.ERROR and code.fidelity == "dropped"


def _is_in(span: Span, around: list[Span]) -> bool:
    return any(
        each.file == span.file and each.start <= span.start < each.end
        for each in around
    )


def _excused(diagnostic: Diagnostic) -> Diagnostic:
    code = diagnostic.code
    return replace(
        diagnostic, code=replace(code, severity=Severity.WARNING, fidelity="unused")
    )
