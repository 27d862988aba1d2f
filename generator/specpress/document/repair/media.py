"""Bodies, responses and examples that say things in the wrong place."""

from __future__ import annotations

from typing import Final

from specpress.diagnostics.codes.repair import MISPLACED, MISSING, WRONG_KIND
from specpress.document.rebuild import Members, changed, held, like, made, without
from specpress.document.repair.scalars import found
from specpress.document.repair.scope import Scope, place
from specpress.tree import Node

_JSON: Final = "application/json"
_EXAMPLE: Final = frozenset(
    "$ref summary description value externalValue dataValue serializedValue".split()
)


def fix_response(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a response, with a description, as before 3.2 each has."""
    if "description" in members or scope.version == "3.2":
        return members
    told = {"what": "the description of the response", "instead": "none assumed"}
    scope.report.add(MISSING.at(place(node), **told))
    return {"description": made(node, ""), **members}


def fix_media_types(members: Members, node: Node, scope: Scope) -> Members:
    """Return *members*, of a body or a response of 3.x, with all that it holds below
    the media types of ``content``."""
    if scope.version == "2.0":
        return members
    content = members.get("content")
    contents = dict(content.map) if content is not None else {}
    if "schema" in contents:
        _tell(contents["schema"], "a schema", "application/json", scope)
        contents = {_JSON: like(content or node, contents)}
    beside = [k for k in members if "/" in k and not k.startswith("x-")]
    for key in beside:
        _tell(members[key], "a media type", "content", scope)
        contents.setdefault(key, members[key])
    old = members.get("schema")
    if old is not None:
        _tell(old, "a schema", "content", scope)
        given = held(members, "examples")
        for key in contents or [*given] or [_JSON]:
            media = dict(contents[key].map) if key in contents else {}
            media.setdefault("schema", old)
            if key in given:
                media.setdefault("example", given[key])
            contents[key] = like(old, media)
    if content is not None and contents == dict(content.map):
        return members
    if not contents:
        return members
    rest = without(members, *beside, *(("schema", "examples") if old else ()))
    return {**rest, "content": like(content or node, contents)}


def fix_examples(members: Members, _: Node, scope: Scope) -> Members:
    """Return *members*, of a parameter or a media type, with examples that are objects
    by name and have a value."""
    examples = members.get("examples")
    if examples is None or scope.version == "2.0":
        return members
    if isinstance(examples.value, list):
        numbered = {str(n): one for n, one in enumerate(examples.list, 1)}
        told = {"found": "a list", "wanted": "an object"}
        instead = "examples with numbers for names"
        scope.report.add(WRONG_KIND.at(place(examples), **told, instead=instead))
        examples = like(examples, numbered)
    fixed = {name: _example(one, scope) for name, one in examples.items()}
    new = changed(examples, fixed)
    return members if new is members["examples"] else {**members, "examples": new}


def _example(node: Node, scope: Scope) -> Node:
    if node.is_object and (node.map.keys() & _EXAMPLE or not node.map):
        return node
    told = {"found": found(node), "wanted": "an example with a value"}
    scope.report.add(WRONG_KIND.at(place(node), **told, instead="the value itself"))
    return like(node, {"value": node})


def _tell(node: Node, what: str, inside: str, scope: Scope) -> None:
    scope.report.add(MISPLACED.at(place(node), what=what, inside=inside))
