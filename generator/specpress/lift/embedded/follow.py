"""From the address of a description to its tree: in the input folder, or as allowed."""

from __future__ import annotations

import base64
import binascii
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from specpress.diagnostics import Diagnostic, Report
from specpress.diagnostics.codes.bundle import CHANGED, NOT_LOCKED, OUTSIDE, REMOTE
from specpress.diagnostics.codes.embedded import (
    ELSEWHERE,
    NO_FILE,
    NOT_INSIDE,
    NOT_ONE,
    NOT_SECURE,
    NOT_TEXT,
)
from specpress.document.bundle_files import Unresolved
from specpress.document.bundle_uris import is_remote, join
from specpress.document.opening import Opener
from specpress.lift.embedded.addresses import Address
from specpress.lift.embedded.search import Search
from specpress.lift.embedded.words import USUAL
from specpress.readers.slices import Text
from specpress.source import Source
from specpress.store import Store
from specpress.tree import Node

_LOOPBACK: Final = frozenset(("localhost", "127.0.0.1", "::1"))


class NotFound(Exception):
    """There is no file at an address; carries what to tell."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Follower:
    """Follows addresses from the page *name*, relative to *base*."""

    source: Source
    base: str
    store: Store
    report: Report

    @property
    def name(self) -> str:
        """The page's uri."""
        return self.source.name

    def open(self, address: Address) -> tuple[str, Node]:
        """Return the file at *address* and its tree. Raises NotFound."""
        if address.url.lower().startswith("data:"):
            return self.name, self._data(address)
        problem: Unresolved | None = None
        for uri in self.candidates(address.url):
            quiet = Report()
            try:
                tree = Opener(self.store, quiet).open(uri)
            except Unresolved as error:
                if problem is None or is_remote(uri):
                    problem = error
                continue
            for diagnostic in quiet:
                self.report.add(diagnostic)
            return uri, tree
        raise NotFound(_told(address, problem))

    def beside(self) -> tuple[str, Node] | None:
        """Return the description beside the page by its usual name, or None."""
        for name in USUAL:
            uri = posixpath.join(posixpath.dirname(self.name), name)
            try:
                return uri, Opener(self.store, Report()).open(uri)
            except Unresolved:
                continue
        return None

    def script(self, url: str) -> Source:
        """Return the script at *url*. Raises OSError when it can't be read."""
        for uri in self.candidates(url):
            if is_remote(uri):
                continue
            try:
                data = self.store.read(uri)
            except (OSError, ValueError):
                continue
            return Source(uri, data.decode("utf-8", "replace"))
        raise FileNotFoundError(url)

    def candidates(self, url: str) -> Iterator[str]:
        """Yield the uris that *url* may have, the likeliest first.

        What was saved from a site lies where its path says, below a folder with the
        host's name or not; a query may be part of the file's name.
        """
        try:
            whole = join(self.base, url)
            parts = urlsplit(url)
        except ValueError:
            return
        query = f"?{parts.query}" if parts.query else ""
        if is_remote(whole):
            parts = urlsplit(whole)
            below = f"{parts.netloc}/{unquote(parts.path).lstrip('/')}"
            paths = [below, unquote(parts.path).lstrip("/")]
        elif whole.startswith("/"):
            paths = [whole.lstrip("/")]
        else:
            yield from ((whole + query, whole) if query else (whole,))
            return
        for path in paths:
            for folder in _folders(self.name):
                uri = posixpath.normpath(posixpath.join(folder, path))
                yield from ((uri + query, uri) if query else (uri,))
        if is_remote(whole):
            yield whole if not whole.startswith("//") else f"https:{whole}"

    def _data(self, address: Address) -> Node:
        """Return the description in a ``data:`` URL (RFC 2397)."""
        head, _, body = address.url[5:].partition(",")
        search = Search(self.report)
        try:
            data = unquote_to_bytes(body)
            if head.endswith(";base64"):
                data = base64.b64decode(data + b"=" * (-len(data) % 4))
            text = data.decode()
        except (binascii.Error, UnicodeDecodeError) as error:
            reason = str(error).lower()
            raise NotFound(
                NOT_TEXT.at(address.span, what="data: URL", reason=reason)
            ) from None
        start, end = address.span.start, address.span.end
        whole = Text(self.source, text, (0,), (start,))
        if not search.data(whole):
            raise NotFound(NOT_ONE.at(address.span, uri=address.url[:40]))
        return _put(search.descriptions[0], self.source, start, end)


def _folders(name: str) -> Iterator[str]:
    """Yield the folders around *name*, the outermost first."""
    folders = posixpath.dirname(name).split("/")
    for count in range(len(folders) + 1):
        if count == 0 or folders[count - 1]:
            yield "/".join(folders[:count])


def _put(node: Node, source: Source, start: int, end: int) -> Node:
    """Return *node* with all in it at one place."""
    span = source.span(start, end)
    value = node.value
    if isinstance(value, dict):
        value = {key: _put(each, source, start, end) for key, each in value.items()}
    elif isinstance(value, list):
        value = [_put(each, source, start, end) for each in value]
    return Node(value, span, span, raw=node.raw)


def _told(address: Address, problem: Unresolved | None) -> Diagnostic:
    """Return what to say of *address*, at which *problem* was met."""
    if problem is None:
        return NO_FILE.at(address.span, ref=address.url, reason="it is no address")
    uri = str(problem.values.get("uri", ""))
    if problem.code is REMOTE:
        parts = urlsplit(uri)
        local = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if parts.scheme != "https" and not local:
            return NOT_SECURE.at(address.span, uri=uri)
        allow = f"{parts.scheme}://{parts.netloc}{parts.path}"
        return ELSEWHERE.at(address.span, uri=uri, allow=allow)
    if problem.code in (NOT_LOCKED, CHANGED):
        values = {**problem.values, "ref": address.url}
        nothing = "the description is not read"
        return problem.code.at(address.span, instead=nothing, **values)
    if problem.code is OUTSIDE:
        return NOT_INSIDE.at(address.span, ref=address.url)
    reason = problem.values.get("reason", "it is no address")
    return NO_FILE.at(address.span, ref=address.url, reason=reason)
