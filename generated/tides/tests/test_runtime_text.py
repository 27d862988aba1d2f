"""The run-time's text forms: percent-encoding, styles, JSON, media types, redaction."""

from __future__ import annotations

import logging
from datetime import date
from enum import Enum, IntEnum

import pytest

from tide_tables._runtime.headers import header_fault
from tide_tables._runtime.json import is_list, is_object, json_text, wire_text
from tide_tables._runtime.log import LOGGER, KeyFilter, keep_out_of_logs
from tide_tables._runtime.media import essence, is_json, is_text, matches
from tide_tables._runtime.percent import (
    encode,
    encode_cookie_name,
    encode_form,
    encode_form_name,
    encode_reserved,
    encoder,
)
from tide_tables._runtime.redact import hide, hide_headers, hide_query
from tide_tables._runtime.styles import (
    form_pairs,
    header_text,
    path_text,
    query_pairs,
)
from tide_tables._runtime.types import Style
from tide_tables._runtime.violation import Violation, required, shown

ASCII = "".join(map(chr, range(0x20, 0x7F)))
LIST = ["a,b", 2, None, True]
OBJECT = {"k": "v w", "n": 1.5, "x": None}


Colour = Enum("Colour", {"RED": "red"}, type=str)


class Size(IntEnum):
    """A number with a name."""

    BIG = 3


@pytest.mark.parametrize(
    ("encoder", "kept"),
    [
        (encode, "-._~"),
        (encode_reserved, "-._~:/?@!$'()*,;="),
        (encode_cookie_name, "!#$&'()*+-./:<>?@[]^_`{|}~"),
        (encode_form, "*-._"),
        (encode_form_name, "*-._"),
    ],
)
def test_encoders_keep_what_is_safe(encoder: object, kept: str) -> None:
    """Each encoder keeps letters, digits and its own set, and encodes all else."""
    assert callable(encoder)
    space = "+" if encoder in (encode_form, encode_form_name) else "%20"
    for char in ASCII:
        code = char if char.isalnum() or char in kept else f"%{ord(char):02X}"
        assert encoder(char) == (space if char == " " else code)


def test_encoders_are_made() -> None:
    """An encoder keeps what it is told to, and writes blanks as it is told to."""
    assert encoder("-")("a-Z 0/_") == "a-Z%200%2F%5F"
    assert encoder("", space="+")(" -") == "+%2D"


def test_encoding_goes_over_utf8() -> None:
    """Each byte of UTF-8 is encoded in upper case; half a character is refused."""
    assert encode("é\n😀") == "%C3%A9%0A%F0%9F%98%80"
    with pytest.raises(UnicodeEncodeError):
        encode("\ud800")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b", "a b"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (7, "7"),
        (1.5, "1.5"),
        (Size.BIG, "3"),
        (date(2020, 1, 2), "2020-01-02"),
        ([1, "é"], '[1,"é"]'),
        ((1,), "[1]"),
        ({"a": date(2020, 1, 2)}, '{"a":"2020-01-02"}'),
    ],
)
def test_wire_text(value: object, text: str) -> None:
    """Text stays as it is, dates are text too, all else is compact JSON."""
    assert wire_text(value) == text


def test_json_refuses_what_it_can_not_say() -> None:
    """Infinity and unknown objects are a `ValueError`; named texts are themselves."""
    assert json_text(Colour.RED) == '"red"'
    for value in (float("nan"), float("inf"), object()):
        with pytest.raises(ValueError, match=r"not JSON compliant|Unable to serialize"):
            json_text(value)


def test_kinds_of_json() -> None:
    """Lists and tuples are arrays, dicts are objects, texts neither."""
    values: list[object] = [[], (), {}, ""]
    assert [is_list(v) for v in values] == [True, True, False, False]
    assert [is_object(v) for v in values] == [False, False, True, False]


@pytest.mark.parametrize(
    ("value", "style", "explode", "query"),
    [
        ("a b", "form", True, "q%5B=a%20b"),
        (None, "form", True, ""),
        (LIST, "form", True, "q%5B=a%2Cb&q%5B=2&q%5B=true"),
        ([], "form", True, ""),
        (OBJECT, "form", True, "k=v%20w&n=1.5"),
        (LIST, "form", False, "q%5B=a%2Cb,2,true"),
        ("x", "form", False, "q%5B=x"),
        ([], "form", False, ""),
        (OBJECT, "form", False, "q%5B=k,v%20w,n,1.5"),
        (LIST, "pipeDelimited", False, "q%5B=a%2Cb%7C2%7Ctrue"),
        (LIST, "spaceDelimited", False, "q%5B=a%2Cb%202%20true"),
        (LIST, "spaceDelimited", True, "q%5B=a%2Cb&q%5B=2&q%5B=true"),
        (OBJECT, "deepObject", True, "q%5B%5Bk%5D=v%20w&q%5B%5Bn%5D=1.5"),
        (
            {"o": {"p": 1}, "r": {"p": 2}, "s": {"p": 3}, "t": 4},
            "deepObject",
            True,
            "q%5B%5Bo%5D%5Bp%5D=1&q%5B%5Br%5D%5Bp%5D=2&q%5B%5Bs%5D%5Bp%5D=3&q%5B%5Bt%5D=4",
        ),
        (
            {"o": {"p": [1, 2]}},
            "deepObject",
            True,
            "q%5B%5Bo%5D%5Bp%5D%5B0%5D=1&q%5B%5Bo%5D%5Bp%5D%5B1%5D=2",
        ),
        ("x", "deepObject", True, "q%5B=x"),
    ],
)
def test_query_styles(value: object, style: Style, explode: bool, query: str) -> None:
    """Each style lays out arrays and objects as OpenAPI says; null is left out."""
    assert "&".join(query_pairs("q[", value, style, explode)) == query


def test_reserved_query() -> None:
    """With ``allowReserved`` a value keeps what can't end it; its name does not."""
    assert query_pairs("a/", "x/y&z", reserved=True) == ["a%2F=x/y%26z"]
    pairs = query_pairs("a", {"b/": {"c": "d/"}}, "deepObject", True, True)
    assert pairs == ["a%5Bb%2F%5D%5Bc%5D=d/"]
    assert query_pairs("a", ["b/", "c"], "form", False, True) == ["a=b/,c"]
    assert query_pairs("a", {"b/": "c/"}, "form", True, True) == ["b%2F=c/"]
    assert query_pairs("a", "b/") == ["a=b%2F"]


@pytest.mark.parametrize(
    ("value", "style", "explode", "text"),
    [
        ("a/b", "simple", False, "a%2Fb"),
        (LIST, "simple", False, "a%2Cb,2,true"),
        (LIST, "simple", True, "a%2Cb,2,true"),
        (OBJECT, "simple", False, "k,v%20w,n,1.5"),
        (OBJECT, "simple", True, "k=v%20w,n=1.5"),
        ("a", "label", False, ".a"),
        (LIST, "label", False, ".a%2Cb,2,true"),
        (LIST, "label", True, ".a%2Cb.2.true"),
        (OBJECT, "label", True, ".k=v%20w.n=1.5"),
        ("a", "matrix", False, ";p%20=a"),
        (LIST, "matrix", False, ";p%20=a%2Cb,2,true"),
        (LIST, "matrix", True, ";p%20=a%2Cb;p%20=2;p%20=true"),
        (OBJECT, "matrix", False, ";p%20=k,v%20w,n,1.5"),
        (OBJECT, "matrix", True, ";k=v%20w;n=1.5"),
    ],
)
def test_path_styles(value: object, style: Style, explode: bool, text: str) -> None:
    """Each style lays out arrays and objects as RFC 6570 does."""
    assert path_text("p ", value, style, explode) == text


def test_header_text() -> None:
    """Headers are joined with commas and not encoded."""
    assert header_text("a b", False) == "a b"
    assert header_text([Colour.RED, 2, True], False) == "red,2,true"
    assert header_text({"a": 1, "b": "x y"}, False) == "a,1,b,x y"
    assert header_text({"a": 1, "b": "x y"}, True) == "a=1,b=x y"


def test_forms() -> None:
    """Arrays repeat their name, objects are JSON, null is left out."""
    members: dict[str, object] = {
        "a b": "x+y",
        "l": [1, None, True],
        "o": {"k": True},
        "n": None,
    }
    expected = ["a+b=x%2By", "l=1", "l=true", "o=%7B%22k%22%3Atrue%7D"]
    assert form_pairs(members) == expected


def test_media_types() -> None:
    """Media types are compared in lower case, without parameters, also as ranges."""
    assert essence(" Text/HTML ; charset=x;y") == "text/html"
    json_types = ["application/json", "Application/LD+JSON; a=b"]
    others = ["text/json", "application/jsonp", "", "application/json-seq"]
    assert [is_json(m) for m in json_types + others] == [True] * 2 + [False] * 4
    assert [is_text(m) for m in ("TEXT/csv", "application/text/", "")] == [
        True,
        False,
        False,
    ]
    assert matches("a/B; x=y", "A/b;z")
    assert matches("a/b/c", "a/b/c")
    assert not matches("a/b/c", "a/c")
    assert not matches("a/b/c", "a/b")
    assert not matches("a/b", "a/b/c")
    assert matches("a/*", "a/b/c")
    assert matches("a/*", "a/c") and matches("*/*", "b/c")
    assert not matches("a/*", "b/c") and not matches("a/b", "a/c")
    assert not matches("b/c", "a/c")


@pytest.mark.parametrize("name", ["", "a b", "a:b", "é", "a\n"])
def test_header_names(name: str) -> None:
    """A header's name is a token."""
    assert header_fault(name, "x") == "must have a token as its name"
    assert header_fault("!#$%&'*+-.^_`|~09azAZ", "x") is None


@pytest.mark.parametrize(
    "value",
    [
        "a\r\nX: y",
        "a\nb",
        "\n",
        "\0",
        "\x08",
        "\x1f",
        "\x7f",
        " a",
        "a\t",
        "\ud800",
        chr(0xDFFF),
    ],
)
def test_header_values(value: str) -> None:
    """A header's value stays on its line, and is what arrives."""
    fault = "must not hold control characters, nor blanks at its ends"
    assert header_fault("a", value) == fault
    assert header_fault("a", "") is header_fault("a", "a\té ~") is None


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        ("Authorization", True),
        ("X-Auth", True),
        ("author", False),
        ("Cookie", True),
        ("key", True),
        ("monkey", False),
        ("X-Api-Key", True),
        ("access_key", True),
        ("privatekey", True),
        ("AuthToken", True),
        ("client_secret", True),
        ("password", True),
        ("Signature", True),
        ("credentials", True),
        ("To", False),
    ],
)
def test_secrets_are_known_by_name(name: str, secret: bool) -> None:
    """What sounds like a credential is hidden, wherever it stands."""
    value = "***" if secret else "v"
    assert hide(name, "v") == value
    assert hide_headers({name: "v"}) == {name: value}
    assert (
        hide_query(f"https://a/b?x=1&{name}=v&y") == f"https://a/b?x=1&{name}={value}&y"
    )


def test_hidden_names_are_added() -> None:
    """Further names can be hidden; a URL without a query stays as it is."""
    assert hide_query("/a?app=1&b=2", {"app"}) == "/a?app=***&b=2"
    assert hide_query("/a") == "/a"
    assert hide_query("/a?token=b?c=d&e=f=g?h") == "/a?token=***&e=f=g?h"


def test_library_logs_no_keys(caplog: pytest.LogCaptureFixture) -> None:
    """A registered parameter is hidden in another library's log, the rest is not."""
    keep_out_of_logs("library.a", {"app"})
    keep_out_of_logs("library.a", {"id"})
    keep_out_of_logs("library.b", set())
    logger = logging.getLogger("library.a")
    with caplog.at_level("INFO"):
        logger.info("%s %s %d", "GET", "/a?app=1&id=2&x=3", 200)
        logger.info("%(a)s", {"a": "/b?app=1"})
    assert caplog.messages == ["GET /a?app=***&id=***&x=3 200", "/b?app=1"]
    assert [type(f) for f in logger.filters] == [KeyFilter]
    assert KeyFilter().names == set()
    assert not logging.getLogger("library.b").filters
    assert LOGGER.name == "tide_tables"


def test_violations_say_what_is_wrong() -> None:
    """A violation names argument, wire name, rule and value, but no secret."""
    found = Violation("from_", "From", "type", "must be a string", 1)
    assert str(found) == "from_ (From): must be a string [type], got 1"
    assert str(found._replace(name="from_")) == "from_: must be a string [type], got 1"
    assert str(found._replace(name="")) == "from_: must be a string [type], got 1"
    hidden = "from_ (token): must be a string [type], got ***"
    assert str(found._replace(name="token")) == hidden
    assert str(required("a", "A")) == "a (A): a value is required [required]"
    assert required("a", "A") == ("a", "A", "required", "a value is required", None)


def test_long_values_are_cut() -> None:
    """At most 60 characters of a value are shown."""
    assert shown("x" * 58) == "'" + "x" * 58 + "'"
    assert shown("x" * 59) == "'" + "x" * 56 + "..."
