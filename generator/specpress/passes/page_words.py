"""The names by which pages are recognised, from ``pages.toml``."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Final

_ODD: Final = re.compile(r"[^a-z0-9]")


def word(name: str) -> str:
    """Return *name* as it is compared.

    >>> word("next_page_token"), word("@odata.nextLink")
    ('nextpagetoken', 'odatanextlink')
    """
    return _ODD.sub("", name.lower())


_TABLE: Final = tomllib.loads(
    files("specpress.passes").joinpath("pages.toml").read_text("utf-8")
)
PARAMETERS: Final[dict[str, frozenset[str]]] = {
    style: frozenset(names) for style, names in _TABLE["parameters"].items()
}
"""Parameters that say which page, by style."""

SIZES: Final = frozenset[str](_TABLE["size"])
NEXT: Final = tuple[str, ...](_TABLE["next"])
LINK: Final = tuple[str, ...](_TABLE["link"])
MORE: Final = tuple[str, ...](_TABLE["more"])
AROUND: Final = frozenset[str](_TABLE["around"])
ITEMS: Final = tuple[str, ...](_TABLE["items"])
