"""The pages that are changed: of every lifter, some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from lift_styles.styles import STYLES
from lift_styles.truth import visible
from lift_styles.wording import Wording
from support.rendering import rendered

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
TOOLS = (
    "oag-html",
    "oag-html2",
    "oag-dynamic-html",
    "bootprint",
    "widdershins",
    "sphinx",
    "neoteroi",
)
"""The tools whose pages hold a rendering and no description."""
CASES: Final = ROOT / "tests/lift_cases"
DRAWN: Final = (
    "swagger-ui-saved",
    "redoc-saved",
    "oag-",
    "bootprint",
    "widdershins-html",
    "widdershins-markdown",
    "sphinx-",
    "neoteroi-",
    "generic-",
)
"""What the names of cases begin with whose pages a lifter reads by their rendering."""
PAGES: Final = (".html", ".md", ".txt")
LARGEST: Final = 400_000
"""Pages of this many bytes and more are left out: they take long."""

SMALL: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Boats", "version": "1"},
    "servers": [{"url": "https://boats.example.com/v1"}],
    "paths": {
        "/boats/{boat_id}": {
            "get": {
                "operationId": "getBoat",
                "summary": "Show a boat",
                "description": "Shows one boat of the harbour.",
                "parameters": [
                    {
                        "name": "boat_id",
                        "in": "path",
                        "required": True,
                        "description": "Which boat",
                        "schema": {"type": "string"},
                    },
                    {
                        "name": "depth",
                        "in": "query",
                        "required": True,
                        "description": "How deep to look",
                        "schema": {"type": "integer"},
                    },
                    {
                        "name": "lang",
                        "in": "query",
                        "description": "The language of names",
                        "schema": {"type": "string", "enum": ["en", "fi"]},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "The boat is there",
                        "content": {"application/json": {}},
                    },
                    "404": {"description": "No such boat"},
                },
            },
            "put": {
                "operationId": "moveBoat",
                "summary": "Move a boat",
                "description": "Moves a boat to a place.",
                "parameters": [
                    {
                        "name": "boat_id",
                        "in": "path",
                        "required": True,
                        "description": "Which boat",
                        "schema": {"type": "string"},
                    },
                ],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "required": ["berth"],
                                "properties": {
                                    "berth": {
                                        "type": "integer",
                                        "description": "The number of the berth",
                                    },
                                    "note": {
                                        "type": "string",
                                        "description": "What to tell the keeper",
                                    },
                                    "crew": {
                                        "type": "array",
                                        "description": "Who comes along",
                                        "items": {
                                            "type": "object",
                                            "required": ["name"],
                                            "properties": {
                                                "name": {
                                                    "type": "string",
                                                    "description": "The whole name",
                                                },
                                                "age": {
                                                    "type": "integer",
                                                    "description": "In years",
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        }
                    }
                },
                "responses": {"204": {"description": "The boat was moved"}},
            },
        }
    },
}


class Changing(NamedTuple):
    """A page to change: its lifter, its file, its text, and the pages *beside* it."""

    lifter: str
    name: str
    text: str
    beside: Mapping[str, bytes] = {}


def small_pages() -> Iterator[Changing]:
    """Yield pages that tests make themselves, and the small ones of cases."""
    for style, (render, objects) in STYLES.items():
        name, text = render(visible(SMALL, objects=objects), Wording.of(0))
        yield Changing(f"generic-{style}", name, text)
    for name, page in rendered(SMALL).items():
        yield Changing("httpdoc", name, page.decode())
    for case in sorted(p for p in CASES.iterdir() if p.name.startswith(DRAWN)):
        files = sorted(p for p in case.rglob("*") if p.suffix in PAGES)
        for path in files:
            others = {p.relative_to(case).as_posix(): p for p in files if p != path}
            yield Changing(
                case.name,
                path.relative_to(case).as_posix(),
                path.read_text("utf-8"),
                {name: other.read_bytes() for name, other in others.items()},
            )


def corpus_pages() -> Iterator[Changing]:
    """Yield the pages that real tools made."""
    for tool in TOOLS:
        for folder in sorted((CORPUS / f"html-{tool}").glob("*")):
            files = sorted(p for p in folder.rglob("*") if p.suffix in PAGES)
            together = any(path.parent != folder for path in files)
            for path in files:
                if path.stat().st_size >= LARGEST:
                    continue
                others = [p for p in files if p != path] if together else []
                yield Changing(
                    tool,
                    f"{folder.name}-{path.relative_to(folder).as_posix()}",
                    path.read_text("utf-8"),
                    {
                        f"{folder.name}-{p.relative_to(folder).as_posix()}": p.read_bytes()
                        for p in others
                    },
                )


def pages_in(folder: Path) -> Iterator[Changing]:
    """Yield the pages one level below *folder*, each called as the folder it is in."""
    for path in sorted(folder.glob("*/*.html")):
        if path.stat().st_size < LARGEST:
            yield Changing(path.parent.name, path.name, path.read_text("utf-8"))
