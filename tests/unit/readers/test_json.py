"""The positioned JSON reader."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specpress.diagnostics import Report
from specpress.readers.json import MAX_DEPTH, read_json
from specpress.source import Source
from specpress.tree import Node

_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text('ab\n"é😀'), inner),
)


def _read(text: str) -> tuple[Node | None, list[str]]:
    """Return the value in *text*, and each diagnostic with the text it is about."""
    report = Report()
    node = read_json(Source("a.json", text), report)
    said = [
        f"{d.code.id} {text[d.span.start:d.span.end]!r} {d.message}" for d in report
    ]
    return node, said


@given(_VALUES, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_reads_what_the_standard_library_reads(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    """Any JSON text gives the value that the json module gives."""
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    node, said = _read(f" \r\n{text}\n")

    assert said == []
    assert node is not None
    assert json.dumps(node.plain()) == json.dumps(json.loads(text))


@given(_VALUES)
def test_every_value_stands_where_its_span_says(value: object) -> None:
    """The text of each span, read on its own, is the value of its node."""
    text = json.dumps(value, indent=2, ensure_ascii=False)
    node, _ = _read(text)

    def check(node: Node) -> None:
        inside = text[node.span.start : node.span.end]
        assert json.dumps(json.loads(inside)) == json.dumps(node.plain())
        for key, member in node.items():
            span = member.key_span
            assert json.loads(text[span.start : span.end]) == key
        for each in (*node.map.values(), *node.list):
            check(each)

    assert node is not None
    check(node)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "JSN001 '' broken JSON: expected a value, found the end"),
        (
            '{"a": 1,}',
            "JSN001 '}' broken JSON: expected a key in double quotes, found '}'",
        ),
        ("[1 2]", "JSN001 '2' broken JSON: expected ',' or ']', found '2'"),
        ("[1,]", "JSN001 ']' broken JSON: expected a value, found ']'"),
        ('{"a" 1}', "JSN001 '1' broken JSON: expected ':', found '1'"),
        ("{'a': 1}", "JSN001 \"'a'\" broken JSON: expected a key in double quotes"),
        ('{"a": 1', "JSN001 '' broken JSON: expected ',' or '}', found the end"),
        ("// no", "JSN001 '//' broken JSON: expected a value, found '//'"),
        ("True", "JSN001 'True' broken JSON: expected a value, found 'True'"),
        ('["a]', "JSN002 '\"' broken JSON string: unterminated string"),
        ('["a\tb"]', "JSN002 '\\t' broken JSON string: invalid control character"),
        (r'["\x41"]', "JSN002 '\\\\' broken JSON string: invalid \\escape"),
        (
            '{"a": 1,\n "a": 2}',
            "JSN003 '\"a\"' the key 'a' stands twice in one object, first at 1:2",
        ),
        ("[NaN]", "JSN004 'NaN' 'NaN' is not a JSON number"),
        ("[-Infinity]", "JSN004 '-Infinity' '-Infinity' is not a JSON number"),
        ("[01]", "JSN004 '01' '01' is not a JSON number"),
        ("[1.]", "JSN004 '1.' '1.' is not a JSON number"),
        ("[0x1F]", "JSN004 '0x1F' '0x1F' is not a JSON number"),
        ("[1e999]", "JSN004 '1e999' '1e999' is not a JSON number"),
        ("{} {}", "JSN005 '{}' there is more text after the JSON value: '{'"),
    ],
)
def test_a_fault_has_its_exact_place(text: str, expected: str) -> None:
    """What is no JSON is refused, with the place and what was expected there."""
    node, said = _read(text)

    assert node is None
    assert len(said) == 1
    assert said[0].startswith(expected)


def test_numbers_keep_their_value() -> None:
    """Integers of any size and exponents are read exactly."""
    node, _ = _read("[123456789012345678901234567890, -0, 1e3, 1E-2, 0.1, 5e-324]")

    assert node is not None
    assert node.plain() == [
        123456789012345678901234567890,
        0,
        1000.0,
        0.01,
        0.1,
        5e-324,
    ]
    assert [type(item.value) for item in node.list[:3]] == [int, int, float]


def test_surrogate_pairs_become_one_character() -> None:
    """A pair of escapes is one character; half a pair is replaced, with a warning."""
    pair, quiet = _read(r'"\ud83d\ude00"')
    half, said = _read(r'["\ud83d", "x"]')

    assert pair is not None and pair.value == "😀" and quiet == []
    assert half is not None and half.plain() == ["�", "x"]
    assert [each[:6] for each in said] == ["JSN007"]


def test_depth_is_bounded() -> None:
    """Values nested too deeply are refused at once, whatever their number."""
    deep = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert _read(deep)[0] is not None
    assert _read("[" + deep + "]")[1][0].startswith("JSN006")
    assert _read("[" * 1_000_000)[1][0].startswith("JSN006")
