"""The page as HTML: one file that needs no network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.emit.packs import templates
from specpress.emit.python.planner import plan_client
from specpress.ir.nodes import Api
from specpress.ledger import Fact, facts
from specpress.ledger.model import Fidelity
from specpress.source import Source
from specpress.view.cards import Material, Owner, cards
from specpress.view.emitted import emitted
from specpress.view.model import View
from specpress.view.owners import accounted, grouped, of_fact, owners, told
from specpress.view.places import Places

_SEVERE: Final = ("error", "dropped", "warning", "approximated", "repaired", "note")


def page(
    api: Api,
    files: Mapping[str, str],
    sources: Mapping[str, Source],
    report: Report,
    fidelity: Fidelity,
    config: Config,
    prefix: str = "",
) -> str:
    """Return the HTML page that shows *api* beside what it was made from and became.

    *files* are those of its client, *sources* the texts it was read from, whose names
    have *prefix* before them.
    """
    places = Places(sources, prefix)
    by_owner: dict[Owner, list[Fact]] = {}
    for fact in facts(api):
        by_owner.setdefault(of_fact(fact), []).append(fact)
    known = owners(api, by_owner, sources)
    remarks = grouped(
        (*told(report, known, places), *accounted(fidelity, known, sources))
    )
    names = plan_client(api, config, Report()).types
    found = emitted(files, config.package)
    made = tuple(cards(api, Material(by_owner, remarks, names, found, places)))
    marks = {mark for card in made for mark in card.marks}
    counts = fidelity.counts
    view = View(
        title=api.title or "API",
        version=api.version,
        counts=(
            ("operations", len(api.operations)),
            ("types", len(api.types)),
            ("honoured", counts.honoured),
            ("approximated", counts.approximated),
            ("dropped", counts.dropped),
            ("repaired", fidelity.repaired),
            ("unused", counts.unused),
        ),
        filters=tuple(sorted(marks, key=_rank)),
        cards=made,
    )
    return _environment().get_template("page.html.j2").render(view=view, asset=_asset)


def _rank(mark: str) -> tuple[int, str]:
    """Return the key that puts what is most severe first."""
    return (_SEVERE.index(mark) if mark in _SEVERE else len(_SEVERE)), mark


def _asset(name: str) -> Markup:
    """Return the file *name* of the folder of templates, to be printed as it is."""
    return Markup((templates("view") / name).read_text("utf-8"))


def _environment() -> Environment:
    """Return the environment of the page: all text is escaped."""
    return Environment(
        loader=FileSystemLoader(templates("view"), encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )
