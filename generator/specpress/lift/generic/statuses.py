"""Tables and lists of statuses to responses."""

from __future__ import annotations

import re
from typing import Final

from specpress.lift.generic.blocks import Items, Terms
from specpress.lift.generic.columns import Columns
from specpress.lift.generic.gathered import Gathered
from specpress.lift.generic.samples import MISSING, read_json
from specpress.lift.generic.typewords import read_type

_STATUS: Final = re.compile(r"(?<![\w.])([1-5](?:\d\d|XX|xx))(?![\w.%])")
_MEDIA: Final = re.compile(r"\b(?:application|text|image|audio|video)/[\w.+*-]+")
_CONTENT: Final = re.compile(r"\s*\bcontent\s*:\s*(?=[`{\[])`?", re.IGNORECASE)
_LEAD: Final = re.compile(
    r"\W*(?:HTTP\s+)?(?:status\s+)?(?:code\W{0,4}\s*)?([1-5](?:\d\d|XX|xx)|default)\b[\s:`*)\u2013\u2014.-]*",
    re.IGNORECASE,
)


def status_of(text: str) -> str | None:
    """Return the status that the heading or caption *text* names, or None.

    >>> status_of("Response 404: Not Found"), status_of("Create 200 users at once")
    ('404', None)
    """
    if re.fullmatch(r"\W*default(?: response)?\W*", text, re.IGNORECASE):
        return "default"
    found = _STATUS.search(text)
    if found is None:
        return None
    before = text[: found.start()].strip(" (`*:#").lower()
    words = before.split()
    known = {
        "http",
        "status",
        "code",
        "response",
        "responses",
        "error",
        "success",
        "returns",
        "example",
        "sample",
        "a",
        "with",
        "the",
        "on",
        "body",
        "code:",
        "results",
        "result",
        "for",
        "(",
        "-",
    }
    return (
        found[1].upper()
        if all(word.strip("():-") in known or not word.strip("():-") for word in words)
        else None
    )


def take_statuses(columns: Columns, found: Gathered) -> None:
    """Put the rows of a table of statuses into *found*."""
    roles = columns.roles
    for row in columns.rows:
        if roles["status"] >= len(row.cells):
            continue
        cell = row.cells[roles["status"]]
        lead = _LEAD.match(cell.text)
        if lead is None:
            continue
        shown = found.response(_spelled(lead[1]), row.span)
        phrase = cell.text[lead.end() :].strip(" ()`")
        said: list[str] = []
        for role in ("description", "example"):
            if (
                role in roles
                and roles[role] < len(row.cells)
                and row.cells[roles[role]].text
            ):
                said.append(row.cells[roles[role]].text)
        for role in ("returns", "type"):
            if role in roles and roles[role] < len(row.cells):
                text = row.cells[roles[role]].text
                read = read_type(text)
                if read.schema is not None and read.exact:
                    shown.schema = shown.schema or read.schema
                elif text and text not in ("-", "\u2014", "\u2013"):
                    said.append(text)
        if "produces" in roles and roles["produces"] < len(row.cells):
            media = _MEDIA.search(row.cells[roles["produces"]].text)
            shown.media = media[0] if media else shown.media
        others = [
            row.cells[at].text
            for at in columns.unknown
            if at < len(row.cells) and row.cells[at].text
        ]
        shown.description += said or others[:1] or ([phrase] if phrase else [])


def take_status_list(block: Items | Terms, found: Gathered, *, asked: bool) -> bool:
    """Put a list of statuses into *found*; False when it is none.

    Where nothing *asked* for responses, every entry has to begin with a status.
    """
    entries = (
        [(t.text, d.text, t.span) for t, d in block.entries]
        if isinstance(block, Terms)
        else [(entry.text, "", entry.span) for entry in block.entries]
    )
    leads = [_LEAD.match(term) for term, _, _ in entries]
    if not leads or not all(leads) or (not asked and len(leads) < 1):
        return False
    for (term, said, span), lead in zip(entries, leads, strict=True):
        assert lead is not None
        shown = found.response(_spelled(lead[1]), span)
        text = said or term[lead.end() :]
        if (sample := _CONTENT.search(text)) is not None:
            value = read_json(text[sample.end() :].strip("`"))
            if value is not MISSING:
                shown.example, shown.has_example = value, True
                shown.media = shown.media or "application/json"
                text = text[: sample.start()]
        media = _MEDIA.search(text)
        if media:
            shown.media = media[0]
            text = re.sub(rf"\s*[\[(]?{re.escape(media[0])}[\])]?\s*$", "", text)
        shown.description.append(text.strip())
    return True


def _spelled(status: str) -> str:
    return status.lower() if status.lower() == "default" else status.upper()
