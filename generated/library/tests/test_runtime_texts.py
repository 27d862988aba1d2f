"""Text in formats that stay text: what is of them, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from kestrel_library._runtime import texts
from kestrel_library._runtime.schema import Schema

GOOD: list[tuple[Any, str]] = [
    (texts.Ipv4Text, "192.0.2.1"),
    (texts.Ipv6Text, "2001:db8::1"),
    (texts.UriText, "urn:isbn:0451450523"),
    (texts.UriText, "https://müller.example/ü?q={x}"),
    (texts.UriReferenceText, ""),
    (texts.UriReferenceText, "../a#b"),
    (texts.UriTemplateText, "/pets/{id}{?page}"),
    (texts.EmailText, "ann+x@example.com"),
    (texts.HostnameText, "api.example.com"),
    (texts.HostnameText, "localhost"),
    (texts.JsonPointerText, ""),
    (texts.JsonPointerText, "/a~1b/0"),
    (texts.RelativeJsonPointerText, "0#"),
    (texts.RelativeJsonPointerText, "1/a"),
    (texts.CharText, "é"),
    (texts.HttpDateText, "Sun, 06 Nov 1994 08:49:37 GMT"),
    (texts.MediaRangeText, "text/*;q=0.5"),
    (texts.SfBooleanText, "?1"),
    (texts.SfIntegerText, "-42"),
    (texts.SfDecimalText, "4.5"),
    (texts.SfStringText, '"a \\" b"'),
    (texts.SfTokenText, "*a/b"),
    (texts.SfBinaryText, ":QQ==:"),
]
BAD: list[tuple[Any, str]] = [
    (texts.Ipv4Text, "192.0.2.256"),
    (texts.Ipv6Text, "2001:db8"),
    (texts.UriText, "/pets"),
    (texts.UriText, "http://a b"),
    (texts.UriReferenceText, "a b"),
    (texts.UriTemplateText, "/{id"),
    (texts.EmailText, "ann"),
    (texts.HostnameText, "-a.example"),
    (texts.HostnameText, "a..b"),
    (texts.HostnameText, "a" * 64),
    (texts.JsonPointerText, "a"),
    (texts.JsonPointerText, "/~2"),
    (texts.RelativeJsonPointerText, "01"),
    (texts.CharText, "ab"),
    (texts.HttpDateText, "1994-11-06"),
    (texts.MediaRangeText, "text"),
    (texts.SfBooleanText, "true"),
    (texts.SfIntegerText, "4.5"),
    (texts.SfDecimalText, "4"),
    (texts.SfStringText, "a"),
    (texts.SfTokenText, "1a"),
    (texts.SfBinaryText, "QQ=="),
]


@pytest.mark.parametrize(("type_", "text"), GOOD)
def test_text_of_the_format_passes_as_it_is(type_: Any, text: str) -> None:
    """What is of the format stays the text that it is."""
    assert Schema(type_).checked(text) == (text, [])


@pytest.mark.parametrize(("type_", "text"), BAD)
def test_other_text_is_told_from_it(type_: Any, text: str) -> None:
    """What is not of the format is refused, and kept where a server sends it."""
    _, problems = Schema(type_).checked(text)

    assert [problem.rule for problem in problems] == ["format"]
    assert Schema(type_).read(text)[0] == text


def test_what_is_no_text_is_of_the_wrong_type() -> None:
    """A number is of no format of text."""
    _, problems = Schema(texts.UriText).checked(7)

    assert [problem.rule for problem in problems] == ["type"]
