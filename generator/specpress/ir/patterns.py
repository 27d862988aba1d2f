"""ECMA-262 regular expressions in the words of Python's `re`."""

from __future__ import annotations

import re
import warnings
from typing import Final

_SPACE: Final = (
    r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_NO_SPACE: Final = (
    r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff"
)
_CLASSES: Final = {
    "d": "0-9",
    "D": r"\x00-/:-\U0010ffff",
    "w": "A-Za-z0-9_",
    "W": r"\x00-/:-@\[-\^`{-\U0010ffff",
    "s": _SPACE,
    "S": _NO_SPACE,
}
"""What stands inside the brackets for the escapes that Python reads differently."""

_OPPOSITE: Final = {"D": "d", "W": "w", "S": "s"}
_SAME: Final = frozenset("tnvfr") | frozenset("123456789")
_TOKEN: Final = re.compile(
    r"\\u\{(?P<point>[0-9a-fA-F]+)\}"
    r"|\\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\(?P<hex>u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})"
    r"|\\c(?P<control>[A-Za-z])"
    r"|\\k<(?P<back>\w+)>"
    r"|\\(?P<escape>[\s\S])"
    r"|\(\?<(?P<group>[^\W\d]\w*)>"
    r"|(?P<look>\(\?(?:[:=!]|<[=!]))"
    r"|(?P<open>\(\?)"
    r"|(?P<never>\[\])|(?P<all>\[\^\])"
    r"|(?P<possessive>[*+?}]\+)"
    r"|(?P<brace>\{,)"
    r"|(?P<char>[\s\S])"
)

_GROUPS: Final = frozenset(("group", "look", "open", "never", "all", "brace"))


class _NoEqual(Exception):
    """Python's expressions have no word for this."""


def python_pattern(ecma: str) -> str | None:
    """Return the Python expression for *ecma*, to be used with `re.search`; or None.

    None when *ecma* is no expression, or when Python can't say it.

    >>> python_pattern("^AC[0-9a-f]{32}$")
    '^AC[0-9a-f]{32}\\\\Z'
    >>> python_pattern(r"^\\d+\\/(?<year>[^-])"), python_pattern(r"\\p{L}")
    ('^[0-9]+/(?P<year>[^-])', None)
    """
    try:
        text = "".join(_translate(ecma))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(text)
    except (_NoEqual, re.error, OverflowError, RecursionError, Warning):
        return None
    return text


def _translate(ecma: str) -> list[str]:
    out: list[str] = []
    inside = after_class = False
    for token in _TOKEN.finditer(ecma):
        kind, text = token.lastgroup or "", token[0]
        is_class = inside and kind == "escape" and token["escape"] in _CLASSES
        if inside and (kind in _GROUPS or kind == "possessive"):
            out += [_inside(char) for char in text]  # between brackets, no groups
            inside = "]" not in text
        elif inside and text == "-" and after_class:
            out.append(r"\-")  # [\w-.]: no range begins at a class
        else:
            if is_class and out[-1] == "-":
                out[-1] = r"\-"  # [+-\d]: nor does one end there
            out.append(_token(token, kind, inside=inside))
            if kind == "char" and text in "[]":
                inside = text == "["
        after_class = is_class
    return out


def _token(token: re.Match[str], kind: str, *, inside: bool) -> str:
    match kind:
        case "point":
            return _point(int(token["point"], 16))
        case "low":
            high, low = int(token["high"], 16), int(token["low"], 16)
            return _point(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
        case "hex":
            return token[0]
        case "control":
            return rf"\x{ord(token['control']) % 32:02x}"
        case "back":
            return f"(?P={token['back']})"
        case "escape":
            return _escape(token["escape"], inside=inside)
        case "group":
            return f"(?P<{token['group']}>"
        case "look":
            return token[0]
        case "never":
            return "(?!)"
        case "all":
            return r"[\x00-\U0010ffff]"
        case "brace":
            return r"\{,"
        case "char":
            return _inside(token[0]) if inside else _outside(token[0])
        case _:
            raise _NoEqual


def _point(number: int) -> str:
    if number > 0x10FFFF:
        raise _NoEqual
    return rf"\U{number:08x}"


def _escape(char: str, *, inside: bool) -> str:
    """Return what stands for a backslash and *char*."""
    if char in _CLASSES:
        if inside:
            return _CLASSES[char]
        if char in _OPPOSITE:
            return f"[^{_CLASSES[_OPPOSITE[char]]}]"
        return f"[{_CLASSES[char]}]"
    if char in _SAME:
        return rf"\{char}"
    if char == "0":
        return r"\x00"
    if char in "bB":
        return r"\x08" if inside and char == "b" else rf"(?a:\{char})"
    if char == "/":
        return char
    if char.isascii() and not char.isalnum():
        return rf"\{char}"
    raise _NoEqual


def _inside(char: str) -> str:
    """Return what stands for *char* between brackets; Python warns of some as they are."""
    return rf"\{char}" if char in "[&~|" else char


def _outside(char: str) -> str:
    match char:
        case "$":
            return r"\Z"
        case ".":
            return r"[^\n\r\u2028\u2029]"
        case _:
            return char
