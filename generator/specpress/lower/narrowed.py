"""Listed values that the other keywords beside ``enum`` and ``const`` allow, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import LOST_KEYWORD, REFUSED_VALUE
from specpress.ir.patterns import python_pattern
from specpress.ir.types import Number, Ref, String, Type
from specpress.lower.accepts import accepts
from specpress.lower.keywords import ABOUT_ONE, OF_KIND, brief
from specpress.lower.places import place
from specpress.lower.scalars import number_type, string_type
from specpress.tree import Node


def narrowed(schema: Node, listed: Sequence[Node], report: Report) -> Sequence[Node]:
    """Return those of *listed* that the keywords of *schema* for texts and numbers
    allow (JSON Schema Validation, section 6: every keyword has to hold).

    A value that is refused is reported. Where all are, the keywords are taken for wrong:
    they are reported, as are those for arrays and objects, which are not looked at.
    """
    if ABOUT_ONE.isdisjoint(schema.map):
        return listed
    text = replace(string_type(schema, Report()), format=None)
    number = replace(number_type(schema, Report()), format=None)
    kept = [node for node in listed if _is_allowed(node, text, number)]
    kinds = [kind for kind in OF_KIND if any(_kind(node) == kind for node in listed)]
    lost = kinds if not kept else [k for k in kinds if k in ("array", "object")]
    for key in (key for kind in lost for key in OF_KIND[kind]):
        if (node := schema.get(key)) is not None:
            report.add(LOST_KEYWORD.at(place(node), keyword=key))
    if not kept:
        return listed
    for node in listed:
        if node not in kept:
            report.add(REFUSED_VALUE.at(node.span, value=brief(node)))
    return kept


def _is_allowed(node: Node, text: String, number: Number) -> bool:
    match _kind(node):
        case "string":
            pattern = python_pattern(text.pattern) if text.pattern else None
            fits = pattern is None or re.search(pattern, str(node.value)) is not None
            return fits and accepts(text, node.value, _unknown)
        case "number":
            return accepts(number, node.value, _unknown)
        case _:
            return True


def _kind(node: Node) -> str:
    """Return which of the kinds of `OF_KIND` the value of *node* is; "" for others."""
    match node.value:
        case str():
            return "string"
        case bool() | None:
            return ""
        case int() | float():
            return "number"
        case list():
            return "array"
        case dict():
            return "object"


def _unknown(ref: Ref) -> Type:
    raise LookupError(ref.target)  # texts and numbers refer to nothing
