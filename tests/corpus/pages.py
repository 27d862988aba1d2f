"""Clients of documentation pages, each held to the bar for emitted code."""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from lift_scores.pages import scored
from lift_styles.run import DESCRIPTIONS
from lift_styles.score import CORPUS, load
from lift_styles.styles import STYLES
from lift_styles.truth import visible
from lift_styles.wording import Wording

from corpus.bar import TOOLS, hold

ROOT: Final = Path(__file__).resolve().parents[2]
BUILD: Final = ROOT / "build" / "pages"
CASES: Final = ROOT / "tests/lift_cases"
HAND_MADE: Final = ("telegram", "museum")
_CASES: Final = ("generic-*", "*-saved*", "oag-*", "sphinx-*", "neoteroi-*")
_PACKAGE: Final = "pages_client"
_SECONDS: Final = 600
_IMPORT: Final = (
    "import importlib, pkgutil, sys, {0}\n"
    "for each in pkgutil.walk_packages({0}.__path__, '{0}.'):\n"
    "    each.name.endswith('__main__') or importlib.import_module(each.name)\n"
)


class Pages(NamedTuple):
    """Pages that are lifted together: a *name*, where they lie, and their files."""

    name: str
    folder: Path
    files: tuple[str, ...]


def every(build: Path, only: str) -> list[Pages]:
    """Return the pages of real tools, those of cases, and hand-made ones.

    Hand-made ones are rendered below *build*.
    """
    found = [Pages(each.name, each.folder, each.pages) for each in scored()]
    for pattern in _CASES:
        for case in sorted(CASES.glob(pattern)):
            files = sorted(p for p in case.rglob("*") if p.suffix in (".html", ".md"))
            names = tuple(p.relative_to(case).as_posix() for p in files)
            if names:
                found.append(Pages(f"cases/{case.name}", case, names))
    found += _hand_made(build / "styles")
    return [each for each in found if only in each.name]


def _hand_made(folder: Path) -> list[Pages]:
    """Write hand-made pages into *folder*: each of `HAND_MADE` in each style."""
    found: list[Pages] = []
    for name in HAND_MADE:
        described = load(CORPUS / DESCRIPTIONS[name])
        for style, (render, objects) in STYLES.items():
            file, text = render(visible(described, objects=objects), Wording.of(0))
            here = folder / f"{name}-{style}"
            here.mkdir(parents=True, exist_ok=True)
            (here / file).write_text(text, "utf-8")
            found.append(Pages(f"styles/{here.name}", here, (file,)))
    return found


def run(pages: Pages, build: Path, known: dict[str, str]) -> dict[str, str]:
    """Return what is wrong with the client of *pages*, by step; nothing if all is well.

    A client that is one of *known* is not looked at again.
    """
    out = build / "clients" / hashlib.sha256(pages.name.encode()).hexdigest()[:12]
    shutil.rmtree(out, ignore_errors=True)
    chosen = ["-o", str(out), "--package", _PACKAGE, "--keep-going"]
    command = [sys.executable, "-m", "specpress", "generate", *pages.files, *chosen]
    said = _call(command, pages.folder)
    if not (out / _PACKAGE).is_dir():
        return {"generate": said or "no client"}
    digest = _digest(out)
    first = known.setdefault(digest, pages.name)
    if first != pages.name:
        shutil.rmtree(out)
        return {"same": first}
    script = _IMPORT.format(_PACKAGE)
    wrong = {"import": _call([sys.executable, "-W", "error", "-c", script], out)}
    wrong |= hold(out, build / "mypy_cache", TOOLS)
    found = {name: text for name, text in wrong.items() if text}
    if not found:
        shutil.rmtree(out)
    return found


def _call(command: list[str], cwd: Path) -> str:
    """Return what *command* prints when it fails in *cwd*."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return f"over {_SECONDS} s"
    return "" if done.returncode == 0 else (done.stdout + done.stderr)[-3000:]


def _digest(out: Path) -> str:
    """Return a digest of the client in *out*, of its code and its tests."""
    whole = hashlib.sha256()
    for file in sorted(p for p in out.rglob("*.py") if p.is_file()):
        whole.update(file.relative_to(out).as_posix().encode() + file.read_bytes())
    return whole.hexdigest()


def main() -> int:
    """Print a line for each set of pages; 1 when a client falls short."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--only", default="", help="a part of the name")
    cli.add_argument("--jobs", type=int, default=2, help="so many at a time")
    cli.add_argument("--minutes", type=int, default=60, help="the most for all")
    cli.add_argument("--build", type=Path, default=BUILD, help="where it all goes")
    options = cli.parse_args()
    build: Path = options.build.absolute()
    build.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + 60 * options.minutes
    known: dict[str, str] = {}
    counts = {"fine": 0, "same as another": 0, "short": 0, "left": 0}

    def one(pages: Pages) -> tuple[Pages, Mapping[str, str] | None]:
        late = time.monotonic() > end
        return pages, None if late else run(pages, build, known)

    with ThreadPoolExecutor(options.jobs) as pool:
        for pages, wrong in pool.map(one, every(build, options.only)):
            if wrong is None:
                counts["left"] += 1
            elif "same" in wrong:
                counts["same as another"] += 1
            elif wrong:
                counts["short"] += 1
                for step, text in wrong.items():
                    lines = text.strip().splitlines()[-12:]
                    print(f"{pages.name}: {step}", *lines, sep="\n    ", flush=True)
            else:
                counts["fine"] += 1
                print(f"{pages.name}: fine", flush=True)
    print(", ".join(f"{number} {what}" for what, number in counts.items()))
    return int(counts["short"] > 0 or counts["left"] > 0)


if __name__ == "__main__":
    sys.exit(main())
