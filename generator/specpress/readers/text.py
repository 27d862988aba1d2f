"""Bytes of a file to a `Source`."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Final

from specpress.diagnostics import Report
from specpress.diagnostics.codes.source import (
    EMPTY_FILE,
    TOO_LARGE,
    UNDECODABLE,
    UNKNOWN_CHARSET,
    UNREADABLE,
)
from specpress.source import Source, Span

MAX_BYTES: Final = 64 * 2**20
"""The largest file read: the largest published descriptions have 20 MB."""

_HEAD: Final = 4096  # how far a page's <meta> is looked for; browsers stop at 1,024
_META: Final = re.compile(
    rb"""<meta[^>]*?\bcharset\s*=\s*["']?\s*([\w.:+-]+)""", re.IGNORECASE
)
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_BROWSERS_DO: Final = {  # what pages mean by these labels (WHATWG Encoding)
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "utf-16": "utf-8",  # the declaration could be read, so it is not UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
    "utf-7": "utf-8",
}


def read_source(
    read: Callable[[str], bytes], name: str, report: Report, limit: int = MAX_BYTES
) -> Source | None:
    """Return the text of the file *name*, or None with the reason reported.

    *read* returns the bytes of a file, or raises OSError.
    """
    try:
        data = read(name)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        report.add(UNREADABLE.at(Span(name, 0, 0), name=name, reason=reason.lower()))
        return None
    return decode(name, data, report, limit)


def decode(
    name: str, data: bytes, report: Report, limit: int = MAX_BYTES
) -> Source | None:
    """Return the text of the file *name*, or None with the reason reported.

    The character set is that of a byte order mark, else the one that an HTML page
    declares, else UTF-8. A file of more than *limit* bytes is refused.
    """
    if len(data) > limit:
        where = Span(name, 0, 0)
        report.add(TOO_LARGE.at(where, name=name, size=len(data), limit=limit))
        return None
    charset, skip = _charset(name, data, report)
    try:
        text = data[skip:].decode(charset)
    except UnicodeDecodeError as error:
        offset = skip + error.start
        where = Span(name, 0, 0)
        report.add(UNDECODABLE.at(where, name=name, offset=offset, charset=charset))
        return None
    if not text.strip():
        report.add(EMPTY_FILE.at(Span(name, 0, 0), name=name))
        return None
    return Source(name, text)


def _charset(name: str, data: bytes, report: Report) -> tuple[str, int]:
    """Return the character set of *data* and the length of its byte order mark."""
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return charset, len(mark)
    head = data[:_HEAD]
    if not head.lstrip().startswith(b"<") or (found := _META.search(head)) is None:
        return "utf-8", 0
    label = found[1].decode("ascii")
    try:
        charset = codecs.lookup(label).name
        "".encode(charset)  # codecs such as base64 are none of text
    except LookupError:
        where = Span(name, found.start(1), found.end(1))
        report.add(UNKNOWN_CHARSET.at(where, charset=label))
        return "utf-8", 0
    return _AS_BROWSERS_DO.get(charset, charset), 0
