"""The static files of a client: all but the optional run-time modules it does not use."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from specpress.config import Config

PACKAGE_NAME: Final = "__package_name__"
"""What static test modules write where the client's package name goes."""

_IMPORT: Final = re.compile(
    r"^\s*from \.{1,2}(?:_runtime\.)?(\w+) import ", re.MULTILINE
)
_MODULE: Final = re.compile(r"_runtime/(\w+)\.py")
_TEST: Final = re.compile(r"tests/test_(?:runtime_)?(\w+)\.py")
_HTTP_IMPORT: Final = "import httpx2"


def static_files(
    static: Mapping[str, str],
    optional: Collection[str],
    emitted: Iterable[str],
    config: Config,
) -> dict[str, str]:
    """Return the texts of *static* that a client of the texts *emitted* has, by path.

    Run-time modules named in *optional* come, with their tests, only where something
    imports them.
    """
    modules = {
        m[1]: text for path, text in static.items() if (m := _MODULE.match(path))
    }
    used = {name for name in modules if name not in optional}
    work = [*emitted, *(modules[name] for name in used)]
    while work:
        found = {*_IMPORT.findall(work.pop())} & modules.keys() - used
        used |= found
        work += (modules[name] for name in found)
    files: dict[str, str] = {}
    for path, text in static.items():
        own = _MODULE.match(path) or _TEST.match(path)
        if own and own[1] in optional and own[1] not in used:
            continue
        if not path.startswith("tests/"):
            files[f"{config.package}/{path}"] = _transport(text, config)
        elif config.tests:
            text = text.replace(PACKAGE_NAME, config.package)
            files[path] = _transport(text, config)
    return files


def _transport(text: str, config: Config) -> str:
    """Return a static module's *text* for the HTTP library that *config* names."""
    if config.transport == "httpx2":
        return text
    lines = text.split("\n")
    swapped = [
        (
            line.replace(_HTTP_IMPORT, "import httpx as httpx2")
            if line.strip() == _HTTP_IMPORT
            else line
        )
        for line in lines
    ]
    return "\n".join(swapped)
