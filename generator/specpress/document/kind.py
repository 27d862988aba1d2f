"""What a file is, told by its text: a reference page, a description, or a part of one."""

from __future__ import annotations

import posixpath
import re
from typing import Final, Literal, TypeAlias

from specpress.diagnostics import Report
from specpress.readers.text import decode
from specpress.source import Source
from specpress.store import Store

Kind: TypeAlias = Literal["page", "description", "part"]

_HTML: Final = (".html", ".htm", ".xhtml")
PAGES: Final = (*_HTML, ".md", ".txt")
"""What the names of reference pages end in."""

DESCRIPTIONS: Final = (".json", ".yaml", ".yml")
"""What the names of descriptions, and of the files they refer to, end in."""

_HEAD: Final = re.compile(  # of a description, at the left edge or after a brace
    r"""^["']?(?:openapi|swagger)["']?\s*:|[{,]\s*["'](?:openapi|swagger)["']\s*:""",
    re.MULTILINE,
)


def kind(store: Store, name: str) -> Kind:
    """Return what the file *name* is: what it holds counts, then its name.

    A file that can't be read is what its name says; nothing is reported here.
    """
    by_name: Kind = "part" if _suffix(name) in DESCRIPTIONS else "page"
    try:
        source = decode(name, store.read(name), Report())
    except OSError:
        return by_name
    if source is None or _suffix(name) in _HTML:
        return by_name
    if source.text.lstrip()[:1] == "<":
        return "page"
    if is_entry(source):
        return "description"
    return "page" if _suffix(name) in PAGES else "part"


def is_entry(source: Source) -> bool:
    """Return whether *source* looks like a whole description, not a part of one."""
    return _HEAD.search(source.text) is not None


def _suffix(name: str) -> str:
    return posixpath.splitext(name)[1].lower()
