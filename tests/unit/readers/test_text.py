"""Bytes to sources."""

from __future__ import annotations

import codecs

import pytest

from specpress.diagnostics import Report
from specpress.readers.text import decode

_META = '<meta charset="{}"><p>{}</p>'


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("é😀".encode(), "é😀"),
        (codecs.BOM_UTF8 + "é".encode(), "é"),
        ("é".encode("utf-16"), "é"),
        (codecs.BOM_UTF16_BE + "é".encode("utf-16-be"), "é"),
        (
            _META.format("latin1", "é\u2013").encode("cp1252"),
            _META.format("latin1", "é\u2013"),
        ),
        (_META.format("utf-16", "é").encode(), _META.format("utf-16", "é")),
        (_META.format("koi8-r", "Я").encode("koi8-r"), _META.format("koi8-r", "Я")),
        (b'{"a": "<meta charset=latin1>\xc3\xa9"}', '{"a": "<meta charset=latin1>é"}'),
    ],
)
def test_text_is_decoded_as_declared(data: bytes, text: str) -> None:
    """A byte order mark counts first, then a page's declaration, then UTF-8."""
    report = Report()
    source = decode("a.html", data, report)

    assert source is not None
    assert source.text == text
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "SRC001"),
        (b" \n\t", "SRC001"),
        (codecs.BOM_UTF8, "SRC001"),
        (b"caf\xe9", "SRC002"),
        (_META.format("ascii", "\x81").encode("latin-1"), "SRC002"),
        (b"<p>123456789</p>", "SRC003"),
        (_META.format("base64", "x")[:30].encode(), "SRC004"),
    ],
)
def test_what_is_no_text_is_reported(data: bytes, code: str) -> None:
    """Empty, undecodable and oversized files are refused with their own codes."""
    report = Report()
    limit = 12 if code == "SRC003" else 1000
    source = decode("a.html", data, report, limit)

    assert [each.code.id for each in report] == [code]
    assert (source is None) == (code != "SRC004")
