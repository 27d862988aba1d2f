"""The version of OpenAPI that a document is written in."""

from __future__ import annotations

import re
from typing import Final

from specpress.tree import Node

_KEYS: Final = ("openapi", "swagger")
_VERSION: Final = re.compile(r"\s*v?(\d+)(?:\.(\d+))?")


def version_of(document: Node) -> tuple[str, Node]:
    """Return the version of *document*, as in ``3.0``, and the node that says so.

    What is no version comes back as it stands; of a document that has none, an empty
    text and the document.
    """
    for key in _KEYS:
        if (node := document.get(key)) is not None:
            text = str(node.value) if node.text is None else node.text
            return short(text), node
    return "", document


def short(version: str) -> str:
    """Return the major and the minor part of *version*, or else *version*.

    >>> short("3.0.3"), short("2"), short("next")
    ('3.0', '2.0', 'next')
    """
    match = _VERSION.match(version)
    return version if match is None else f"{match[1]}.{match[2] or 0}"
