"""Paths: templates filled with values that stay within their segment."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

from .operation import Operation, Param
from .percent import encode
from .styles import path_text
from .violation import Violation

_PLACE = re.compile(r"\{([^{}]*)\}")
_STEP = re.compile(r"[/\\]")


def filled_path(
    operation: Operation[object],
    values: dict[str, object],
    violations: list[Violation],
) -> str:
    """Return the path with *values* in its places; add what is unsafe to *violations*."""
    parts: list[str] = []
    for piece in _pieces(operation):
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.argument in values:
            parts.append(_segment(piece, values[piece.argument], violations))
    return "".join(parts)


@cache
def _pieces(operation: Operation[object]) -> tuple[str | Param, ...]:
    """Return the template in pieces: literal text, and parameters between."""
    params = {p.name: p for p in operation.params if p.location == "path"}
    literals_and_names = _PLACE.split(operation.path)
    return tuple(
        params.get(piece) or encode(f"{{{piece}}}") if index % 2 else piece
        for index, piece in enumerate(literals_and_names)
    )


def _segment(param: Param, value: object, violations: list[Violation]) -> str:
    """Return *value* encoded; refuse what a server may take for another path."""
    style = param.style or "simple"
    try:
        text = path_text(param.name, value, style, bool(param.explode))
    except ValueError as error:
        text = str(error)
        violations.append(_violation(param, "type", text, value))
    if _leaves(text):
        message = "must not be empty, nor hold a '.' or '..' segment"
        violations.append(_violation(param, "segment", message, value))
    return text


def _violation(param: Param, rule: str, message: str, value: object) -> Violation:
    """Return the violation of *param*'s *rule*."""
    return Violation(param.argument, param.name, rule, message, value)


def _leaves(text: str) -> bool:
    """Return whether *text*, decoded once or twice, is empty or a dot segment."""
    return not text or not {".", ".."}.isdisjoint(_STEP.split(unquote(unquote(text))))
