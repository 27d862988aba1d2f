"""Python text in the shape that black gives it: strings, brackets, imports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.emit.render import LINE, Snippet

_DIGITS: Final = re.compile(r"[0-9]+|.", re.DOTALL)
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
    if value and not after and indent + len(f"{name}: {type_} = (") <= LINE:
        return Snippet(f"{name}: {type_} = (\n{pad}    {value}\n{pad})")
    if " | " not in type_:
        return Snippet(line)
    body = laid_out("", type_, indent=indent + 4)
    return Snippet(f"{name}: (\n{pad}    {body}\n{pad}){tail}")


def laid_out(head: str, expression: str, tail: str = "", *, indent: int = 0) -> str:
    """Return *head*, the type *expression* and *tail*, broken as black breaks them.

    A union goes into parentheses where the line has none around it, which is when
    *head* is not empty; brackets hug what is in them, or hold an item a line.
    """
    if indent + len(head) + len(expression) + len(tail) <= LINE:
        return f"{head}{expression}{tail}"
    pad, inner = " " * indent, " " * (indent + 4)
    members = split_top(expression, " | ")
    if len(members) > 1:
        if not head:
            first, *rest = (laid_out("", member, indent=indent) for member in members)
            return f"\n{pad}".join([first, *(f"| {member}" for member in rest)]) + tail
        if indent + 4 + len(expression) <= LINE:
            return f"{head}(\n{inner}{expression}\n{pad}){tail}"
        body = laid_out("", expression, indent=indent + 4)
        return f"{head}(\n{inner}{body}\n{pad}){tail}"
    opening = _opening(expression)
    if opening is None and head:
        return f"{head}(\n{inner}{expression}\n{pad}){tail}"
    if opening is None:
        return f"{head}{expression}{tail}"
    start = f"{head}{expression[: opening + 1]}"
    if indent + len(start) > LINE and indent + len(head) < LINE and head.endswith("= "):
        return f"{head}(\n{inner}{laid_out('', expression, indent=indent + 4)}\n{pad})"
    items = split_top(expression[opening + 1 : -1], ", ")
    if indent + 4 + len(", ".join(items)) <= LINE:
        return f"{start}\n{inner}{', '.join(items)}\n{pad}{expression[-1]}{tail}"
    comma = "," if len(items) > 1 else ""
    lines = [inner + laid_out("", item, comma, indent=indent + 4) for item in items]
    body = "\n".join(lines)
    return f"{start}\n{body}\n{pad}{expression[-1]}{tail}"


def _opening(expression: str) -> int | None:
    """Return where the bracket opens that closes at the end of *expression*."""
    for place, char in enumerate(expression):
        if char in "([" or (char == "{" and place == 0):
            return place if expression[-1] in ")]}" else None
        if not (char.isidentifier() or char.isdigit() or char in ".="):
            return None
    return None


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
    ordered = sorted(set(names), key=import_order)
    line = f"from {module} import {', '.join(ordered)}"
    if indent + len(line) <= LINE:
        return Snippet(line)
    pad = " " * indent
    lines = "".join(f"{pad}    {name},\n" for name in ordered)
    return Snippet(f"from {module} import (\n{lines}{pad})")


def natural(text: str) -> tuple[tuple[int, ...], ...]:
    """Return the key by which isort sorts *text*: runs of digits count as numbers, but
    after a zero digit by digit, as in a fraction.

    >>> sorted(["item10", "item9", "item_a", "item012"], key=natural)
    ['item012', 'item9', 'item10', 'item_a']
    """
    return tuple(map(_part, _DIGITS.findall(text)))


def _part(part: str) -> tuple[int, ...]:
    if not (part.isdigit() and part.isascii()):
        return (ord(part),)
    if part[0] == "0":
        return (ord("0"), 0, *map(int, part))
    return ord("0"), 1, int(part)


def import_order(name: str) -> tuple[int, tuple[tuple[int, ...], ...], str]:
    """Return the key by which isort sorts a *name* that is imported: by its kind first.

    >>> sorted(["b", "Aa", "AB", "B10", "B9"], key=import_order)
    ['AB', 'B9', 'B10', 'Aa', 'b']
    """
    plain = name.split(" ")[0]
    rank = 0 if plain.isupper() and len(plain) > 1 else 1 if plain[:1].isupper() else 2
    return rank, natural(plain.lower()), name
