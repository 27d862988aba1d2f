"""Paths: templates filled with values that stay within their segment."""

from __future__ import annotations

import re
from urllib.parse import unquote

from .operation import Param
from .styles import path_text
from .violation import Violation

_STEP = re.compile(r"[/\\]")
_DOTS = frozenset({".", ".."})


def filled_path(
    pieces: tuple[str | Param, ...],
    values: dict[str, object],
    violations: list[Violation],
) -> str:
    """Return *pieces* joined, *values* between; add what is unsafe to *violations*."""
    parts: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.argument in values:
            parts.append(_segment(piece, values[piece.argument], violations))
    return "".join(parts)


def _segment(param: Param, value: object, violations: list[Violation]) -> str:
    """Return *value* encoded; refuse what a server may take for another path."""
    try:
        explode, reserved = bool(param.explode), param.reserved
        text = path_text(param.name, value, param.style, explode, reserved)
    except ValueError as error:
        violations.append(param.violation("type", str(error), value))
        return ""
    if _leaves(text):
        message = "must not be empty, nor hold a '.' or '..' segment"
        violations.append(param.violation("segment", message, value))
    return text


def _leaves(text: str) -> bool:
    """Return whether *text*, decoded once or twice, is empty or a dot segment."""
    return not text or not _DOTS.isdisjoint(_STEP.split(unquote(unquote(text))))
