"""Python text in the shape that black gives it: strings, brackets, imports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.emit.render import LINE, Snippet

_ESCAPES: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def escape_character(char: str) -> str:
    """Return *char* as it may stand between quotes: what can't be seen is escaped."""
    if char in _ESCAPES:
        return _ESCAPES[char]
    if char.isprintable():
        return char
    code = ord(char)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def string(value: str) -> Snippet:
    """Return *value* as a string literal with the quotes that black would choose.

    >>> print(string('a"b'), string("it's"))
    'a"b' "it's"
    """
    quote = "'" if value.count('"') > value.count("'") else '"'
    body = "".join(
        "\\" + char if char == quote else escape_character(char) for char in value
    )
    return Snippet(f"{quote}{body}{quote}")


def literal(value: object) -> Snippet:
    """Return the scalar *value* as a literal. Raises TypeError on anything else."""
    match value:
        case str():
            return string(value)
        case None | bool() | int() | float():
            return Snippet(repr(value))
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")


def bracketed(
    head: str,
    items: Sequence[str],
    tail: str,
    *,
    indent: int = 0,
    hug: bool = True,
    after: int = 0,
) -> Snippet:
    """Return *head*, *items* and *tail* in the first of black's shapes that fits.

    On one line; else, with *hug*, the items together on a line of their own; else one
    item a line. *head* ends with the opening bracket, *tail* begins with the closing
    one; *indent* is the column of *head*, whose own text is not indented here; *after*
    counts the characters that follow on the last line, such as a comma.

    >>> print(bracketed("f(", ["a", "b"], ")"))
    f(a, b)
    """
    inner = ", ".join(items)
    whole = "\n" not in inner
    if whole and indent + len(head) + len(inner) + len(tail) + after <= LINE:
        return Snippet(f"{head}{inner}{tail}")
    pad = " " * (indent + 4)
    if hug and whole and len(pad) + len(inner) <= LINE and _is_call(head):
        return Snippet(f"{head}\n{pad}{inner}\n{' ' * indent}{tail}")
    lines = [f"{pad}{item},\n" for item in items]
    return Snippet(f"{head}\n{''.join(lines)}{' ' * indent}{tail}")


def annotated(
    name: str, type_: str, value: str = "", *, indent: int = 0, after: int = 0
) -> Snippet:
    """Return ``name: type_ = value``; a union too long for the line goes in parentheses.

    *value* may end with a call of one argument, which then breaks before the union
    does. *indent* and *after* are as in `bracketed`.
    """
    tail = f" = {value}" if value else ""
    line = f"{name}: {type_}{tail}"
    if indent + len(line) + after <= LINE:
        return Snippet(line)
    opening, bracket, argument = value.partition("(")
    head = f"{name}: {type_} = {opening}("
    if bracket and indent + len(head) <= LINE:
        return bracketed(head, [argument[:-1]], ")", indent=indent)
    pad = " " * indent
    if bracket and indent + len(f"{name}: {type_} = (") <= LINE:
        return Snippet(f"{name}: {type_} = (\n{pad}    {value}\n{pad})")
    if " | " not in type_:
        return Snippet(line)
    parts = [type_]
    if len(pad) + 4 + len(type_) > LINE:
        first, *rest = split_top(type_, " | ")
        parts = [first, *(f"| {part}" for part in rest)]
    body = "".join(f"{pad}    {part}\n" for part in parts)
    return Snippet(f"{name}: (\n{body}{pad}){tail}")


def split_top(text: str, separator: str) -> list[str]:
    """Return the parts of *text* between *separator* outside brackets and strings.

    >>> split_top('"a, b", Field(x=1, y=2)', ", ")
    ['"a, b"', 'Field(x=1, y=2)']
    """
    parts, depth, quote, start, at = list[str](), 0, "", 0, 0
    while at < len(text):
        char = text[at]
        if quote:
            at += 1 if char == "\\" else 0
            quote = "" if char == quote else quote
        elif char in "\"'":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, at):
            parts.append(text[start:at])
            start = at + len(separator)
        at += 1
    return [*parts, text[start:]]


def _is_call(head: str) -> bool:
    """Tell whether *head* opens a call or subscript; literals never hug in black."""
    before = head[:-1]
    return head[-1] in "([" and f"a{before[-1:]}".isidentifier() and bool(before)


def from_import(module: str, names: Sequence[str], *, indent: int = 0) -> Snippet:
    """Return ``from module import names``, sorted as isort's black profile does."""
    ordered = sorted(set(names), key=_import_order)
    line = f"from {module} import {', '.join(ordered)}"
    if indent + len(line) <= LINE:
        return Snippet(line)
    pad = " " * indent
    lines = "".join(f"{pad}    {name},\n" for name in ordered)
    return Snippet(f"from {module} import (\n{lines}{pad})")


def _import_order(name: str) -> tuple[int, str, str]:
    plain = name.split(" ")[0]
    rank = 0 if plain.isupper() and len(plain) > 1 else 1 if plain[:1].isupper() else 2
    return rank, plain.lower(), name
