"""What was understood of a hand-made page, what not, and what to set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from specpress.config.lifting import ColumnRole
from specpress.diagnostics import Report, Severity
from specpress.lift.base import Page
from specpress.lift.generic.context import Note
from specpress.lift.generic.page import read_page
from specpress.lift.generic.reading import outline_of
from specpress.lift.generic.settings import context_of

_WIDTH = 60
_ROLES = ", ".join(ColumnRole.__args__)  # type: ignore[attr-defined] # of a Literal


def explain(page: Page, report: Report) -> Iterator[str]:
    """Yield, line by line, what was made of each part of *page*, in its order.

    What was not understood comes with its selector and with the setting to write.
    """
    root = outline_of(page, report)
    if root is None:
        return
    context = context_of(page)
    read_page(page.source, root, context, report)
    notes = [(note.span.start, _line(page, note)) for note in context.notes]
    for each in report:
        if each.span.file == page.name and each.code.severity is not Severity.NOTE:
            told = Note(each.span, "", f"NOT UNDERSTOOD: {each.message}")
            notes.append((each.span.start, _line(page, told)))
            notes += [(each.span.start, line) for line in _advice(each.message)]
    seen: set[str] = set()
    for _, line in sorted(notes, key=lambda pair: pair[0]):
        if line not in seen:
            seen.add(line)
            yield line


def _line(page: Page, note: Note) -> str:
    line, column = page.source.line_col(note.span.start)
    raw = page.source.text[note.span.start : note.span.end]
    text = " ".join(re.sub(r"<[^<>]*>", " ", raw[:2000]).split())
    shown = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 3]}..."
    where = f"{page.name}:{line}:{column}"
    return f"{where}: {note.what}  | {shown}" + (
        f"  ({note.path})" if note.path else ""
    )


def _advice(message: str) -> Iterator[str]:
    """Yield the settings that make *message* go away."""
    if found := re.match(r"'([^':]{1,40}): .*' at '(.*)' is not", message):
        yield f'    write: columns = {{ "{found[1]}" = "..." }}  # one of: {_ROLES}'
    elif found := re.match(
        r"the \w+(?: of \w+)? at '(.*?)' is not understood", message
    ):
        yield f'    write: columns = {{ "HEADER" = "..." }}, or ignore = ["{found[1]}"]'
    elif found := re.match(r"nothing below '(.*)' is understood", message):
        yield f'    write: sections = {{ "{found[1]}" = "..." }}  # what stands below it'
