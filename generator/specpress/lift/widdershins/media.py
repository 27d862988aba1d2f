"""The media types of responses, of which the page shows only one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.rendering import MEDIA_UNKNOWN
from specpress.lift.widdershins.blocks import Block
from specpress.lift.widdershins.samples import guessed
from specpress.source import Span

_SHOWN: Final = re.compile(r">?\s*([1-5][0-9X]{2}|default) Response\s*", re.IGNORECASE)


class Media:
    """Tells the media type of a response.

    Code samples accept one media type: the first of the first response that has
    content. Examples tell the class of the others, as far as they are shown.
    """

    def __init__(
        self, accepted: str | None, examples: Sequence[Block], report: Report
    ) -> None:
        self._accepted = accepted
        self._report = report
        self._first = True
        self._shown = _by_status(examples)
        self._examples = list(examples)

    def of(self, status: str, span: Span) -> str:
        """Return the media type of the response *status*."""
        first, self._first = self._first, False
        if self._accepted is not None and (first or not self._shown.get(status)):
            return self._accepted
        shown = self._shown.get(status)
        if shown and self._accepted and _fits(self._accepted, shown[0].language):
            return self._accepted
        media = guessed(shown or self._examples)
        what = f"the response {status}"
        self._report.add(MEDIA_UNKNOWN.at(span, what=what, media=media))
        return media


def _fits(media: str, language: str) -> bool:
    return bool(language) and language in media


def _by_status(examples: Sequence[Block]) -> dict[str, list[Block]]:
    """Return the examples that stand below ``200 Response`` and the like."""
    found: dict[str, list[Block]] = {}
    status = ""
    for block in examples:
        if block.kind == "quote":
            shown = _SHOWN.fullmatch(block.text.strip())
            status = shown[1] if shown else ""
        elif block.kind == "code" and status:
            found.setdefault(status, []).append(block)
    return found
