"""Schemas without what says nothing about values."""

from __future__ import annotations

from typing import Final, cast

DATA: Final = frozenset(("enum", "const"))
"""The keywords whose values are data, not schemas."""

_IDLE: Final = frozenset("""
    title description summary default deprecated readOnly writeOnly examples example
    externalDocs xml discriminator format contentEncoding contentMediaType contentSchema
    definitions nullable $comment $schema $id $anchor $dynamicAnchor $vocabulary
    $dynamicRef $recursiveRef $recursiveAnchor
    """.split())
_NAMED: Final = frozenset(("properties", "patternProperties", "dependentSchemas"))
_BY_VALUE: Final = DATA | {"required", "dependentRequired", "type"}


def lean(schema: object) -> object:
    """Return *schema*, plain data that is whole in itself, with what tells values apart.

    Only its own ``$defs`` stay: what is referred to is there.
    """
    if not isinstance(schema, dict):
        return schema
    known = cast("dict[str, object]", schema)
    defs = known.get("$defs")
    bare = cast("dict[str, object]", _lean(known))
    if isinstance(defs, dict):
        members = cast("dict[str, object]", defs).items()
        bare["$defs"] = {name: _lean(part) for name, part in members}
    return bare


def _lean(schema: object) -> object:
    if isinstance(schema, list):
        return [_lean(item) for item in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, object] = {}
    for key, value in cast("dict[str, object]", schema).items():
        if key in _BY_VALUE:
            kept[key] = value
        elif key in _NAMED and isinstance(value, dict):
            members = cast("dict[str, object]", value).items()
            kept[key] = {name: _lean(part) for name, part in members}
        elif key not in _IDLE and key != "$defs" and not key.startswith("x-"):
            kept[key] = _lean(value)
    return kept
