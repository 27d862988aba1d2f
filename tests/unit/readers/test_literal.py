"""Literals of JavaScript as data."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.readers.code import MAX_DEPTH, NoLiteral
from specpress.readers.literal import Literals
from specpress.readers.slices import verbatim
from specpress.source import Source
from specpress.tree import Node


def _literals(text: str) -> Literals:
    return Literals(verbatim(Source("a.js", text), 0, len(text)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{a: 1, 'b': 2, \"c\": 3, $d_1: 4, 200: 5, 'é': 6}", [1, 2, 3, 4, 5, 6]),
        ("[1, 2,]", [1, 2]),
        (
            "[true, false, null, !0, !1, undefined]",
            [True, False, None, True, False, None],
        ),
        (
            "[0x1F, 0b11, 0o17, .5, 5., 1e3, -2, +3, 1_000]",
            [31, 3, 15, 0.5, 5.0, 1000.0, -2, 3, 1000],
        ),
        (r"['\x41\u0042\u{43}\n\t\0\q']", ["ABC\n\t\0q"]),
        (r"['\ud83d\ude00', '\ud83d']", ["\U0001f600", "\ufffd"]),
        ("['a\\\nb']", ["ab"]),
        ("[`a\nb\\``]", ["a\nb`"]),
        (r"[`costs \${5}`]", ["costs ${5}"]),
        ("['a' + \"b\" + `c`]", ["abc"]),
        ("[/* one */ 1, // two\n 2]", [1, 2]),
        (r"""[JSON.parse('{"a": "\\u0041\\n"}')]""", [{"a": "A\n"}]),
    ],
)
def test_literals(text: str, value: list[object]) -> None:
    """Every spelling that a script may use gives its value."""
    node, end = _literals(text).read(0)
    plain = node.plain()

    assert end == len(text)
    assert (list(plain.values()) if isinstance(plain, dict) else plain) == value


@pytest.mark.parametrize(
    "code",
    [
        "f(1, [2])",
        "x ? {a: 1} : 2",
        "`a ${b} c`",
        "function () { return '}' }",
        '() => { return /[}"]/g }',
        "'a' + b",
        "window.location.origin",
        "new Date()",
        "{a: 1}.a",
    ],
)
def test_code_is_left_out_and_noted(code: str) -> None:
    """A value that is no literal is skipped up to its comma or bracket."""
    text = f"{{a: 1, b: {code}, c: [2, {code}]}}"
    reader = _literals(text)
    node, end = reader.read(0)

    assert node.plain() == {"a": 1, "c": [2]}
    assert end == len(text)
    assert [text[span.start : span.end] for span in reader.code] == [code, code]


@pytest.mark.parametrize("member", ["...more", "a", "b() { return 1 }", "async c() {}"])
def test_members_without_a_value_are_code(member: str) -> None:
    """Spreads, short names and methods are noted too."""
    reader = _literals(f"{{x: 1, {member}}}")

    assert reader.read(0)[0].plain() == {"x": 1}
    assert len(reader.code) == 1


@pytest.mark.parametrize(
    "text",
    ["{", "{a: 'b", '{"a" "b"}', '{"a": "b" "c": 1}', "[1 2]", "{a: 1]", "x"],
)
def test_what_is_none_is_refused(text: str) -> None:
    """Text that is no literal raises NoLiteral and nothing else."""
    with pytest.raises(NoLiteral):
        _literals(text).read(0)


def test_depth_is_bounded() -> None:
    """Values that nest too deeply are refused."""
    with pytest.raises(NoLiteral):
        _literals("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)).read(0)


def test_undefined_members_are_absent() -> None:
    """A member that is undefined is none; of two of one name the last counts."""
    assert _literals("{a: void 0, b: 1, b: 2}").read(0)[0].plain() == {"b": 2}


def test_places_are_those_of_the_page() -> None:
    """Values in a string of a script know where they stand in the page."""
    text = r"""<script>x = {s: JSON.parse('{"k": "a\\nb", "n": 12}')}</script>"""
    begin = text.index("{s")
    node, _ = _literals(text).read(begin)
    inner = node.map["s"]

    assert _at(text, inner.map["n"]) == "12"
    assert _at(text, inner.map["k"]) == r'"a\\nb"'


def _at(text: str, node: Node) -> str:
    return text[node.span.start : node.span.end]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_JSON)
def test_json_is_a_literal(value: object) -> None:
    """JSON reads as what it is, also from within a string."""
    text = f"[{json.dumps(value)}]"
    quoted = f"[JSON.parse({json.dumps(text)})]"

    assert _literals(text).read(0)[0].plain() == _mended([value])
    assert _literals(quoted).read(0)[0].plain() == _mended([[value]])


def _mended(value: object) -> object:
    """Return *value* as JSON gives it back."""
    return json.loads(json.dumps(value))


@given(st.text("{}[]()'\"`:,/\\ab1.+!$ \n", max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes the reader fail in another way, or read beyond its end."""
    try:
        _, end = _literals(text).read(0)
    except NoLiteral:
        return
    assert 0 < end <= len(text)
