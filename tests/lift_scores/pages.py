"""The real pages there are, each with the description that it was made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

SHARED: Final = Path(__file__).resolve().parents[2].parent / "shared"
CORPUS: Final = SHARED / "corpus"
SCORER: Final = SHARED / "tools/score_lift.py"

_PAGES: Final = (".html", ".htm", ".md")
_DESCRIPTIONS: Final = (".json", ".yaml", ".yml")


class Scored(NamedTuple):
    """Pages in *folder* that are lifted together, and the *truth* about them."""

    tool: str
    name: str
    folder: Path
    pages: tuple[str, ...]
    truth: Path


def scored(only: str = "") -> Iterator[Scored]:
    """Yield what can be scored, of tools and folders whose path contains *only*.

    A description ``spec.*`` at the top of a folder is the truth about its pages: each of
    those at the top by itself, or all together where some lie deeper. Without one, each
    page has the description of the same stem.
    """
    for case in sorted(CORPUS.glob("html-*/*/")):
        tool = case.parent.name.removeprefix("html-")
        pages = [p for p in sorted(case.rglob("*")) if p.suffix in _PAGES]
        truth = next((p for p in sorted(case.glob("spec.*")) if _describes(p)), None)
        whole = truth is not None and any(page.parent != case for page in pages)
        for group in [pages] if whole else [[page] for page in pages]:
            names = tuple(page.relative_to(case).as_posix() for page in group)
            shown = f"{tool}/{case.name}/{'*' if whole else names[0]}"
            about = truth or _same_stem(case, group[0])
            if about is not None and only in shown:
                yield Scored(tool, shown, case, names, about)


def _same_stem(case: Path, page: Path) -> Path | None:
    same = sorted(case.rglob(f"{page.stem}.*"))
    return next((path for path in same if _describes(path)), None)


def _describes(path: Path) -> bool:
    return path.suffix in _DESCRIPTIONS
