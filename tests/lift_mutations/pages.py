"""The pages that are changed: of every lifter, some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def small_pages() -> Iterator[tuple[str, str, str]]:
    """Yield lifter, name and text of pages that tests make themselves."""
    for style, (render, objects) in STYLES.items():
        name, text = render(visible(SMALL, objects=objects), Wording.of(0))
        if name.endswith(".html"):
            yield f"generic-{style}", name, text
    for name, page in rendered(SMALL).items():
        yield "httpdoc", name, page.decode()


def corpus_pages() -> Iterator[tuple[str, str, str]]:
    """Yield lifter, name and text of the pages that real tools made."""
    for tool in TOOLS:
        for folder in sorted((CORPUS / f"html-{tool}").glob("*")):
            for path in sorted(folder.glob("*.html")):
                if path.stat().st_size < 400_000:
                    yield tool, f"{folder.name}-{path.name}", path.read_text("utf-8")
