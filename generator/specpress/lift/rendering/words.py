"""The words that documentation tools use for types, as schemas."""

from __future__ import annotations

from typing import Final

Plain = dict[str, object]

_STRING: Final[Plain] = {"type": "string"}
_INTEGER: Final[Plain] = {"type": "integer"}
_NUMBER: Final[Plain] = {"type": "number"}
_BOOLEAN: Final[Plain] = {"type": "boolean"}

WORDS: Final[dict[str, Plain]] = {
    **dict.fromkeys(("string", "str", "text", "char"), _STRING),
    **dict.fromkeys(("integer", "int", "short"), _INTEGER),
    **dict.fromkeys(("number", "decimal", "bigdecimal"), _NUMBER),
    **dict.fromkeys(("boolean", "bool"), _BOOLEAN),
    **{word: {"type": "object"} for word in ("object", "map", "dict")},
    **{word: {"type": "array", "items": {}} for word in ("array", "list", "set")},
    **{word: {} for word in ("any", "anytype", "oas_any_type_not_mapped", "")},
    "long": {"type": "integer", "format": "int64"},
    "float": {"type": "number", "format": "float"},
    "double": {"type": "number", "format": "double"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "uuid": {"type": "string", "format": "uuid"},
    "uri": {"type": "string", "format": "uri"},
    "url": {"type": "string", "format": "uri"},
    "file": {"type": "string", "format": "binary"},
    "binary": {"type": "string", "format": "binary"},
    "byte[]": {"type": "string", "format": "byte"},
    "bytearray": {"type": "string", "format": "byte"},
}
"""What a word means (in lower case)."""

FORMATS: Final[dict[str, str]] = {
    **dict.fromkeys(("int32", "int64", "int8", "int16", "uint32", "uint64"), "integer"),
    **dict.fromkeys(("float", "double", "decimal"), "number"),
    **dict.fromkeys(
        "date date-time time duration email hostname ipv4 ipv6 uri uri-reference url"
        " uuid byte binary password regex iri".split(),
        "string",
    ),
}
"""The type that a format of the OpenAPI format registry belongs to."""


def typed(word: str) -> Plain | None:
    """Return the schema that *word* stands for, or None when it is no known word.

    >>> typed("Long")
    {'type': 'integer', 'format': 'int64'}
    """
    found = WORDS.get(word.strip().lower().replace("-", ""))
    return None if found is None else dict(found)


def either(words: str) -> Plain | None:
    """Return the schema of *words* with commas between; ``null`` may be one of them.

    >>> either("string,null")
    {'type': 'string', 'nullable': True}
    """
    listed = [word.strip() for word in words.split(",")]
    named = [word for word in listed if word.lower() != "null"]
    schemas = [found for word in named if (found := typed(word)) is not None]
    if not named or len(schemas) < len(named):
        return None
    schema: Plain = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {**schema, "nullable": True} if len(named) < len(listed) else schema


def with_format(schema: Plain, format_: str) -> Plain:
    """Return *schema* with *format_*, and the type that the format belongs to.

    >>> with_format({}, "int64")
    {'type': 'integer', 'format': 'int64'}
    """
    given = {} if "type" not in schema and format_ not in FORMATS else schema
    if "type" not in given and format_ in FORMATS:
        given = {"type": FORMATS[format_], **given}
    return {**given, "format": format_}


def value(text: str, schema: Plain) -> object:
    """Return *text* as a value of the type of *schema*; text stays text.

    >>> value("3", {"type": "integer"}), value("true", {"type": "boolean"})
    (3, True)
    """
    match schema.get("type"):
        case "integer":
            return _number(text, int)
        case "number":
            return _number(text, float)
        case "boolean" if text in ("true", "false"):
            return text == "true"
        case _:
            return text


def _number(text: str, kind: type[int | float]) -> object:
    try:
        number = kind(text)
    except ValueError:
        return text
    return int(number) if kind is float and text.lstrip("-").isdigit() else number
