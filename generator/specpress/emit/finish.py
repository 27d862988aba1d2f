"""The last step of emitting: files formatted, then headed with what made them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Final

from specpress._version import VERSION
from specpress.emit.format import formatted

_HEADER: Final = (
    "# Made by specpress {version}, content {digest}. Edits are lost: change the\n"
    "# description or the configuration, then run `specpress generate`.\n"
)


def finish(files: Mapping[str, str], *, black: bool = True) -> dict[str, str]:
    """Return *files*, texts by path, as they are written.

    Python is formatted unless *black* is False, and gets a header. Static run-time
    modules go out as they are: they are formatted where they are kept.
    """
    made = [path for path in files if _is_made(path)]
    texts = [files[path] for path in made]
    done = dict(zip(made, formatted(texts) if black else texts, strict=True))
    return {
        path: (
            headed(done[path])
            if path in done and _has_header(path)
            else done.get(path, text)
        )
        for path, text in files.items()
    }


def headed(text: str) -> str:
    """Return *text* with the header that says what made it.

    The header holds the tool's version and the hash of the text below it: no date and
    no path, so that the same input gives the same bytes.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    return _HEADER.format(version=VERSION, digest=digest) + text


def _is_made(path: str) -> bool:
    """Tell whether *path* is Python that differs from client to client."""
    return path.endswith(".py") and "/_runtime/" not in path


def _has_header(path: str) -> bool:
    return not path.startswith("tests/")
