"""YAML inside another file, whose places are those in the file."""

from __future__ import annotations

from specpress.diagnostics import Diagnostic, Report
from specpress.readers.slices import Text
from specpress.readers.yaml import read_yaml
from specpress.source import NOWHERE, Source, Span
from specpress.tree import Node


def placed_yaml(text: Text, report: Report) -> Node | None:
    """Return *text* read as YAML, or None with the fault reported."""
    name = text.source.name
    inner = Report()
    node = read_yaml(Source(name, text.text), inner)
    for each in inner:
        report.add(Diagnostic(each.code, _placed(each.span, text), each.message))
    return None if node is None else _node(node, text, {})


def _node(node: Node, text: Text, known: dict[int, Node]) -> Node:
    """Return *node* with its places moved; one that has several, by aliases, once."""
    if (done := known.get(id(node))) is not None:
        return done
    value = node.value
    if isinstance(value, dict):
        value = {key: _node(each, text, known) for key, each in value.items()}
    elif isinstance(value, list):
        value = [_node(each, text, known) for each in value]
    span, key = _placed(node.span, text), _placed(node.key_span, text)
    known[id(node)] = moved = Node(value, span, key, node.origin, node.raw)
    return moved


def _placed(span: Span, text: Text) -> Span:
    return span if span == NOWHERE else text.span(span.start, span.end)
