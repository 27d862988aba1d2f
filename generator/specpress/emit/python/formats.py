"""Formats as Python has them: what each is called in models and in signatures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from specpress.ir.formats import DECIMALS, FILE, INTEGERS, text_format
from specpress.ir.patterns import python_pattern
from specpress.ir.texts import CHECKED
from specpress.ir.types import Integer, Number, String


class Typed(NamedTuple):
    """A format with a Python type: its alias in the run time, and the type itself."""

    alias: str
    plain: str


TEXTS: Final[Mapping[str, Typed]] = {
    "date-time": Typed("WireDateTime", "dt.datetime"),
    "date-time-local": Typed("WireLocalDateTime", "dt.datetime"),
    "date": Typed("WireDate", "dt.date"),
    "time": Typed("WireTime", "dt.time"),
    "time-local": Typed("WireLocalTime", "dt.time"),
    "duration": Typed("WireDuration", "dt.timedelta"),
    "uuid": Typed("WireUuid", "UUID"),
    "decimal": Typed("WireDecimal", "Decimal"),
    "decimal128": Typed("WireDecimal", "Decimal"),
    "byte": Typed("WireBase64", "bytes"),
    "base64url": Typed("WireBase64Url", "bytes"),
    FILE: Typed("FileContent", "FileInput"),
}
"""The formats of text that have a Python type of their own."""

_WHOLE: Final = {
    **{name: name.replace("uint", "UInt").replace("int", "Int") for name in INTEGERS},
    "double-int": "DoubleInt",
}
_SAME: Final = {
    "iri": "uri",
    "iri-reference": "uri-reference",
    "idn-email": "email",
    "idn-hostname": "hostname",
}

_LENGTHS: Final[Mapping[str, tuple[int, int | None]]] = {
    "uuid": (36, 36),
    "date": (10, 10),
    "date-time": (20, None),
    "date-time-local": (19, None),
}
"""How long the texts of some formats are, at least and at most."""

ALIASES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("StrictFloat", "StrictInt", "DecimalNumber"), "numbers"),
    **dict.fromkeys(_WHOLE.values(), "numbers"),
    "Written": "wire",
    **{t.alias: "times" for t in TEXTS.values() if t.plain.startswith("dt.")},
    **{t.alias: "scalars" for t in TEXTS.values() if not t.plain.startswith("dt.")},
    "FileContent": "filetypes",
    **{
        f"{_SAME.get(name, name).title().replace('-', '')}Text": "texts"
        for name in CHECKED
    },
}
"""The run time's names for types of formats, and the modules they are in."""


def typed(type_: String) -> Typed | None:
    """Return the Python type of the texts of *type_*, where they have one."""
    return TEXTS.get(text_format(type_) or "")


def written_bounds(type_: String) -> dict[str, str | int]:
    """Return the bounds on the texts of *type_* that its format does not say already."""
    least, most = _LENGTHS.get(text_format(type_) or "", (0, None))
    bounds: dict[str, str | int] = {}
    if type_.min_length is not None and type_.min_length > least:
        bounds["min_length"] = type_.min_length
    if type_.max_length is not None and (most is None or type_.max_length < most):
        bounds["max_length"] = type_.max_length
    if type_.pattern is not None and (pattern := python_pattern(type_.pattern)):
        bounds["pattern"] = pattern
    return bounds


def text_alias(type_: String) -> str:
    """Return what validates the texts of *type_*: ``StrictStr`` or what knows more."""
    name = type_.format or ""
    if name not in CHECKED:
        return "StrictStr"
    return f"{_SAME.get(name, name).title().replace('-', '')}Text"


def number_alias(type_: Integer | Number) -> str:
    """Return what validates the numbers of *type_*."""
    if isinstance(type_, Integer):
        return _WHOLE.get(type_.format or "", "StrictInt")
    return "DecimalNumber" if is_decimal(type_) else "StrictFloat"


def is_decimal(type_: Integer | Number) -> bool:
    """Return whether *type_* is a number that no float may stand for."""
    return isinstance(type_, Number) and type_.format in DECIMALS
