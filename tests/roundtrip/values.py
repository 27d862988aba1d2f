"""Values for arguments, made by hypothesis from the schemas of a description."""

from __future__ import annotations

import base64
import datetime as dt
import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from roundtrip.files import Object, Unsayable
from roundtrip.flat import flat

Draw = Callable[[st.SearchStrategy[Any]], Any]

_DEEP: Final = 5
_DEEPEST: Final = 14
_FEW: Final = 3
_SAFE: Final = 2**53
_NATIVE: Final = ("date", "date-time", "uuid")
_PRINTED: Final = "".join(map(chr, range(0x20, 0x7F)))
_ODD: Final = "äß€漢😀\u2028\u00a0"


class Place(NamedTuple):
    """Where a value goes: which characters its texts may have, whether null may stand
    there, whether its binaries are files, and how deep lists and objects may be."""

    alphabet: str = _PRINTED + _ODD + "\t\n"
    avoid: str = ""
    null: bool = True
    files: bool = False
    native: bool = True
    inside: int = _DEEPEST


JSON: Final = Place()


class Maker:
    """Makes values in one *dialect* of schemas by what *draw* draws."""

    def __init__(self, draw: Draw, dialect: str, place: Place) -> None:
        self._draw = draw
        self._dialect = dialect
        self._place = place
        chars = [c for c in place.alphabet if c not in place.avoid]
        self._alphabet = st.sampled_from(chars)

    def value(self, schema: Any, depth: int = 0) -> Any:
        """Return a value that *schema* allows; raise `Unsayable` where none is found."""
        if depth > _DEEPEST:
            raise Unsayable("a schema that needs values without an end")
        known = flat(schema, self._choose, self._dialect)
        nullable = known.get("nullable") or known.get("x-nullable")
        types = known.get("type")
        types = types if isinstance(types, list) else [types] if types else []
        if "const" in known:
            return self._fit(known["const"])
        if known.get("enum"):
            listed = [v for v in known["enum"] if self._place.null or v is not None]
            if not listed:
                raise Unsayable(
                    "only null is allowed where there is no way to write it"
                )
            return self._fit(self._choose(listed))
        if self._place.null and (nullable or "null" in types) and self._chance(8):
            return None
        kinds = [t for t in types if t != "null"] or [self._guess(known)]
        if types == ["null"]:
            if not self._place.null:
                raise Unsayable(
                    "only null is allowed where there is no way to write it"
                )
            return None
        return self._typed(self._choose(kinds), known, depth)

    def members(
        self, schema: Any, depth: int = 0, *, extra: bool = True
    ) -> dict[str, Any]:
        """Return an object that *schema* allows, all that it needs and some of the rest;
        with *extra*, what it does not name, too."""
        known = flat(schema, self._choose, self._dialect)
        properties = known.get("properties") or {}
        needed = known.get("required")
        needed = needed if isinstance(needed, list) else []
        made: dict[str, Any] = {}
        least = known.get("minProperties") or 0
        for name, each in properties.items():
            if self._is_read_only(each):
                continue
            few = len(made) < least or (depth < _DEEP and self._chance(2))
            if name in needed or few:
                made[name] = self.value(each, depth + 1)
        for name in needed:
            if name not in properties and extra:
                made[name] = self.value(
                    known.get("additionalProperties", {}), depth + 1
                )
        more = known.get("additionalProperties")
        while (
            more is not None
            and more is not False
            and extra
            and depth < _DEEP
            and len(made) < max(known.get("maxProperties") or _FEW, least)
            and (len(made) < least or self._chance(2))
        ):
            name = self._text({"minLength": 1, "maxLength": 8})
            if self._place.alphabet != _PRINTED + _ODD + "\t\n":
                name = re.sub(r"[^A-Za-z0-9_]", "x", name)
            if name not in properties and not name.startswith("xmlns"):
                made[name] = self.value(more, depth + 1)
        return made

    def _typed(self, kind: str, known: Object, depth: int) -> Any:
        match kind:
            case "string":
                return self._string(known)
            case "boolean":
                return self._draw(st.booleans())
            case "integer":
                return self._integer(known)
            case "number":
                return self._number(known)
            case "array":
                return self._list(known, depth)
            case "object":
                if self._place.inside <= depth:
                    raise Unsayable("objects inside of what has a style")
                return self.members(known, depth)
            case "any":
                return self._draw(self._scalars())
            case "file":
                return self._draw(st.binary(min_size=1, max_size=20))
        raise Unsayable(f"an unknown type {kind!r}"[:60])

    def _guess(self, known: Object) -> str:
        """Return the type that the keywords of *known* are about."""
        for kind, keys in _ABOUT.items():
            if keys & known.keys():
                return kind
        if self._place.files and not known:
            return "file"
        return "any"

    def _scalars(self) -> st.SearchStrategy[Any]:
        text = st.text(self._alphabet, min_size=1, max_size=8)
        return st.one_of(text, st.integers(-_SAFE, _SAFE), st.booleans())

    def _string(self, known: Object) -> Any:
        format_ = known.get("format")
        is_file = format_ == "binary" or (
            ("contentMediaType" in known or format_ == "file")
            and "contentEncoding" not in known
        )
        if self._place.files and is_file:
            return self._draw(st.binary(max_size=40))
        if isinstance(known.get("pattern"), str):
            return self._matching(known["pattern"], known)
        bounded = known.keys() & {"minLength", "maxLength"}
        make = None if bounded else _FORMATS.get(str(format_))
        if make is None:
            return self._text(known)
        value = self._draw(make)
        plain = value if isinstance(value, str) else text_of(value)
        if any(c in self._place.avoid for c in plain):
            raise Unsayable("a format whose texts hold what separates")
        if self._place.native and format_ in _NATIVE and self._chance(2):
            return value
        return plain

    def _text(self, known: Object) -> str:
        least = known.get("minLength") or 0
        most = known.get("maxLength")
        least = max(int(least), 0 if self._place.null else 1)
        top = least + 6 if most is None else max(min(int(most), least + 6), least)
        return str(self._draw(st.text(self._alphabet, min_size=least, max_size=top)))

    def _matching(self, pattern: str, known: Object) -> str:
        least, most = known.get("minLength") or 0, known.get("maxLength") or 10_000
        chars = set(self._place.alphabet) - set(self._place.avoid)
        body = pattern
        if len(pattern) > 2 and pattern[0] == pattern[-1] == "/":
            body = pattern[1:-1]
        body = re.sub(r"(?<!\\)\$", r"\\Z", body)  # no line ends before the end
        try:
            alphabet = st.sampled_from(sorted(chars))
            made = st.from_regex(re.compile(body, re.ASCII), alphabet=alphabet)
            fits = made.filter(
                lambda t: least <= len(t) <= most and chars.issuperset(t)
            )
            return str(self._draw(fits))
        except (re.error, InvalidArgument, OverflowError, RecursionError):
            raise Unsayable("a pattern that hypothesis can't follow") from None

    def _integer(self, known: Object) -> int:
        low, high = _bounds(known)
        bits = {"int32": 31, "int64": 63}.get(str(known.get("format")), 53)
        least = -(2**bits) if low is None else max(-(2**bits), low)
        most = 2**bits - 1 if high is None else min(2**bits - 1, high)
        step = known.get("multipleOf")
        step = int(step) if step and float(step).is_integer() and step >= 1 else 1
        first, last = -(-int(_up(least)) // step), int(_down(most)) // step
        if first > last:
            raise Unsayable("bounds without a number between")
        return int(self._draw(st.integers(first, last))) * step

    def _number(self, known: Object) -> Any:
        low, high = _bounds(known)
        if step := known.get("multipleOf"):
            first = -1000 if low is None else int(_up(low / step))
            last = first + 2000 if high is None else int(_down(high / step))
            if first > last:
                raise Unsayable("bounds without a number between")
            return round(self._draw(st.integers(first, last)) * step, 10)
        floats = st.floats(
            min_value=-1e9 if low is None else float(low),
            max_value=max(1e9, (low or 0) + 1.0) if high is None else float(high),
            allow_nan=False,
            allow_infinity=False,
        )
        strict = [known.get("exclusiveMinimum"), known.get("exclusiveMaximum")]
        edges = (
            {low, high}
            if any(v is not None and v is not False for v in strict)
            else set()
        )
        return self._draw(floats.filter(lambda v: v not in edges))

    def _list(self, known: Object, depth: int) -> list[Any]:
        if self._place.inside <= depth:
            raise Unsayable("lists inside of what has a style")
        least = int(known.get("minItems") or 0)
        most = min(int(known.get("maxItems", least + _FEW)), least + _FEW)
        if depth >= _DEEP:
            most = least
        count = self._draw(st.integers(least, max(most, least)))
        first = known.get("prefixItems") or ()
        items = known.get("items", {})
        if isinstance(items, list):
            first, items = items, {}
        made: list[Any] = []
        for index in range(count):
            each = first[index] if index < len(first) else items
            if each is False:
                break
            value = self.value(each, depth + 1)
            if known.get("uniqueItems") and value in made:
                continue
            made.append(value)
        if len(made) < least:
            raise Unsayable("unique items that were not found")
        return made

    def _is_read_only(self, schema: Any) -> bool:
        """Return whether *schema* is of what only answers have."""
        try:
            known = flat(schema, lambda branches: branches[0], self._dialect)
        except Unsayable:
            return False
        return known.get("readOnly") is True

    def _fit(self, value: Any) -> Any:
        """Return *value*, which is given, if its texts can stand in this place."""
        if isinstance(value, str) and any(c in self._place.avoid for c in value):
            raise Unsayable("a given value that holds what separates")
        return value

    def _choose(self, options: Any) -> Any:
        return options[self._draw(st.integers(0, len(options) - 1))]

    def _chance(self, of: int) -> bool:
        return bool(self._draw(st.integers(0, of - 1)) == of - 1)


_ABOUT: Final = {
    "object": frozenset({"properties", "additionalProperties", "required"}),
    "array": frozenset({"items", "minItems", "maxItems", "prefixItems"}),
    "string": frozenset({"pattern", "minLength", "maxLength", "format"}),
    "number": frozenset({"minimum", "maximum", "multipleOf"}),
}


def text_of(value: Any) -> str:
    """Return the text that stands for a *value* of Python's own."""
    if isinstance(value, dt.datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)


def _bounds(known: Object) -> tuple[Any, Any]:
    """Return the least and the greatest number, those that are excluded among them."""
    low, high = known.get("minimum"), known.get("maximum")
    under, over = known.get("exclusiveMinimum"), known.get("exclusiveMaximum")
    step = 1 if known.get("type") in ("integer", ["integer"]) else 0
    if under is True and low is not None:
        low += step
    elif isinstance(under, int | float) and not isinstance(under, bool):
        low = max(x for x in (low, under + step) if x is not None)
    if over is True and high is not None:
        high -= step
    elif isinstance(over, int | float) and not isinstance(over, bool):
        high = min(x for x in (high, over - step) if x is not None)
    return low, high


def _up(value: Any) -> int:
    return -int(-value // 1)


def _down(value: Any) -> int:
    return int(value // 1)


_MOMENTS: Final = st.datetimes(
    dt.datetime(1980, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC)
).map(lambda moment: moment.replace(microsecond=0))
_FORMATS: Final[dict[str, st.SearchStrategy[Any]]] = {
    "date": st.dates(dt.date(1980, 1, 1), dt.date(2100, 1, 1)),
    "date-time": _MOMENTS,
    "time": _MOMENTS.map(lambda moment: f"{moment:%H:%M:%S}Z"),
    "uuid": st.uuids(version=4),
    "guid": st.uuids(version=4).map(str),
    "email": st.sampled_from(["a@example.com", "b.c+d@example.org"]),
    "idn-email": st.just("a@example.com"),
    "uri": st.sampled_from(["https://example.com/a?b=c&d#e", "urn:x:y"]),
    "url": st.sampled_from(["https://example.com/a?b=c&d#e"]),
    "uri-reference": st.sampled_from(["/a?b=c", "x"]),
    "iri": st.just("https://example.com/a"),
    "hostname": st.just("example.com"),
    "ipv4": st.just("192.0.2.1"),
    "ipv6": st.just("2001:db8::1"),
    "ip": st.just("192.0.2.1"),
    "byte": st.binary(min_size=1, max_size=9).map(
        lambda b: base64.b64encode(b).decode()
    ),
    "base64url": st.binary(min_size=1, max_size=9).map(
        lambda b: base64.urlsafe_b64encode(b).decode()
    ),
    "duration": st.sampled_from(["PT1H30M", "P3D"]),
    "decimal": st.sampled_from(["1.50", "-3"]),
    "int64": st.integers(-_SAFE, _SAFE).map(str),
    "int32": st.integers(-1000, 1000).map(str),
    "json-pointer": st.just("/a/0"),
    "regex": st.just("^a$"),
}
