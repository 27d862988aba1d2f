"""The facts of a lifted document, to tell which of them a change has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from specpress.diagnostics import Report
from specpress.lift import lift
from specpress.store import DictStore

Fact = tuple[str, ...]
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def facts(document: Any) -> dict[Fact, str]:
    """Return every operation, parameter, property and response, and what is said of it."""
    found: dict[Fact, str] = {}
    for path, item in (document.get("paths") or {}).items():
        for method in _METHODS:
            if method in item:
                here = (method.upper(), path)
                found[here] = "there"
                shared = item.get("parameters") or []
                _operation(document, item[method], shared, here, found)
    return found


def _operation(
    document: Any, operation: Any, shared: list[Any], at: Fact, found: dict[Fact, str]
) -> None:
    for parameter in [*shared, *(operation.get("parameters") or ())]:
        parameter = _target(document, parameter)
        here = (*at, "parameter", str(parameter.get("name")))
        found[here] = "there"
        found[*here, "required"] = str(bool(parameter.get("required")))
        found[*here, "text"] = _squash(parameter.get("description"))
        found.update(_schema(document, parameter.get("schema") or {}, here, ()))
    body = _target(document, operation.get("requestBody") or {})
    for content in list((body.get("content") or {}).values())[:1]:
        found.update(_schema(document, content.get("schema") or {}, (*at, "body"), ()))
    for status, response in (operation.get("responses") or {}).items():
        response = _target(document, response)
        here = (*at, "response", status)
        if (
            status == "default"
            and not response.get("description")
            and not response.get("content")
        ):
            continue
        found[here] = "there"
        found[*here, "text"] = _squash(response.get("description"))
        for content in list((response.get("content") or {}).values())[:1]:
            found.update(_schema(document, content.get("schema") or {}, here, ()))


def _schema(
    document: Any, schema: Any, at: Fact, trail: tuple[str, ...]
) -> dict[Fact, str]:
    found: dict[Fact, str] = {}
    if not isinstance(schema, dict):
        return found
    if isinstance(ref := schema.get("$ref"), str):
        if ref in trail or len(trail) > 3:
            return found
        trail = (*trail, ref)
        schema = {
            **_target(document, schema),
            **{k: v for k, v in schema.items() if k != "$ref"},
        }
    if kind := schema.get("type"):
        found[*at, "type"] = str(kind)
    if values := schema.get("enum"):
        found[*at, "values"] = str(values)
    for name, each in (schema.get("properties") or {}).items():
        here = (*at, name)
        found[here] = "there"
        found[*here, "required"] = str(name in (schema.get("required") or ()))
        if isinstance(each, dict):
            found[*here, "text"] = _squash(each.get("description"))
        found.update(_schema(document, each, here, trail))
    if "items" in schema:
        found.update(_schema(document, schema["items"], (*at, "[]"), trail))
    for index, each in enumerate((*schema.get("oneOf", ()), *schema.get("allOf", ()))):
        found.update(_schema(document, each, (*at, f"({index})"), trail))
    return found


def _target(document: Any, node: Any) -> Any:
    seen: set[str] = set()
    while isinstance(node, dict) and isinstance(node.get("$ref"), str):
        if node["$ref"] in seen or not node["$ref"].startswith("#/"):
            return {}
        seen.add(node["$ref"])
        target: Any = document
        for part in node["$ref"][2:].split("/"):
            target = (target or {}).get(part.replace("~1", "/").replace("~0", "~"))
        node = target or {}
    return node


def _squash(text: Any) -> str:
    return re.sub(r"\W", "", str(text or ""))


def lifted(
    name: str, text: str, beside: Mapping[str, bytes] | None = None
) -> tuple[dict[Fact, str], Counter[str]]:
    """Return the facts of the page *text*, and its diagnostics, each with its number.

    *beside* are the pages that are lifted together with it, by name.
    """
    files = {**(beside or {}), name: text.encode()}
    report = Report()
    document = lift(DictStore(files), tuple(files), report)
    plain: Any = {} if document is None else document.plain()
    return facts(plain), Counter(f"{d.code.id} {d.message}" for d in report)


def lost(before: dict[Fact, str], after: dict[Fact, str]) -> Iterator[Fact]:
    """Yield the facts of *before* that *after* has not, or has otherwise."""
    for fact, value in before.items():
        now = after.get(fact, "")
        kept = value == now or (fact[-1] == "text" and value in now)
        if value and not kept and not (value == "False" and fact not in after):
            yield fact
