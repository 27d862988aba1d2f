"""The type of a parameter: a word, or nothing."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.html import UNDESCRIBED_PARAMETER, UNKNOWN_TYPE
from specpress.readers.element import Element
from specpress.tree import Node

_WORDS: Final = ("string", "number", "integer", "boolean", "array", "object")


def parameter_schema(
    element: Element | None, name: str, term: Element, report: Report
) -> Node:
    """Return the schema that the type in *element* stands for.

    Empty when the page gives no type. A list of types (``string, null``) is one of
    each; the items of an array are not known.
    """
    if element is None:
        said = {"name": name, "what": "type", "instead": "accepting any value"}
        report.add(UNDESCRIBED_PARAMETER.at(term.span, **said))
        return Node({}, term.span)
    text, span = element.text.trimmed()
    words = [word.strip().lower() for word in text.split(",") if word.strip()]
    types = [word for word in words if word != "null"]
    if any(word not in _WORDS for word in types):
        report.add(UNKNOWN_TYPE.at(span, type=text, name=name))
        return Node({}, span)
    schemas = [_typed(word) for word in types]
    if len(schemas) > 1:
        return Node.of({"anyOf": schemas}, span)
    schema = schemas[0] if schemas else {}
    if "null" in words and schema:
        schema["nullable"] = True
    return Node.of(schema, span)


def _typed(word: str) -> dict[str, object]:
    schema: dict[str, object] = {"type": word}
    if word == "array":
        schema["items"] = Node({}, origin="default")
    return schema
