"""Short remarks beside a name: marks, types, defaults, limits, places."""

from __future__ import annotations

import json
import re
from typing import Final, cast

from specpress.lift.generic.facts import Fact
from specpress.lift.generic.limits import read_limits
from specpress.lift.generic.typed import Schema, Typed
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import TYPES, location, mark, normal
from specpress.source import NOWHERE

_DEFAULT: Final = re.compile(
    r"(?:the\s+)?(?:default(?:s)?(?:\s+(?:value|is|to|value is))*)\s*(?:[:=]\s*)?[`\"']?(?P<value>\S(?:.*?\S)?)[`\"']?",
    re.IGNORECASE,
)
_NO_VALUE: Final = ("nil", "null", "none", "undefined", "n/a", "")
_VALUES: Final = re.compile(
    r"(?:(?:possible|allowed|valid|accepted|permitted|supported)\s+values(?:\s+are)?|one of|values|enum|choices|options|can be|must be one of)\s*:?\s+(?P<values>\S.*)",
    re.IGNORECASE,
)
_EXAMPLE: Final = re.compile(
    r"(?:example|e\.g\.|sample)\s*[:=]?\s+(?P<value>\S.*)", re.IGNORECASE
)
_FORMAT: Final = re.compile(r"format\s*[:=]\s*(?P<format>[\w-]+)", re.IGNORECASE)
_FORMATS: Final = frozenset(
    "int32 int64 float double byte binary date date-time password email uuid uri url"
    " hostname ipv4 ipv6 duration time uri-reference decimal".split()
)
_OPEN: Final = re.compile(r"\s*(?:[-\u2013\u2014:|·•]+\s+|[(\[{])")
_PREFIX: Final = re.compile(
    r"\s*[\[(]?\s*(?P<mark>(?:not\s+)?required|optional|mandatory|conditional|deprecated|read[- ]only|write[- ]only|nullable)"
    r"\s*[\])]?\s*(?:[.:;,!]\s*|[-\u2013\u2014]\s+|\n|$|(?<=[\])])\s*)",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(
    r"(?<=[.!?)])\s+(?P<mark>Optional|Required|Mandatory)\.(?=\s|$)"
)
_SUFFIX: Final = re.compile(
    r"\s*[\[(](?P<mark>required|optional|mandatory|deprecated|read[- ]only)[\])]\s*\.?\s*$",
    re.IGNORECASE,
)


def take_note(text: str, fact: Fact) -> bool:
    """Put what the remark *text* says into *fact*; False when it is not understood."""
    text = _bare(text)
    if not text:
        return True
    if take_mark(text, fact):
        return True
    if (found := _DEFAULT.fullmatch(text)) and found["value"].strip(
        "`\"'"
    ).lower() in _NO_VALUE:
        fact.required, fact.marked = False, True
        return True
    if found:
        fact.default = value_of(found["value"].strip("`\"'"), fact)
        return True
    if found := _FORMAT.fullmatch(text):
        _set_format(fact, found["format"])
        return True
    if found := _EXAMPLE.fullmatch(text):
        fact.example = value_of(found["value"].strip("`\"'"), fact)
        return True
    if found := _VALUES.fullmatch(text):
        fact.values = take_values(found["values"], fact)
        return True
    if text.lower() in _FORMATS and fact.schema is not None:
        _set_format(fact, text.lower())
        return True
    if (place := location(text)) is not None and normal(text) not in TYPES:
        fact.location = place
        return True
    if (limits := read_limits(text, kind_of(fact))) is not None:
        fact.limits.update(limits)
        return True
    return take_type(text, fact)


def take_notes(text: str, fact: Fact) -> bool:
    """Put the remarks in *text*, which commas or other signs part, into *fact*.

    None of them when one is not understood: False then.
    """
    probe = Fact("", fact.span, "", schema=fact.schema)
    if take_note(text, probe) and not probe.unread:
        return take_note(text, fact)
    if (tail := _TAIL.fullmatch(text)) and is_remark(tail["type"]):
        return take_note(tail["type"], fact) and take_note(tail["mark"], fact)
    for signs in _SIGNS:
        parts = [
            part.strip().strip("`<>") for part in signs.split(text) if part.strip()
        ]
        probe = Fact("", fact.span, "", schema=fact.schema)
        if (
            len(parts) > 1
            and all(take_note(part, probe) for part in parts)
            and not probe.unread
        ):
            return all(take_note(part, fact) for part in parts)
    return False


_TAIL: Final = re.compile(
    r"(?P<type>\S.*?)\s+[(\[]?(?P<mark>required|optional|mandatory)[)\]]?",
    re.IGNORECASE,
)
_SIGNS: Final = (
    re.compile(r"[,;]\s*(?![^<(\[]*[>)\]])(?=\S)|\n"),
    re.compile(r"[,;:|·]\s*(?![^<(\[]*[>)\]])|\s[-\u2013\u2014]\s|\n"),
    re.compile(r"[,;:|·/]\s*(?![^<(\[]*[>)\]])|\s[-\u2013\u2014]\s|\s*&\s*|\n"),
)


def is_remark(text: str) -> bool:
    """Return whether *text*, unmarked, is a type or a mark and begins no sentence.

    >>> is_remark("Required"), is_remark("string"), is_remark("True"), is_remark("The name")
    (True, True, False, False)
    """
    probe = Fact("", NOWHERE, "")
    if text.strip().lower() in _SENTENCES or not take_note(text, probe):
        return False
    if probe.location is not None or (
        probe.schema is not None and "$ref" in probe.schema
    ):
        return False
    return probe.marked or probe.deprecated or bool(kind_of(probe))


_SENTENCES: Final = frozenset(
    "true false yes no must may always never multiple list array value null set time text"
    " number object link file flag json map count status".split()
)
"""Words of types and marks that sentences begin with as well."""


def _refines(text: str, fact: Fact) -> bool:
    """Take a type in parentheses that says more than the one before them."""
    read = read_type(text) if fact.schema is not None and len(text) < 60 else None
    found = (
        (read.schema or {}).get("format") if read is not None and read.exact else None
    )
    schema = fact.schema or {}
    items = cast("Schema", schema.get("items") or {})
    if found is None or read is None or read.schema is None:
        return False
    if read.schema.get("type") not in (schema.get("type"), items.get("type")):
        return False
    _set_format(fact, str(found))
    return True


def _set_format(fact: Fact, name: str) -> None:
    """Give *fact*, or what it is a list of, the format *name*."""
    name = "uri" if name == "url" else name
    schema = fact.schema or {}
    if schema.get("type") == "array" and isinstance(items := schema.get("items"), dict):
        fact.schema = {**schema, "items": {**cast("Schema", items), "format": name}}
    else:
        fact.limits["format"] = name


def _bare(text: str) -> str:
    """Return *text* without the parentheses around all of it."""
    text = text.strip(" \n,;·")
    while (
        text[:1] in "(["
        and text[-1:] in ")]"
        and not re.search(r"[()\[\]]", text[1:-1])
    ):
        text = text[1:-1].strip(" \n,;·")
    return text


def take_mark(text: str, fact: Fact) -> bool:
    """Put the mark that *text* is into *fact*; False when it is none."""
    found = mark(text)
    match found:
        case "required" | "optional":
            fact.required, fact.marked = found == "required", True
        case "conditional":
            fact.required, fact.marked = False, True
            fact.doubt("required", 0.7)
        case "deprecated":
            fact.deprecated = True
        case "readonly":
            fact.read_only = True
        case "writeonly":
            fact.write_only = True
        case "nullable":
            fact.nullable = True
        case _:
            return False
    return True


def take_type(text: str, fact: Fact) -> bool:
    """Put the type that *text* is into *fact*, when every word of it is understood."""
    if len(text) > 120 or fact.schema is not None:
        return False
    read = read_type(text)
    if read.schema is None or not read.exact or _is_prose(text):
        return False
    set_type(fact, read, text)
    return True


def _is_prose(text: str) -> bool:
    """Return whether *text* is a sentence rather than a type that is written out."""
    text = re.sub(r"\([^()]*\)", "", text)
    return len(text.split()) > 3 and not re.search(
        r"\b(?:of|or|object|array|list)\b|[|<\[]", text
    )


def set_type(fact: Fact, read: Typed, text: str) -> None:
    """Put *read*, a type, into *fact*, with the remarks in it."""
    fact.schema = read.schema
    fact.type_text = text
    fact.nullable = fact.nullable or read.nullable
    for note in read.notes:
        for part in _parts(note):
            if part == "?":
                fact.required, fact.marked = False, True
            elif not (take_note(part, fact) or _refines(part, fact)):
                fact.unread.append((part, fact.span))


def _parts(note: str) -> list[str]:
    if read_limits(note, "string") is not None or _VALUES.fullmatch(note):
        return [note]
    return [part.strip() for part in re.split(r"[,;]\s*", note) if part.strip()]


def kind_of(fact: Fact) -> str:
    """Return the JSON type of *fact*, empty when it is not known."""
    return str((fact.schema or {}).get("type", ""))


def value_of(text: str, fact: Fact) -> object:
    """Return *text* as a value of the type of *fact*.

    Text that is no such value stays text.
    """
    kind = kind_of(fact)
    text = text.strip()
    if kind == "string":
        return text.strip("\"'`“”")
    if kind in ("integer", "number", "boolean", "array", "object", ""):
        lowered = text.lower() if kind == "boolean" else text
        try:
            return cast("object", json.loads(lowered))
        except (ValueError, RecursionError):
            return text.strip("\"'`“”")
    return text


def take_values(text: str, fact: Fact) -> list[object]:
    """Return the values that *text* lists."""
    text = text.strip().rstrip(".")
    quoted = re.findall(r"[`\"“']([^`\"”']+)[`\"”']", text)
    if quoted:
        parts = quoted
    else:
        parts = re.split(
            r"\s*(?:,\s*(?:or|and)\s|,|\||;|\n|\s/\s|\s(?:or|and)\s)\s*", text
        )
    item = fact.schema or {}
    kind = str(item.get("type", ""))
    shown = Fact(
        fact.name, fact.span, fact.path, schema=item if kind != "array" else None
    )
    return [value_of(part.strip(), shown) for part in parts if part.strip()]


def split_description(text: str, fact: Fact) -> str:
    """Return *text* without the marks that it begins or ends with.

    >>> from specpress.source import NOWHERE
    >>> fact = Fact("a", NOWHERE, "")
    >>> split_description("Optional. The name", fact), fact.required
    ('The name', False)
    """
    while found := _PREFIX.match(text):
        if not take_mark(normal(found["mark"]), fact):
            break
        text = text[found.end() :].lstrip()
    if (found := _SENTENCE.search(text)) and take_mark(found["mark"], fact):
        text = f"{text[: found.start()]} {text[found.end() :]}".strip()
    while found := _SUFFIX.search(text):
        if not take_mark(normal(found["mark"]), fact):
            break
        text = text[: found.start()].rstrip()
    return text
