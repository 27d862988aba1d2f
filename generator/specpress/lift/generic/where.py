"""What the headings around a block say of it."""

from __future__ import annotations

import re
from typing import Final

from specpress.lift.generic.blocks import (
    Section,
)
from specpress.lift.generic.context import Context
from specpress.lift.generic.statuses import status_of
from specpress.lift.generic.vocabulary import section_mark, section_role

MEDIA: Final = re.compile(
    r"\b(?:application|multipart|text|image|audio|video)/[\w.+*-]+"
)


ANSWERS: Final = ("response", "errors", "example-response", "response-headers")


SENT: Final = (
    "path",
    "query",
    "url",
    "body",
    "parameters",
    "request",
    "form",
    "header",
)


CAPTIONS: Final = (
    ("errors", re.compile(r"\berrors?\b|status codes", re.IGNORECASE)),
    (
        "response",
        re.compile(
            r"\b(?:respon[sd]\w*|returns?|returned|reply|replies|result)\b",
            re.IGNORECASE,
        ),
    ),
    ("query", re.compile(r"\bquery(?:string)?\b", re.IGNORECASE)),
    ("path", re.compile(r"\b(?:path|url|uri) param", re.IGNORECASE)),
    ("header", re.compile(r"\bheaders?\b", re.IGNORECASE)),
    ("form", re.compile(r"\bform\b", re.IGNORECASE)),
    ("body", re.compile(r"\b(?:body|payload|json (?:object|body))\b", re.IGNORECASE)),
    (
        "parameters",
        re.compile(
            r"\b(?:parameters?|arguments?|fields|options|accepts?|takes)\b",
            re.IGNORECASE,
        ),
    ),
)


class Where:
    """What the headings around a block say of it."""

    def __init__(self, sections: tuple[Section, ...], context: Context) -> None:
        self.role: str | None = None
        self.status: str | None = None
        self.mark: str | None = None
        self.media: str | None = None
        for section in sections:
            self._enter(section, context)

    def _enter(self, section: Section, context: Context) -> None:
        title = section.title
        role = section_role(title)
        self.mark = section_mark(title) if role is not None else self.mark
        status = status_of(title)
        if media := MEDIA.search(title):
            self.media = media[0]
            if role is None:
                role = section_role(title.replace(media[0], ""))
        if status is not None and (self.role in (None, *ANSWERS) or role in ANSWERS):
            self.status = status
            role = (
                role
                if role in ANSWERS
                else (self.role if self.role in ANSWERS else "response")
            )
        if role is not None and section.heading is not None:
            context.read(section.heading, f"label of {role}")
            self.role = _combined(self.role, role)


def _combined(outer: str | None, role: str) -> str:
    """Return what *role* is within *outer*."""
    if outer in ANSWERS:
        if role in ("header", "response-headers"):
            return "response-headers"
        if role in ("example", "example-response", "example-request"):
            return "example-response"
        return role if role in ("errors", "response") else str(outer)
    if outer in ("request", "body", "example-request"):
        if role in ("attributes", "parameters", "request"):
            return "body" if outer != "example-request" else outer
        if role == "example":
            return "example-request"
    return role
