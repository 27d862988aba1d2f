"""Docstrings: prose made safe, wrapped, and laid out as black leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from specpress.emit.prose import wrap
from specpress.emit.python.shape import escape_character
from specpress.emit.render import LINE, Snippet

_QUOTE: Final = '"'


def docstring(
    paragraphs: Sequence[str], *, indent: int, compact: bool = False
) -> Snippet:
    """Return a docstring of *paragraphs* (plain text), to stand at column *indent*.

    A paragraph keeps the lines it has; long ones are wrapped. The text can't end the
    docstring, whatever is in it. A *compact* one ends on its last line of text where
    there is room, as those of fields do.
    """
    width = LINE - indent
    lines = _lines(paragraphs, width)
    if len(lines) == 1 and len(lines[0]) + 6 > width:
        lines = _lines(paragraphs, width - 3)
    text = "\n".join(lines).strip() or "..."
    lead = " " if text.startswith('"') else ""
    pad = " " * indent
    if "\n" not in text:
        return Snippet(f'"""{lead}{text}{" " if text.endswith(_QUOTE) else ""}"""')
    body = "\n".join(pad + line if line else "" for line in text.split("\n"))
    end = " " if body.endswith(_QUOTE) else ""
    if compact and len(body.rpartition("\n")[2]) + len(end) + 3 <= LINE:
        return Snippet(f'"""{lead}{body.lstrip()}{end}"""')
    return Snippet(f'"""{lead}{body.lstrip()}\n{pad}"""')


def _lines(paragraphs: Sequence[str], width: int) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        if lines:
            lines.append("")
        lines += [_safe(line) for line in _fit(paragraph, width, first=not lines)]
    return lines


def _fit(paragraph: str, width: int, *, first: bool) -> list[str]:
    room = width - 3 if first else width
    if all(len(line) <= room for line in paragraph.split("\n")):
        return paragraph.split("\n")
    return wrap(paragraph, room)


def _safe(line: str) -> str:
    out = "".join(escape_character(char) for char in line.expandtabs(4))
    return out.replace('"""', '\\"\\"\\"').rstrip()
