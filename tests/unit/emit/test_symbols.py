"""Names: legal, unique, and the same every time."""

from __future__ import annotations

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.emit.python.reserved import FIELD_RESERVED
from specpress.emit.python.symbols import (
    Scope,
    assign,
    field_names,
    pascal,
    snake,
    words,
)
from specpress.ir.types import Field, Null


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From", "from_"),
        ("StartTime<", "start_time_lt"),
        ("StartTime>", "start_time_gt"),
        ("statusCallbackURL", "status_callback_url"),
        ("HTTPMethod", "http_method"),
        ("filter[name]", "filter_name"),
        ("$filter", "filter"),
        ("@type", "type"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("2fa", "value_2fa"),
        ("", "value"),
        ("é-mail", "é_mail"),
        ("ﬁle", "file"),
        ("❤", "value"),
        ("__class__", "class_"),
        ("None", "none"),
        ("X-Request-ID", "x_request_id"),
    ],
)
def test_snake(text: str, name: str) -> None:
    """A wire name becomes the identifier that a reader expects."""
    assert snake(text) == name


@given(st.text(max_size=30))
def test_every_text_makes_names(text: str) -> None:
    """Whatever stands in a description makes legal names of every kind."""
    for name in (snake(text), pascal(text)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)


@given(
    st.dictionaries(st.text(max_size=8), st.none() | st.text(max_size=8), max_size=9)
)
def test_a_scope_gives_each_name_once(called: dict[str, str | None]) -> None:
    """No two fields share an identifier, and none takes a reserved one, whatever they
    are named on the wire or wanted to be called."""
    fields = [Field(name=n, called=c, type=Null()) for n, c in called.items()]
    given_names = field_names(fields)
    assert list(given_names) == list(called)
    assert len(set(given_names.values())) == len(given_names)
    assert not set(given_names.values()) & FIELD_RESERVED


def test_first_come_keeps_the_plain_name() -> None:
    """Later wire names of the same words take a number, in the order given."""
    assert assign(["a-b", "aB", "AB"]) == {"a-b": "a_b", "aB": "a_b_2", "AB": "ab"}


def test_an_exact_name_is_kept() -> None:
    """What is an identifier as it is keeps its name, wherever it stands."""
    assert assign(["a-b", "aB", "a_b"]) == {"a-b": "a_b_2", "aB": "a_b_3", "a_b": "a_b"}


def test_a_number_never_takes_a_name_that_was_given() -> None:
    """A numbered name steps over one that the description has itself."""
    scope = Scope()
    assert [scope.add(n) for n in ("a", "a_2", "a")] == ["a", "a_2", "a_3"]


def test_reserved_names_are_stepped_over() -> None:
    """A reserved name gets an underscore, and a number where that is taken too."""
    scope = Scope({"list", "list_"})
    assert [scope.add("list"), scope.add("list")] == ["list_2", "list_3"]


def test_words_split_where_case_changes() -> None:
    """Runs of capitals are one word up to the capital that begins the next."""
    assert words("parseHTTPRequestID2") == ("parse", "HTTP", "Request", "ID2")
