"""The score of one set of pages: how many facts of its description they give back."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple

from lift_scores.pages import SCORER, Scored
from specpress.diagnostics import Report, Severity
from specpress.document.tree import read_tree
from specpress.document.upgrade import upgrade
from specpress.pipeline import read_document
from specpress.readers.text import read_source
from specpress.store import FileStore
from specpress.tree import Node


class Score(NamedTuple):
    """How many facts are *right* of all, which are *wrong*, and what was reported."""

    right: int
    total: int
    wrong: list[str]
    codes: Counter[str]

    @property
    def told(self) -> str:
        """The diagnostics in one line; notes are left out."""
        return " ".join(f"{code}x{n}" for code, n in sorted(self.codes.items()))


def score(case: Scored) -> Score:
    """Return the score of *case*, by the facts that the shared scorer counts."""
    report = Report()
    document = read_document(FileStore(case.folder, case.pages), case.pages, report)
    codes = Counter(
        each.code.id for each in report if each.code.severity is not Severity.NOTE
    )
    tool = _scorer()
    truth = _truth(case)
    if truth.get("swagger"):  # facts are those of OpenAPI 3
        truth = upgrade(truth, Report())
        document = None if document is None else upgrade(document, Report())
    wanted: dict[Any, Any] = tool.facts(_plain(truth))
    found: dict[Any, Any] = {} if document is None else tool.facts(_plain(document))
    wrong = [
        f"{' '.join(key)}\n    {json.dumps(want)[:200]}\n    {json.dumps(found.get(key))[:200]}"
        for key, want in wanted.items()
        if not tool.matches(key, want, found.get(key))
    ]
    invented = [key for key in found if key not in wanted and key[-1] == "exists"]
    right = len(wanted) - len(wrong)
    wrong += [f"{' '.join(key)}\n    invented" for key in invented]
    return Score(right, len(wanted) + len(invented), wrong, codes)


def _truth(case: Scored) -> Node:
    store = FileStore(case.truth.parent, (case.truth.name,))
    source = read_source(store.read, case.truth.name, Report())
    assert source is not None, case.truth
    tree = read_tree(source, Report())
    assert tree is not None, case.truth
    return tree


def _plain(node: Node) -> Any:
    return json.loads(json.dumps(node.plain()))


@cache
def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_lift", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
