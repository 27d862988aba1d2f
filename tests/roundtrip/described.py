"""What a description says of requests, read without a line of the generator's lowering.

Swagger 2.0 is read into the words of OpenAPI 3; where they differ, by its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from roundtrip.files import Object, Unsayable, followed, whole

METHODS: Final = frozenset("get put post delete options head patch trace query".split())
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
_NO_PARAMETERS: Final = frozenset({"accept", "content-type", "authorization"})
"""Headers that OpenAPI leaves to other parts of a description (3.2, 4.12.2)."""

_COLLECTIONS: Final = {
    "csv": (None, False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
_STYLES: Final = {"query": "form", "cookie": "form", "path": "simple"}


class Input(NamedTuple):
    """A parameter: where it stands, and how its value is written there."""

    name: str
    place: str
    style: str
    explode: bool
    reserved: bool
    schema: Any
    required: bool
    media_type: str | None = None


class Payload(NamedTuple):
    """A body: its media type, and how its parts are written."""

    media_type: str
    schema: Any
    required: bool
    encoding: Object
    item: Any = None
    parts: tuple[Any, ...] = ()


class Described(NamedTuple):
    """One method on one path."""

    method: str
    path: str
    inputs: tuple[Input, ...]
    payloads: tuple[Payload, ...]
    dialect: str


def described(file: Path) -> dict[tuple[str, str], Described | Unsayable]:
    """Return the operations in *file* by method and path, or why one can't be read."""
    document = whole(str(file.resolve()))
    if not isinstance(document, dict):
        raise Unsayable("no object")
    found: dict[tuple[str, str], Described | Unsayable] = {}
    paths = followed(document.get("paths"))
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        if str(path).startswith("x-"):
            continue
        try:
            item = followed(item)
            each = list(_operations(item))
        except Unsayable:
            continue
        for method, operation in each:
            key = method, str(path)
            try:
                found[key] = _operation(document, key, item, followed(operation))
            except Unsayable as error:
                found[key] = error
            except (KeyError, TypeError, AttributeError, ValueError):
                found[key] = Unsayable("a part of the description is broken")
    return found


def _operations(item: Any) -> Iterator[tuple[str, Any]]:
    if not isinstance(item, dict):
        return
    for key, value in item.items():
        if str(key).lower() in METHODS and isinstance(value, dict):
            yield str(key).upper(), value
    more = item.get("additionalOperations")
    yield from more.items() if isinstance(more, dict) else ()


def _operation(
    document: Object, key: tuple[str, str], item: Object, operation: Object
) -> Described:
    old = "swagger" in document
    dialect = "2.0" if old else str(document.get("openapi", ""))[:3]
    parameters: dict[tuple[str, str], Object] = {}
    for each in [*(item.get("parameters") or ()), *(operation.get("parameters") or ())]:
        known = followed(each)
        parameters[known["name"], known["in"]] = known
    inputs = []
    for known in parameters.values():
        ignored = known["in"] == "header" and known["name"].lower() in _NO_PARAMETERS
        if known["in"] not in ("body", "formData") and not ignored:
            # Words of Swagger 2.0 in newer descriptions can be understood.
            is_old = old or not known.keys() & {"schema", "content"}
            inputs.append(_old_input(known) if is_old else _input(known))
    if old or "requestBody" not in operation:
        payloads = _old_payloads(document, operation, list(parameters.values()))
    else:
        payloads = _payloads(operation)
    return Described(*key, tuple(inputs), tuple(payloads), dialect)


def _input(known: Object) -> Input:
    place = known["in"]
    contents = known.get("content")
    media_type = None
    schema = known.get("schema", {})
    if contents:
        media_type, content = next(iter(contents.items()))
        schema = followed(content).get("schema", {})
    style = known.get("style") or _STYLES.get(place, "simple")
    explode = known.get("explode", style in ("form", "cookie"))
    reserved = bool(known.get("allowReserved", False))
    required = bool(known.get("required")) or place == "path"
    return Input(
        str(known["name"]),
        place,
        style,
        explode,
        reserved,
        schema,
        required,
        media_type,
    )


def _old_input(known: Object) -> Input:
    place = known["in"]
    style, explode = _COLLECTIONS[known.get("collectionFormat") or "csv"]
    style = style or _STYLES.get(place, "simple")
    required = bool(known.get("required")) or place == "path"
    return Input(str(known["name"]), place, style, explode, False, known, required)


def _payloads(operation: Object) -> Iterator[Payload]:
    body = followed(operation.get("requestBody") or {})
    required = bool(body.get("required"))
    for media_type, content in (body.get("content") or {}).items():
        content = followed(content) or {}
        yield Payload(
            media_type,
            content.get("schema"),
            required,
            content.get("encoding") or {},
            content.get("itemSchema"),
            (content.get("prefixEncoding"), content.get("itemEncoding")),
        )


def _old_payloads(
    document: Object, operation: Object, parameters: list[Object]
) -> Iterator[Payload]:
    consumes = operation.get("consumes") or document.get("consumes") or []
    for known in parameters:
        if known["in"] == "body":
            for media_type in consumes or ["application/json"]:
                required = bool(known.get("required"))
                yield Payload(media_type, known.get("schema", {}), required, {})
    fields = [known for known in parameters if known["in"] == "formData"]
    if not fields:
        return
    files = any(field.get("type") == "file" for field in fields)
    forms = [t for t in consumes if t in (MULTIPART, *([] if files else [FORM]))]
    required = [field["name"] for field in fields if field.get("required")]
    schema = {
        "type": "object",
        "properties": {field["name"]: _bare(field) for field in fields},
        "required": required,
        "additionalProperties": False,
    }
    encoding = {}
    for field in fields:
        if field.get("type") == "array":
            style, explode = _COLLECTIONS[field.get("collectionFormat") or "csv"]
            encoding[field["name"]] = {"style": style or "form", "explode": explode}
    for media_type in forms or [MULTIPART if files else FORM]:
        yield Payload(media_type, schema, bool(required), encoding)


def _bare(field: Object) -> Object:
    """Return the schema in *field*, whose ``required`` is no list."""
    kept = {key: value for key, value in field.items() if key != "required"}
    return (
        {"type": "string", "format": "binary"} if kept.get("type") == "file" else kept
    )
