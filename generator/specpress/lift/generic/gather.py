"""The part of a page about one operation to what it says, block by block."""

from __future__ import annotations

import re
from typing import Final

from specpress.lift.generic.blocks import (
    Block,
    Code,
    Heading,
    Items,
    Para,
    Section,
    Table,
    Terms,
)
from specpress.lift.generic.candidates import Candidate, Part
from specpress.lift.generic.columns import Columns, read_columns
from specpress.lift.generic.context import Context
from specpress.lift.generic.entries import is_fields, read_entries
from specpress.lift.generic.facts import Fact
from specpress.lift.generic.gathered import Gathered, Group
from specpress.lift.generic.inner import read_inner, text_of
from specpress.lift.generic.notes import take_type
from specpress.lift.generic.references import find, names_in, spellings
from specpress.lift.generic.rows import read_rows
from specpress.lift.generic.sampled import take_sample
from specpress.lift.generic.statuses import status_of, take_status_list, take_statuses
from specpress.lift.generic.typewords import read_type
from specpress.lift.generic.vocabulary import section_mark, section_role
from specpress.lift.generic.where import ANSWERS, CAPTIONS, MEDIA, SENT, Where

_NONE: Final = re.compile(
    r"\W*(?:(?:parameters|arguments|body|params)\s*:\s*)?(?:none|n/a|no (?:\w+ ){0,2}(?:parameters?|arguments?|body|content|fields)|(?:this|the) (?:method|endpoint|call|request) (?:takes|has|requires|accepts|needs) no .*|requires no parameters)\W*",
    re.IGNORECASE,
)


def gather(candidate: Candidate, context: Context) -> Gathered:
    """Return what the blocks of *candidate* say."""
    gatherer = _Gatherer(candidate, context)
    for part in candidate.parts:
        gatherer.take(part)
    return gatherer.found


class _Gatherer:
    def __init__(self, candidate: Candidate, context: Context) -> None:
        self.found = Gathered()
        self._candidate = candidate
        self._context = context
        self._sections: tuple[Section, ...] = ()
        self._known = spellings(context.known)
        self._caption: tuple[Para, str | None] | None = None

    def take(self, part: Part) -> None:
        """Take one block."""
        where = Where(part.sections[1:], self._context)
        self._sections = part.sections
        self._titles(part, where)
        block = part.block
        caption, self._caption = self._caption, None
        role = where.role
        if caption is not None and _overrides(caption[1], role):
            role = caption[1]
            if (status := status_of(caption[0].text)) and role in ANSWERS:
                where.status = status
            if media := MEDIA.search(caption[0].text):
                where.media = where.media or media[0]
        if self._context.names(block) and not isinstance(block, Code):
            return
        match block:
            case Para():
                self._para(block, role, where)
            case Table():
                self._table(block, role, where)
            case Items() | Terms():
                self._list(block, role, where)
            case Code():
                self._context.fill(self._sections)
                take_sample(
                    block,
                    role,
                    where.status,
                    where.media,
                    self.found,
                    self._candidate.endpoint,
                    self._context,
                )
            case Heading():
                self._context.text(block, "heading")

    def _titles(self, part: Part, where: Where) -> None:
        for section in part.sections[1:]:
            heading = section.heading
            if heading is None or self._context.state(heading) is not None:
                continue
            self._context.text(heading, "description")
            if where.role is None:
                self.found.description.append(heading.text)
        if where.role in ANSWERS and where.status:
            shown = self.found.response(where.status, part.block.span)
            shown.media = shown.media or where.media
            title = part.sections[-1].title
            phrase = re.sub(
                r"^.*?\b[1-5](?:\d\d|XX)\b[\s:\u2013\u2014-]*", "", MEDIA.sub("", title)
            ).strip(" ()`:")
            if phrase and not shown.description and status_of(title) == where.status:
                shown.description.append(phrase)

    def _para(self, block: Para, role: str | None, where: Where) -> None:
        text = block.text
        context = self._context
        if _NONE.fullmatch(text) and role is not None:
            context.ignore(block, "says that there is nothing")
            context.fill(self._sections)
            return
        if role in SENT and (facts := _inline(block)):
            self._facts(Group(role, facts, block.span, where.status), where, block)
            return
        if media := MEDIA.search(text):
            self._media(media[0], role, where)
        if text.endswith(":") and len(text) < 300:
            told = next((name for name, words in CAPTIONS if words.search(text)), None)
            self._caption = (block, told)
            context.text(block, "introduces what follows")
            if len(text) > 120:
                self.found.description.append(text)
            return
        if role in ("response", "example-response", "errors"):
            self._answer(block, role, where)
            return
        if media is not None and len(text) <= len(media[0]) + 40:
            context.read(block, "media type")
            return
        context.text(block, "description")
        if role in (
            "path",
            "query",
            "header",
            "body",
            "form",
            "parameters",
            "request",
            "url",
            "attributes",
        ) and self._typed_body(block, role):
            return
        self.found.description.append(text)

    def _typed_body(self, block: Para, role: str | None) -> bool:
        """Take a body that is said to be one type: "A User object"."""
        if role not in ("body", "request") or len(block.text.split()) > 8:
            return False
        read = read_type(block.text.rstrip("."), self._context.known)
        if read.schema is None or not read.exact:
            return False
        if not all(find(name, self._known) for name in names_in(read.schema)):
            return False
        self.found.body_schema = read.schema
        self._context.fill(self._sections)
        return True

    def _media(self, media: str, role: str | None, where: Where) -> None:
        if role in ANSWERS:
            self.found.response(where.status, self._candidate.endpoint.span).media = (
                media
            )
        elif self.found.media is None:
            self.found.media = media

    def _answer(self, block: Para, role: str, where: Where) -> None:
        self._context.text(block, "description of a response")
        text = block.text
        shown_status = where.status or _leading_status(text)
        if role == "errors" and shown_status is None:
            self.found.description.append(text)
            return
        shown = self.found.response(shown_status, block.span)
        if shown_status and where.status is None:
            text = re.sub(
                r"^\W*(?:HTTP\s+)?(?:status\s+)?[1-5]\d\d\b[\s:\u2013\u2014-]*",
                "",
                text,
            )
        if MEDIA.fullmatch(text.strip("` ")) or re.fullmatch(
            r"content[- ]type:?\s*\S+", text, re.IGNORECASE
        ):
            return
        if len(text.split()) <= 8:
            typed = re.sub(
                r"^(?:schema|type|returns|body|model|response type|content)\s*:\s*",
                "",
                text,
                flags=re.IGNORECASE,
            )
            read = read_type(typed.rstrip("."))
            if (
                read.schema is not None
                and read.exact
                and (typed != text or "$ref" in str(read.schema))
            ):
                shown.schema = shown.schema or read.schema
                if typed != text:
                    return
        phrase = shown.description
        if (
            where.status
            and len(phrase) == 1
            and len(phrase[0].split()) <= 3
            and phrase[0].istitle()
        ):
            phrase.clear()  # the phrase that belongs to the status says less
        shown.description.append(text)

    def _table(self, block: Table, role: str | None, where: Where) -> None:
        context = self._context
        columns = read_columns(block, context.columns, role)
        if columns.kind == "responses" and role not in (
            "body",
            "query",
            "path",
            "parameters",
        ):
            take_statuses(columns, self.found)
            context.read(block, "responses")
        elif columns.kind in ("fields", "responses") or (
            "name" in columns.roles and len(columns.rows[0].cells) == 1
            if columns.rows
            else False
        ):
            if columns.kind == "responses":
                columns = _renamed(columns)
            facts = read_rows(
                columns, lambda f, c: read_inner(f, c, context), context.lost
            )
            marked = bool({"required", "optional"} & set(columns.roles))
            self._facts(
                Group(
                    role or self._told(columns), facts, block.span, where.status, marked
                ),
                where,
                block,
            )
        # else: it stays pending, and is reported

    def _told(self, columns: Columns) -> str | None:
        """Return the place that the header above the names says."""
        if not columns.headers or "name" not in columns.roles:
            return None
        header = columns.headers[columns.roles["name"]]
        return next(
            (
                r
                for r in (section_role(f"{header}s"), section_role(header))
                if r in ("path", "query", "header", "body", "form", "url")
            ),
            None,
        )

    def _list(self, block: Items | Terms, role: str | None, where: Where) -> None:
        context = self._context
        if role in (None, *ANSWERS) and take_status_list(
            block, self.found, asked=role in ANSWERS
        ):
            context.read(block, "responses")
            return
        if is_fields(block) and (role is not None or _is_certain(block)):
            facts = read_entries(
                block, lambda f, c: read_inner(f, c, context), context.lost
            )
            self._facts(Group(role, facts, block.span, where.status), where, block)
            return
        context.text(block, "description")
        text = text_of(block)
        if role in ANSWERS and where.status:
            self.found.response(where.status, block.span).description.append(text)
        elif not _NONE.fullmatch(text.lstrip("- ")):
            self.found.description.append(text)

    def _facts(self, group: Group, where: Where, block: Block) -> None:
        if where.mark is not None:
            for fact in group.facts:
                if not fact.marked:
                    fact.required, fact.marked = where.mark == "required", True
        if where.media and group.role in ("body", "form", "request", "parameters"):
            self.found.media = self.found.media or where.media
        self._context.read(
            block, f"{group.role or 'parameters'}: {len(group.facts)} names"
        )
        self._context.fill(self._sections)
        self.found.groups.append(group)


def _overrides(told: str | None, role: str | None) -> bool:
    """Return whether a line that introduces a block says more than the headings do."""
    if told is None:
        return False
    if told in ANSWERS:
        return role not in ANSWERS or role == "response"
    return role in (None, "request", "example", "endpoint")


_INLINE: Final = re.compile(r"([A-Za-z_][\w.-]*)\s*=\s*[\[<{](\w[\w ]*)[\]>}]")


def _inline(block: Para) -> list[Fact]:
    """Return the parameters of lines such as ``id=[integer]``."""
    found: list[Fact] = []
    required: bool | None = None
    for line in block.text.split("\n"):
        if (marked := section_mark(line)) is not None and "=" not in line:
            required = marked == "required"
        for name, kind in _INLINE.findall(line):
            fact = Fact(name, block.span, block.path)
            take_type(kind, fact)
            if required is not None:
                fact.required, fact.marked = required, True
            found.append(fact)
    return found


def _renamed(columns: Columns) -> Columns:
    roles = {
        ("name" if role == "status" else role): at for role, at in columns.roles.items()
    }
    return Columns(
        roles, columns.rows, columns.headers, columns.unknown, columns.guessed
    )


def _leading_status(text: str) -> str | None:
    found = re.match(r"\W*(?:HTTP\s+)?(?:status\s+)?([1-5]\d\d)\b", text)
    return found[1] if found else None


def _is_certain(block: Items | Terms) -> bool:
    """Return whether most entries of *block*, below no label, have a type or a mark."""
    probe = Context()
    facts = read_entries(block, lambda f, c: None, probe.lost)
    told = sum(fact.schema is not None or fact.marked for fact in facts)
    return told * 2 > len(facts)
