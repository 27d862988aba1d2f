"""Values of parameters read back from the text of a request.

Written from the tables of OpenAPI 3.2 ("Style Examples") and from RFC 6570, the other way
round: each function takes what stands on the wire and tells the texts in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import unquote

from roundtrip.files import Unsayable

Pairs = list[tuple[str, str]]
Read = Callable[[str], str]

_SEPARATORS: Final = {
    "spaceDelimited": "%20",
    "pipeDelimited": "%7C",
    "tabDelimited": "%09",
}
RESERVED: Final = {
    ("simple", "path"): "",
    ("label", "path"): ".",
    ("simple", "header"): ",=",
    ("spaceDelimited", "query"): " ",
    ("pipeDelimited", "query"): "|",
    ("tabDelimited", "query"): "\t",
    ("deepObject", "query"): "[]",
    ("cookie", "cookie"): ',;=" \\',
}
"""What texts inside lists and objects can't hold, since it is not told from what
separates them."""


def pairs_of(query: str) -> Pairs:
    """Return the names and values in *query*, both still encoded."""
    found = []
    for piece in query.split("&") if query else []:
        name, _, value = piece.partition("=")
        found.append((name, value))
    return found


def from_path(text: str, name: str, style: str, explode: bool, given: Any) -> Any:
    """Return what *text*, the part of a path for *name*, holds."""
    if style == "label":
        _begins(text, ".")
        return _joined(text[1:], "." if explode else ",", explode, given, unquote)
    if style == "matrix":
        _begins(text, ";")
        return _from_matrix(text[1:], name, explode, given)
    return _joined(text, ",", explode, given, unquote)


def from_header(text: str, explode: bool, given: Any) -> Any:
    """Return what the *text* of a header holds: nothing is encoded there."""
    return _joined(text, ",", explode, given, str)


def from_pairs(
    pairs: Pairs,
    name: str,
    style: str,
    explode: bool,
    given: Any,
    read: Read = unquote,
) -> Any:
    """Take the pairs of the parameter *name* out of *pairs*; return what they hold.

    None where there are none. *read* decodes names and values.
    """
    if style == "deepObject":
        return _from_deep(pairs, name, given, read)
    if isinstance(given, dict) and explode:
        names = {key for key, each in given.items() if each is not None}
        mine = _taken(pairs, lambda key: key in names, read)
        if len({key for key, _ in mine}) < len(mine):
            raise Unsayable("members of objects share a name with other parameters")
        return {key: read(text) for key, text in mine} or None
    mine = _taken(pairs, lambda key: key == name, read)
    if not mine:
        return None
    if isinstance(given, list) and explode:
        return [read(text) for _, text in mine]
    if len(mine) > 1:
        return [read(text) for _, text in mine]
    separator = _SEPARATORS.get(style, ",")
    if read is str:  # nothing is encoded, the items least of all
        separator = unquote(separator)
        if style in _SEPARATORS and separator in "".join(_inside(given)):
            raise Unsayable("text that holds what separates, where nothing is encoded")
    return _joined(mine[0][1], separator, False, given, read)


def _inside(given: Any) -> list[str]:
    """Return the texts in *given*, a list or an object of scalars."""
    items = [*given, *given.values()] if isinstance(given, dict) else given
    return [each for each in items if isinstance(each, str)]


def _taken(pairs: Pairs, fits: Callable[[str], bool], read: Read) -> Pairs:
    mine = [(read(key), text) for key, text in pairs if fits(read(key))]
    pairs[:] = [(key, text) for key, text in pairs if not fits(read(key))]
    return mine


def _begins(text: str, sign: str) -> None:
    if not text.startswith(sign):
        raise ValueError(f"{text!r} does not begin with {sign!r}")


def _joined(text: str, separator: str, explode: bool, given: Any, read: Read) -> Any:
    """Return the items or members in *text*, or all of it for a scalar."""
    if isinstance(given, list):
        return [read(piece) for piece in text.split(separator)]
    if not isinstance(given, dict):
        return read(text)
    pieces = text.split(separator)
    if explode:
        cut = [piece.partition("=") for piece in pieces]
        return {read(key): read(value) for key, _, value in cut}
    return {
        read(key): read(value)
        for key, value in zip(pieces[::2], pieces[1::2], strict=True)
    }


def _from_matrix(text: str, name: str, explode: bool, given: Any) -> Any:
    pieces = text.split(";") if explode else [text]
    cut = [piece.partition("=")[::2] for piece in pieces]
    if explode and isinstance(given, dict):
        return {unquote(key): unquote(value) for key, value in cut}
    if any(unquote(key) != name for key, _ in cut):
        raise ValueError(f"{text!r} is not about {name!r}")
    if explode and isinstance(given, list):
        return [unquote(value) for _, value in cut]
    return _joined(cut[0][1], ",", False, given, unquote)


def _from_deep(pairs: Pairs, name: str, given: Any, read: Read) -> Any:
    """Return what stands in the brackets behind *name*, however deep."""
    if not isinstance(given, dict | list):
        mine = _taken(pairs, lambda key: key == name, read)
        return read(mine[0][1]) if mine else None
    mine = _taken(pairs, lambda key: key.startswith(f"{name}["), read)
    found: dict[str, Any] = {}
    for key, text in mine:
        inside = found
        steps = key[len(name) + 1 :].removesuffix("]").split("][")
        for step in steps[:-1]:
            inside = inside.setdefault(step, {})
        if steps[-1] in inside:
            raise ValueError(f"{key!r} is there twice")
        inside[steps[-1]] = read(text)
    return _listed(found, given) or None


def _listed(found: Any, given: Any) -> Any:
    """Return *found* with lists where *given* has some: their keys are numbers."""
    if not isinstance(found, dict):
        return found
    if isinstance(given, list):
        items = [each for each in given if each is not None]
        texts = [found.get(str(index)) for index in range(len(found))]
        return [_listed(t, g) for t, g in zip(texts, items, strict=True)]
    members = given if isinstance(given, dict) else {}
    return {key: _listed(each, members.get(key)) for key, each in found.items()}


__all__ = [
    "RESERVED",
    "Pairs",
    "from_header",
    "from_pairs",
    "from_path",
    "pairs_of",
]
