"""Schema keywords: what there are, and reading their values with care."""

from __future__ import annotations

import json
import math
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.lower import BAD_VALUE, CONTRADICTION
from specpress.tree import Node

KINDS: Final = ("null", "boolean", "integer", "number", "string", "array", "object")

OF_KIND: Final = {
    "string": "minLength maxLength pattern contentEncoding contentMediaType".split(),
    "number": "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf".split(),
    "array": "items prefixItems minItems maxItems uniqueItems".split(),
    "object": (
        "properties patternProperties required additionalProperties minProperties "
        "maxProperties".split()
    ),
}
"""The keywords that say something about one kind of value only."""

ABOUT_ONE: Final = frozenset(key for keys in OF_KIND.values() for key in keys)
"""All of them."""

LOST: Final = frozenset("contentSchema $dynamicRef $recursiveRef".split())
"""The keywords that constrain values in ways that nothing in the IR can say."""

KNOWN: Final = LOST.union(*OF_KIND.values()) | frozenset("""
        not if then else dependentRequired dependentSchemas dependencies contains
        minContains maxContains propertyNames unevaluatedItems
        type enum const format allOf anyOf oneOf title description default deprecated
        readOnly writeOnly examples unevaluatedProperties discriminator xml externalDocs
        example nullable additionalItems definitions
        """.split())
"""Every keyword of JSON Schema and OpenAPI but those that begin with ``$``."""


def brief(node: Node) -> str:
    """Return the value of *node* as JSON, cut to what fits into a message."""
    text = json.dumps(node.plain(), ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:39]}…"


def refuse(key: str, node: Node, report: Report) -> None:
    """Report that the keyword *key* can't have the value of *node*."""
    value = node.text if node.text is not None else brief(node)
    report.add(BAD_VALUE.at(node.span, keyword=key, value=value))


def count(schema: Node, key: str, report: Report) -> int | None:
    """Return the keyword *key* of *schema* when it is a whole number from zero up."""
    value = number(schema, key, report)
    if value is None:
        return None
    if value < 0 or value != int(value):
        refuse(key, schema.map[key], report)
        return None
    return int(value)


def number(schema: Node, key: str, report: Report) -> int | float | None:
    """Return the keyword *key* of *schema* when it is a finite number."""
    node = schema.get(key)
    if node is None:
        return None
    match node.value:
        case bool():
            pass
        case int() as value:
            return value
        case float() as value if math.isfinite(value):
            return value
        case _:
            pass
    refuse(key, node, report)
    return None


def string(schema: Node, key: str, report: Report) -> str | None:
    """Return the keyword *key* of *schema* when it is a string."""
    node = schema.get(key)
    if node is not None and node.text is None:
        refuse(key, node, report)
    return None if node is None else node.text


def flag(schema: Node, key: str, report: Report | None = None) -> bool:
    """Return whether the keyword *key* of *schema* is true."""
    node = schema.get(key)
    if node is not None and report and not isinstance(node.value, bool):
        refuse(key, node, report)
    return node is not None and node.value is True


def counts(
    schema: Node, low_key: str, high_key: str, report: Report
) -> tuple[int | None, int | None]:
    """Return two counts that bound each other; neither when no count is between."""
    low, high = count(schema, low_key, report), count(schema, high_key, report)
    if low is not None and high is not None and low > high:
        report.add(CONTRADICTION.at(schema.map[low_key].span, low=low, high=high))
        return None, None
    return low, high
