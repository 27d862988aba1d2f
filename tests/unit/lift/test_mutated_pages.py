"""A changed page is read all the same, or told of: nothing is lost in silence."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.mutated_pages import Change, changes

from specpress.diagnostics import Report
from specpress.document.validate import validate
from specpress.lift import lift
from specpress.store import DictStore
from specpress.tree import Node

CASES = Path(__file__).resolve().parents[2] / "lift_cases"
PAGES = (
    "oag-html/index.html",
    "oag-html2/index.html",
    "oag-dynamic/operations/BoatsApi.html",
    "oag-dynamic/models/Boat.html",
    "bootprint/index.html",
    "widdershins-markdown/index.md",
    "widdershins-html/index.html",
    "sphinx-description/index.html",
    "sphinx-request-and-examples/index.html",
    "sphinx-by-hand/index.html",
    "neoteroi-markdown/index.html",
    "neoteroi-material/index.html",
    "swagger-ui-saved/index.html",
    "swagger-ui-saved-2.0/index.html",
    "swagger-ui-saved-3.1/index.html",
    "swagger-ui-saved-sample/index.html",
    "redoc-saved/index.html",
    "redoc-saved-2.0/index.html",
    "redoc-saved-closed/index.html",
)
FEWEST = 4
"""How many changes there are to a page at least: else nothing was tried."""


Facts = Counter[str]


def _files(case: str) -> dict[str, bytes]:
    folder = CASES / case
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md")
    }


def _read(files: dict[str, bytes]) -> tuple[Facts, Facts]:
    """Return the facts that *files* show, and what was reported."""
    report = Report()
    document = lift(DictStore(files), tuple(files), report)
    if document is not None:
        validate(document, report)
    told = Counter(diagnostic.code.id for diagnostic in report)
    facts = Counter(_facts(document, "")) if document else Counter[str]()
    return facts, told


def _facts(node: Node, path: str) -> Iterator[str]:
    for key, inner in node.items():
        yield from _facts(inner, f"{path}/{key}")
    for inner in node.list:
        yield from _facts(inner, f"{path}/-")
    if not node.is_object and not isinstance(node.value, list):
        yield f"{path} {json.dumps(node.value)}"


def _is_fact(change: Change, text: str, facts: Facts) -> bool:
    """Return whether what was renamed is a name that the document has."""
    if not change.what.startswith("rename ") or change.what.startswith("rename class"):
        return False
    name = change.what.partition("'")[2].rpartition("'")[0].strip()
    words = (name, name.removeprefix("Tag:").strip(), name.partition(" v")[0])
    return any(json.dumps(word)[1:-1] in fact for fact in facts for word in words)


def _lost(facts: Facts, found: Facts) -> list[str]:
    """Return the facts that are not found any more, nor are part of a longer text."""
    longer = [fact for fact in found if fact.endswith('"')]
    return [
        fact
        for fact in facts - found
        if not any(
            other.startswith(fact.partition(" ")[0])
            and fact.partition(" ")[2].strip('"') in other
            for other in longer
            if fact.endswith('"')
        )
    ]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_lost_in_silence(page: str) -> None:
    """Where a change to a page costs a fact, something is reported that was not before."""
    case, _, name = page.partition("/")
    files = _files(case)
    text = files[name].decode()
    facts, told = _read(files)
    silent: list[str] = []
    tried = adapted = loud = 0
    for change in changes(text, markdown=name.endswith(".md")):
        if _is_fact(change, text, facts):
            continue
        tried += 1
        found, reported = _read({**files, name: change.text.encode()})
        if not _lost(facts, found):
            adapted += 1
        elif reported - told:
            loud += 1
        elif not change.removed:
            lost = sorted(_lost(facts, found))
            silent.append(f"{change.what}: {len(lost)} lost, first {lost[0]}")
    print(
        f"{page}: {tried} changes, {adapted} adapted, {loud} loud, {len(silent)} silent"
    )

    assert silent == []
    assert tried >= FEWEST


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_page_is_no_fault_of_ours(page: str) -> None:
    """A page cut off anywhere, or with its lines in another order, raises nothing."""
    case, _, name = page.partition("/")
    files = _files(case)
    text = files[name].decode()
    lines = text.split("\n")
    broken = [text[: len(text) * part // 12] for part in range(1, 12)]
    broken += ["\n".join(lines[::-1]), "\n".join(lines[::2] + lines[1::2])]
    for changed in broken:
        _read({**files, name: changed.encode()})
