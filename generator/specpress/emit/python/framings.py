"""Expressions of how the items of a sequence stand in its body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specpress.emit.python.shape import string
from specpress.emit.python.type_exprs import Expr
from specpress.ir.media import framing
from specpress.ir.nodes import Content, TypeDecl
from specpress.ir.sequences import data_mode, is_whole

_KINDS: Final = {"events": "Events", "lines": "Lines", "sequence": "Records"}
"""The run-time classes of framings."""


def framing_expr(content: Content, decls: Mapping[str, TypeDecl]) -> Expr:
    """Return the expression of how items stand in *content*: that of lines for text."""
    frame = framing(content.media_type)
    kind = _KINDS[frame or "lines"]
    mode = data_mode(content, decls) if frame == "events" else "json"
    mode = "text" if frame is None else mode
    given: list[str] = [] if mode == "json" else [string(mode)]
    if frame == "events" and is_whole(content, decls):
        given.append("whole=True")
    if content.terminator is not None:
        given.append(f"end={string(content.terminator)}")
    return Expr(f"{kind}({', '.join(given)})", frozenset({kind}))
