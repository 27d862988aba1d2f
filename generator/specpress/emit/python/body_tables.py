"""The part of the operations' table that says how bodies are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from specpress.emit.forms import Writing, sent_type
from specpress.emit.python.arguments import BodyPlan
from specpress.emit.python.shape import bracketed, literal, string
from specpress.emit.render import LINE
from specpress.ir.parts import Encoding

_WRITERS: Final[Mapping[Writing, str]] = {
    "multipart": "write_multipart",
    "lines": "write_lines",
    "sequence": "write_sequence",
    "text": "write_file",
    "bytes": "write_file",
    "xml": "write_xml",
}
"""What writes bodies, in the run time, where that is not part of every client."""


def body_uses(body: BodyPlan) -> set[str]:
    """Return the names that the table of a *body* needs imported."""
    parts = {"Part"} if _parts(body) else set[str]()
    writer = _writer(body)
    shapes = {"shapes"} if body.shape else set[str]()
    return {"Body", *parts, *([writer] if writer else ()), *shapes}


def _writer(body: BodyPlan) -> str | None:
    if body.writing == "form":
        return "write_form" if _parts(body) else None
    return _WRITERS.get(body.writing)


def body_table(body: BodyPlan, indent: int, before: int) -> str:
    """Return what the table says of *body*, to stand at column *indent*; *before* counts
    the characters in front of it."""
    items: list[str] = [string(sent_type(body.content))]
    is_series = body.writing in ("lines", "sequence")
    if body.check and not is_series:
        items.append(f"lambda: {body.check.text}")
    if body.required:
        items.append("required=True")
    if body.spread:
        items.append("spread=True")
    if writer := _writer(body):
        shape = f"(lambda: shapes.{body.shape})" if body.shape else ""
        items.append(f"encode={writer}{shape}")
    if parts := _parts(body):
        texts = [_part(part, indent + 8) for part in parts]
        items.append(in_tuple("parts=", texts, indent + 4))
    if body.check and is_series:
        items.append(f"item=lambda: {body.check.text}")
    return bracketed("Body(", items, ")", indent=indent + before, after=1)


def _parts(body: BodyPlan) -> list[Encoding]:
    """Return the encodings of *body* that say something of how its parts are written."""
    if body.writing not in ("form", "multipart"):
        return []
    plain = Encoding()
    return [
        each
        for each in body.content.encodings
        if each.name is None or replace(each, name=None, span=plain.span) != plain
    ]


def _part(part: Encoding, indent: int) -> str:
    """Return how *part* is written; a style leaves nothing to the media types (OpenAPI
    3.2, Encoding Object, "style")."""
    name = part.index if part.name is None else part.name
    items: list[str] = [literal(name)]
    styled = (part.style, part.explode, part.allow_reserved) != (None, None, None)
    if styled:
        items.append(f"style={string(part.style or 'form')}")
        if part.explode is not None:
            items.append(f"explode={literal(part.explode)}")
        items += ["reserved=True"] if part.allow_reserved else []
    elif part.media_types:
        items.append(string(", ".join(part.media_types)))
    if told := [(h.name, h.value) for h in part.headers if h.value is not None]:
        pairs = [inline([string(name), string(value)]) for name, value in told]
        items.append(in_tuple("headers=", pairs, indent + 4))
    return bracketed("Part(", items, ")", indent=indent, after=1)


def in_tuple(head: str, items: list[str], indent: int) -> str:
    """Return *items* in a tuple behind *head*, to stand at column *indent*."""
    if len(items) != 1:
        return bracketed(f"{head}(", items, ")", indent=indent, after=1)
    line = f"{head}({items[0]},)"
    if "\n" not in line and indent + len(line) + 1 <= LINE:
        return line
    pad = " " * indent
    return f"{head}(\n{pad}    {items[0]},\n{pad})"


def inline(items: list[str]) -> str:
    """Return *items* in a tuple on one line."""
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"
