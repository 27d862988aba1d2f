"""Rendering, lifting and scoring of one description in one style."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from lift_styles.styles import STYLES
from lift_styles.truth import visible
from lift_styles.wording import Wording
from specpress.diagnostics import Report
from specpress.lift.base import Page
from specpress.lift.generic import Generic
from specpress.source import Source

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"
Json = dict[str, Any]


@dataclass
class Score:
    """How many of the facts that a page shows were lifted."""

    right: int
    total: int
    wrong: list[str]
    report: Report
    lifted: Json | None
    page: str


def scorer() -> ModuleType:
    """Return the tool that scores, as a module."""
    path = SHARED / "tools" / "score_lift.py"
    spec = importlib.util.spec_from_file_location("score_lift", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load(path: Path) -> Json:
    """Return the description at *path*."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text("utf-8"), Loader=loader)


def lifted(name: str, text: str, report: Report) -> Json | None:
    """Return the document of the page *text*, as plain data."""
    page = Page(Source(name, text), report)
    lifter = Generic()
    if not lifter.accepts(page):
        return None
    document = lifter.lift(page, report)
    return None if document is None else lifter.finish(document, report).plain()


def score(
    description: Json, style: str, seed: int, tool: ModuleType, limit: int = 1000
) -> Score:
    """Return how *description*, rendered in *style* with the words of *seed*, lifts."""
    render, objects = STYLES[style]
    truth = visible(description, objects=objects, limit=limit)
    name, text = render(truth, Wording.of(seed))
    if style == "headings" and all(
        p == f"/{o.get('operationId')}"
        for p, m in truth["paths"].items()
        for o in m.values()
    ):
        for methods in truth["paths"].values():
            for operation in methods.values():
                operation["responses"] = {}  # a page of methods by name shows none
    report = Report()
    found = lifted(name, text, report)
    want = tool.facts(truth)
    got = tool.facts(found) if found else {}
    wrong = [k for k, v in want.items() if not tool.matches(k, v, got.get(k))]
    invented = [k for k in got if k not in want and k[-1] == "exists"]
    shown = [
        f"differs: {' '.join(k)}: {difference(want[k], got.get(k))}" for k in wrong
    ]
    shown += [f"invented: {' '.join(k)}" for k in invented]
    return Score(
        len(want) - len(wrong), len(want) + len(invented), shown, report, found, text
    )


def difference(want: Any, got: Any, at: str = "") -> str:
    """Return where *want* and *got* first differ."""
    if isinstance(want, dict) and isinstance(got, dict):
        for key in (*want, *got):
            if want.get(key) != got.get(key):
                return difference(want.get(key), got.get(key), f"{at}/{key}")
    if isinstance(want, list) and isinstance(got, list) and len(want) == len(got):
        for index, (one, two) in enumerate(zip(want, got, strict=True)):
            if one != two:
                return difference(one, two, f"{at}/{index}")
    return f"{at}\n    truth:  {str(want)[:240]}\n    lifted: {str(got)[:240]}"
