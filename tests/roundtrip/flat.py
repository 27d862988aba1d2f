"""Schemas as one object each: references followed, ``allOf`` merged, a branch chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

from roundtrip.files import Object, Unsayable, followed

Choose = Callable[[Sequence[Any]], Any]

_DEEP: Final = 30
_HIGHEST: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems")
_LOWEST: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems")


def flat(schema: Any, choose: Choose, dialect: str, depth: int = 0) -> Object:
    """Return *schema* without references, compositions and branches.

    *choose* takes one of several branches. Raises `Unsayable` for what has no end.
    """
    if depth > _DEEP:
        raise Unsayable("a schema without an end")
    name = schema.get("$ref") if isinstance(schema, dict) else None
    schema = followed(schema, beside=dialect >= "3.1")
    if schema is True or schema is None:
        return {}
    if not isinstance(schema, dict):
        raise Unsayable("a schema that nothing fits")
    if "$dynamicRef" in schema or "$recursiveRef" in schema:
        raise Unsayable("a dynamic reference")
    heirs = _heirs(name, schema)
    if heirs:
        key, found = choose(heirs)
        made = flat(found, choose, dialect, depth + 1)
        return merged(made, {"properties": {key[0]: {"const": key[1]}}})
    made = {k: v for k, v in schema.items() if k not in ("allOf", "oneOf", "anyOf")}
    made.pop("discriminator", None)
    parts = schema.get("allOf") or ()
    for part in parts:
        if isinstance(part, dict) and isinstance(part.get("$ref"), str):
            part = _without_heirs(part["$ref"], followed(part, beside=dialect >= "3.1"))
        each = flat(part, choose, dialect, depth + 1)
        if len(parts) > 1:
            each.pop("xml", None)  # of that part alone, by nothing that OpenAPI says
        made = merged(each, made)
    for key in ("oneOf", "anyOf"):
        if branches := schema.get(key):
            branch = choose(branches)
            chosen = flat(branch, choose, dialect, depth + 1)
            told = schema.get("discriminator")
            if isinstance(told, dict) and isinstance(branch, dict):
                told_by = _told(told, branch.get("$ref"))
                chosen = merged(chosen, told_by)
            made = merged(made, chosen)
    return made


def _told(discriminator: Object, reference: object) -> Object:
    """Return what a *discriminator* adds to the branch with this *reference*."""
    key = discriminator.get("propertyName")
    if not key or not isinstance(reference, str):
        return {}
    value = reference.rpartition("/")[2]
    for each, target in (discriminator.get("mapping") or {}).items():
        if str(target).rpartition("/")[2].partition(".")[0] == value:
            value = each
            break
    return {"properties": {key: {"const": value}}, "required": [key]}


def _without_heirs(reference: str, schema: Any) -> Any:
    if isinstance(schema, dict):
        return {k: v for k, v in schema.items() if k != "discriminator"}
    return schema


def _heirs(
    reference: object, schema: Object
) -> list[tuple[tuple[str, str], dict[str, str]]]:
    """Return the schemas that take the place of *schema*, with what tells them."""
    told = schema.get("discriminator")
    if not isinstance(reference, str) or not told or schema.keys() & {"oneOf", "anyOf"}:
        return []
    key = told if isinstance(told, str) else told.get("propertyName")
    mapping = {} if isinstance(told, str) else told.get("mapping") or {}
    file, _, pointer = reference.partition("#")
    names = {str(v).rpartition("/")[2]: k for k, v in mapping.items()}
    base = pointer.rpartition("/")[0]
    return [
        ((key, names.get(name, name)), {"$ref": f"{file}#{base}/{name}"})
        for name in _children(file, base, reference)
    ]


@cache
def _children(file: str, base: str, reference: str) -> tuple[str, ...]:
    """Return the names of those beside *reference* that are made of it and are no
    parents themselves."""
    schemas = followed({"$ref": f"{file}#{base}"})
    found = []
    for name, schema in schemas.items() if isinstance(schemas, dict) else ():
        parts = schema.get("allOf") if isinstance(schema, dict) else None
        used = [p.get("$ref") for p in parts or () if isinstance(p, dict)]
        if reference in used and "discriminator" not in schema:
            found.append(name)
    return tuple(found)


def merged(first: Object, second: Object) -> Object:
    """Return what satisfies both, as far as that can be said in one object."""
    made = {**first, **second}
    for key in ("properties", "patternProperties"):
        if key in first and key in second:
            both = {**first[key], **second[key]}
            for name in first[key].keys() & second[key].keys():
                if first[key][name] != second[key][name]:
                    both[name] = {"allOf": [first[key][name], second[key][name]]}
            made[key] = both
    if "required" in first and "required" in second:
        one, two = first["required"], second["required"]
        lists = isinstance(one, list) and isinstance(two, list)
        made["required"] = [*one, *two] if lists else one
    for keys, best in ((_HIGHEST, max), (_LOWEST, min)):
        for key in keys:
            values = [s[key] for s in (first, second) if key in s]
            if len(values) == 2 and not any(isinstance(v, bool) for v in values):
                made[key] = best(values)
    if "enum" in first and "enum" in second:
        made["enum"] = [v for v in first["enum"] if v in second["enum"]]
    if first.get("additionalProperties") is False:
        made["additionalProperties"] = False
    types = [_types(s) for s in (first, second) if "type" in s]
    if len(types) == 2:
        made["type"] = [t for t in types[0] if t in types[1]] or types[1]
    return made


def _types(schema: Object) -> list[Any]:
    known = schema["type"]
    return known if isinstance(known, list) else [known]
