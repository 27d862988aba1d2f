"""Template packs: where they lie, their templates and their static files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader

from specpress.emit.render import environment

CONTRACT: Final = 1
"""The version of the views that the templates of a pack are written for."""

_PACKAGE: Final = Path(__file__).resolve().parent.parent


class PackError(Exception):
    """The pack is missing, or written for another version of specpress."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of templates (``*.j2``) and static files for one target language.

    *optional* are the run-time modules that only clients that import them have.
    """

    root: Path
    optional: frozenset[str] = frozenset()

    def environment(self) -> Environment:
        """Return the Jinja environment of this pack."""
        return environment(FileSystemLoader(self.root, encoding="utf-8"))

    def static(self) -> dict[str, str]:
        """Return the static files' texts by their path below ``static/``, sorted."""
        top = self.root / "static"
        files = sorted(p for p in top.rglob("*") if p.suffix in {".py", ".typed"})
        return {p.relative_to(top).as_posix(): _read(p) for p in files}


def find_pack(name: str = "python") -> Pack:
    """Return the pack *name*, from the wheel or from the checkout.

    Raises PackError when it is in neither, or asks for another contract.
    """
    home = templates(name)
    settings = tomllib.loads(_read(home / "pack.toml"))
    contract = settings.get("contract")
    if contract != CONTRACT:
        raise PackError(f"pack {name!r} asks for contract {contract!r}")
    return Pack(home, frozenset(settings.get("optional", ())))


def templates(name: str) -> Path:
    """Return the folder of templates *name*, of the wheel or of the checkout.

    Raises PackError when it is in neither.
    """
    for home in (_PACKAGE / "_templates", _PACKAGE.parent.parent / "templates"):
        if (home / name).is_dir():
            return home / name
    raise PackError(f"there is no template pack {name!r}")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
