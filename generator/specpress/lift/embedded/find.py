"""The descriptions of one page: those in it, in its scripts, and those it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from specpress.diagnostics import Diagnostic, Report
from specpress.diagnostics.codes.embedded import BESIDE, BY_CODE, NO_SCRIPT, NOT_ONE
from specpress.document.bundle_uris import join
from specpress.lift.embedded.addresses import (
    Address,
    near_calls,
    of_script,
    of_tag,
)
from specpress.lift.embedded.described import is_description
from specpress.lift.embedded.follow import Follower, NotFound
from specpress.lift.embedded.search import Search
from specpress.lift.embedded.tags import Tag, read_tags
from specpress.lift.embedded.words import (
    CONFIGURATIONS,
    FRAMES,
    LARGE,
    MARKER,
    PUSHED,
    SETTERS,
)
from specpress.readers.quoted import Quoted, read_quoted
from specpress.readers.slices import Text, verbatim
from specpress.source import Source, Span
from specpress.store import Store
from specpress.tree import Node


@dataclass(slots=True)
class Finding:
    """The *descriptions* found, by file; what is wrong in them is in *report*.

    *problems* tell why what the page shows can't be read.
    """

    descriptions: list[tuple[str, Node]] = field(default_factory=list[tuple[str, Node]])
    report: Report = field(default_factory=Report)
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])


def find(source: Source, store: Store) -> Finding:
    """Return the descriptions of the page *source*, whose neighbours are in *store*."""
    finder = _Finder(source, store)
    finder.run()
    return finder.finding


class _Finder:
    """One page and its scripts, looked through once."""

    def __init__(self, source: Source, store: Store) -> None:
        self.finding = Finding()
        self._source = source
        self._tags = list(read_tags(source))
        base = _base(self._tags, source.name)
        self._follower = Follower(source, base, store, self.finding.report)
        self._search = Search(self.finding.report)
        self._addresses: list[Address] = []
        self._pushed: list[Quoted] = []
        self._missing: list[tuple[str, Span]] = []

    def run(self) -> None:
        """Find all that there is."""
        for tag in self._tags:
            self._tag(tag)
        if not self._search.descriptions and self._pushed:
            self._search.data(self._pushed[0].joined(*self._pushed[1:]).inner)
        found = self._search.settle()
        self.finding.descriptions += [(node.span.file, node) for node in found]
        certain = [each for each in self._addresses if each.certain]
        for address in certain:
            self._follow(address)
        if not self.finding.descriptions:
            for address in self._addresses:
                if not address.certain and not self.finding.descriptions:
                    self._try(address)
        if not self.finding.descriptions:
            self.finding.problems += self._search.broken()
            self._give_up()

    def _tag(self, tag: Tag) -> None:
        self._addresses += of_tag(tag)
        for name, value in tag.attributes.items():
            if name in CONFIGURATIONS:
                self._script(value)
            elif MARKER.search(value.text):
                self._search.data(value)
        if tag.name == "script" and (url := tag.says("src")):
            try:
                source = self._follower.script(url)
            except OSError:
                if SETTERS.search(url.partition("?")[0]):
                    self._missing.append((url, tag.attributes["src"].span()))
            else:
                self._script(verbatim(source, 0, len(source.text)))
        if tag.body is not None:
            kind = tag.says("type").lower()
            is_data = any(word in kind for word in ("json", "yaml", "template"))
            if is_data and self._search.data(tag.body):
                return
            self._script(tag.body)

    def _script(self, text: Text) -> None:
        """Look through *text*, of a tool's own program only where it is called."""
        if len(text.text) > LARGE and not MARKER.search(text.text):
            for start, end in near_calls(text):
                part = verbatim(text.source, text.offset(start), text.offset(end))
                self._part(part)
        else:
            self._part(text)

    def _part(self, text: Text) -> None:
        for found in PUSHED.finditer(text.text):
            if (more := read_quoted(text, found.end())) is not None:
                self._pushed.append(more)
        known = len(self._search.literals)
        self._search.script(text)
        literals = self._search.literals[known:]
        self._addresses += of_script(text, literals, self._search)

    def _follow(self, address: Address) -> None:
        """Take what is at *address*: a description, or settings that name one."""
        try:
            uri, tree = self._follower.open(address)
        except NotFound as error:
            self.finding.problems.append(error.diagnostic)
            return
        if is_description(tree):
            self._take(uri, tree)
            return
        known = len(self.finding.descriptions)
        source = Source(uri, "")
        text = Text(source, "SwaggerUI(", (0,), (0,))
        for inner in of_script(text, [tree], self._search):
            self._try(inner)
        if len(self.finding.descriptions) == known:
            self.finding.problems.append(NOT_ONE.at(address.span, uri=uri))

    def _try(self, address: Address) -> None:
        """Take the description at *address* if there is one."""
        try:
            uri, tree = self._follower.open(address)
        except NotFound:
            return
        if is_description(tree):
            self._take(uri, tree)

    def _take(self, uri: str, tree: Node) -> None:
        in_page = uri == self._source.name
        if in_page or all(uri != name for name, _ in self.finding.descriptions):
            self.finding.descriptions.append((uri, tree))

    def _give_up(self) -> None:
        """Read what lies beside a page that shows a description, or tell what to do."""
        frame = next(self._frames(), None)
        if frame is None and not self.finding.problems:
            return
        if self.finding.problems:
            span, ref = self.finding.problems[0].span, "its address"
        elif self._missing:
            ref, span = self._missing[0]
        else:
            assert frame is not None
            span, ref = frame.span, "its scripts"
        beside = self._follower.beside()
        if beside is not None and is_description(beside[1]):
            self.finding.descriptions.append(beside)
            self.finding.report.add(BESIDE.at(span, ref=ref, name=beside[0]))
            self.finding.problems.clear()
        elif not self.finding.problems and self._missing:
            reason = "there is no such file"
            self.finding.problems.append(NO_SCRIPT.at(span, ref=ref, reason=reason))
        elif not self.finding.problems:
            self.finding.problems.append(BY_CODE.at(span))

    def _frames(self) -> Iterator[Tag]:
        """Yield the elements that a tool fills from a description."""
        for tag in self._tags:
            if tag.name in FRAMES or not FRAMES.isdisjoint(tag.words):
                yield tag


def _base(tags: Sequence[Tag], name: str) -> str:
    """Return what addresses in the page are relative to (WHATWG HTML, 4.2.3)."""
    for tag in tags:
        if tag.name == "base" and (href := tag.says("href")):
            try:
                return join(name, href) + ("/" if href.endswith("/") else "")
            except ValueError:
                break
    return name
