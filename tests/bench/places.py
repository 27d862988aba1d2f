"""Where things lie, and how a client is generated for a measurement."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SEED: Final = ROOT / "specs" / "twilio-call" / "specpress.toml"
PAGES: Final = ROOT.parent / "shared" / "corpus" / "httpdoc-twilio" / "pages"
BIN: Final = Path(sys.executable).parent


def generate_seed(output: Path) -> list[str | Path]:
    """Return the command that generates the seed's client below *output*."""
    return [BIN / "specpress", "generate", "-q", "--config", SEED, "-o", output]


def generate_pages(output: Path, *more: str) -> list[str | Path]:
    """Return the command that generates the client of the 199 pages below *output*."""
    chosen = ["-o", output, "--package", "large_api", "--auth", "basic"]
    return [BIN / "specpress", "generate", PAGES, "-q", *chosen, *more]


def check_pages(output: Path) -> list[str | Path]:
    """Return the command that checks the client of the 199 pages below *output*."""
    chosen = ["-o", output, "--package", "large_api", "--auth", "basic"]
    return [BIN / "specpress", "check", PAGES, "-q", *chosen]


def emitted(output: Path) -> dict[str, str]:
    """Return the emitted Python below *output* by path."""
    return {
        path.relative_to(output).as_posix(): path.read_text("utf-8")
        for path in sorted(output.rglob("*.py"))
    }
