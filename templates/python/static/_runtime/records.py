"""Lines of JSON or text, and JSON text sequences (RFC 7464)."""

from __future__ import annotations

from .framing import Mode, Piece, pieces

_WHITE = b" \t\r\n"
_WHOLE = b'}]"'
"""What ends a JSON text that can't have been cut off (RFC 7464, 2.4)."""


class Lines:
    """Items of which each is a line; empty lines are none.

    The line that is *end* is no item, and the last one.
    """

    separator = b"\n"

    def __init__(self, mode: Mode = "json", *, end: str | None = None) -> None:
        self.mode: Mode = mode
        self.end = end

    def parser(self, *, exact: bool) -> LineItems:
        """Return a parser for one body."""
        return LineItems(self, exact=exact)

    def piece(self, line: bytes, *, exact: bool) -> Piece:
        """Return the item that *line* is."""
        if self.mode != "json":
            return pieces(
                line.rstrip(b"\r").decode("utf-8", "replace"), "text", exact=exact
            )
        return pieces(line.strip().decode("utf-8", "replace"), "json", exact=exact)


class Records(Lines):
    """Items of which each stands after a record separator."""

    separator = b"\x1e"

    def piece(self, line: bytes, *, exact: bool) -> Piece:
        """Return the item that *line* is; a number or word without an end is cut off."""
        found = super().piece(line, exact=exact)
        if line[-1:] in _WHITE or line[-1:] in _WHOLE or found.flaw:
            return found
        return Piece((line.decode("utf-8", "replace"),), "a whole JSON text")


class LineItems:
    """Makes items of a body of lines."""

    resumes = False
    last_id = ""
    retry: int | None = None

    def __init__(self, framing: Lines, *, exact: bool) -> None:
        self._framing = framing
        self._exact = exact
        self._open: list[bytes] = []
        self._first = True
        self.ended = False

    def restart(self) -> None:
        """Forget the line that is not complete."""
        self._open.clear()

    def feed(self, chunk: bytes) -> list[Piece]:
        """Return the items that *chunk* completes, up to the last one of all."""
        first, *others = chunk.split(self._framing.separator)
        self._open.append(first)
        if not others:
            return []
        lines = [b"".join(self._open), *others[:-1]]
        self._open = others[-1:]
        return self._pieces(lines)

    def end(self) -> list[Piece]:
        """Return the item that the end of the body completes, if one."""
        line, self._open = b"".join(self._open), []
        return self._pieces([line])

    def _pieces(self, lines: list[bytes]) -> list[Piece]:
        found: list[Piece] = []
        for line in lines:
            if self._first:
                line = line.removeprefix(b"\xef\xbb\xbf")
                self._first = False
            text = line.strip()
            if self.ended or not text:
                continue
            if self._framing.end is not None and text == self._framing.end.encode():
                self.ended = True
            else:
                found.append(self._framing.piece(line, exact=self._exact))
        return found
