"""A document as text: JSON, or YAML where the file's name says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click

from specpress.tree import Node
from specpress.tree.yaml import yaml_text

overlay_option: Final = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    metavar="FILE",
    help="An overlay file to lay over the document. May be repeated; the order counts.",
)
"""The flag of commands that write a document."""

_YAML: Final = (".yaml", ".yml")


def encode(document: Node, target: Path | None) -> bytes:
    """Return *document* as the text of the file *target*; JSON, escaped where UTF-8
    can't hold it, for the screen."""
    if target is not None and target.suffix.lower() in _YAML:
        return yaml_text(document).encode("utf-8")
    plain = document.plain()
    try:
        return f"{json.dumps(plain, indent=2, ensure_ascii=False)}\n".encode()
    except UnicodeEncodeError:  # half of a surrogate pair, legal in JSON only
        return f"{json.dumps(plain, indent=2)}\n".encode()
