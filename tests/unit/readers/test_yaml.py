"""The YAML reader: values of YAML 1.2, their places, and what is refused."""

from __future__ import annotations

import pytest

from specpress.diagnostics import Report
from specpress.readers.yaml import read_yaml
from specpress.source import Source
from specpress.tree import Node

VALUES: dict[str, object] = {
    "no: on": {"no": "on"},
    "200: {a: b}": {"200": {"a": "b"}},
    "1.0: y\nyes: 1.10": {"1.0": "y", "yes": 1.1},
    "[1e3, 2024-01-01, 12:30:45, 0o17, 0x1f, 017, -7]": [
        1000.0, "2024-01-01", "12:30:45", 15, 31, 17, -7,
    ],
    "[~, null, NULL, Null, '', nULL]": [None, None, None, None, "", "nULL"],
    "[true, True, TRUE, tRue, y, off]": [True, True, True, "tRue", "y", "off"],
    "[.inf, -.INF, .nan, 1e999, .5, 5., +3]": [
        ".inf", "-.INF", ".nan", "1e999", 0.5, 5.0, 3,
    ],
    "a: !!str 12": {"a": "12"},
    "a: ! 12": {"a": "12"},
    "a:": {"a": None},
    "- !!map {a: 1}\n- !!seq [2]": [{"a": 1}, [2]],
    "a: |\n  x\n  y\nb: >-\n  x\n  y\n": {"a": "x\ny\n", "b": "x y"},
    "a: &x {b: 1}\nc: *x": {"a": {"b": 1}, "c": {"b": 1}},
    "a: &x {b: 1, c: 2}\nd:\n  c: 3\n  <<: *x\n  e: 4": {
        "a": {"b": 1, "c": 2}, "d": {"c": 3, "b": 1, "e": 4},
    },
    "a: &x {b: 1}\nd:\n  <<: *x\n  b: 2": {"a": {"b": 1}, "d": {"b": 2}},
    "a: &x {b: 1}\nb: &y {b: 2, c: 3}\nd: {<<: [*x, *y]}": {
        "a": {"b": 1}, "b": {"b": 2, "c": 3}, "d": {"b": 1, "c": 3},
    },
    "'<<': 1": {"<<": 1},
    "a: '1'\nb: \"\\u00e9\"": {"a": "1", "b": "é"},
    "%YAML 1.2\n---\na: 1\n...\n": {"a": 1},
    '{"a": [1, 2.5, "x"], "b": null}': {"a": [1, 2.5, "x"], "b": None},
}  # fmt: skip

REFUSED = {
    "a: [1": "YML001 1:6",
    "a: b: c": "YML001 1:5",
    "a: \x07": "YML001 1:4",
    "# nothing": "YML001 1:1",
    "a: 1\nb: 2\na: 3": "YML002 3:1",
    "a: &x {b: 1}\nd:\n  <<: *x\n  b: 2\n  b: 3": "YML002 5:3",
    "a: !!python/object:os.system x": "YML003 1:4",
    "a: !custom {b: 1}": "YML003 1:4",
    "a: !!set {b: }": "YML003 1:4",
    "a: !!seq {b: 1}": "YML003 1:4",
    "a: *x": "YML004 1:4",
    "a: &x {b: *x}": "YML005 1:11",
    "? [a]\n: 1": "YML007 1:3",
    "a: &x b\n*x : 1": "YML007 2:1",
    "a: 1\n<<: 2": "YML008 2:5",
    "a: 1\n---\nb: 2": "YML009 2:1",
    "[" * 201 + "]" * 201: "YML010 1:201",
    "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
        for old, new in zip("abcde", "bcdef", strict=True)
    ): "YML006 4:4",
}


def _read(text: str) -> tuple[Node | None, list[str], Source]:
    source, report = Source("a.yaml", text), Report()
    node = read_yaml(source, report)
    told = [
        f"{d.code.id} {':'.join(map(str, source.line_col(d.span.start)))}"
        for d in report
    ]
    return node, told, source


@pytest.mark.parametrize("text", VALUES)
def test_values_are_those_of_yaml_1_2(text: str) -> None:
    """A text stands for the value that the core schema gives it."""
    node, told, _ = _read(text)

    assert told == []
    assert node is not None
    assert repr(node.plain()) == repr(VALUES[text])


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_plain_data_is_refused_at_its_place(text: str) -> None:
    """A text that can't be read whole is not read, and its place is told."""
    node, told, _ = _read(text)

    assert node is None
    assert told == [REFUSED[text]]


def test_places() -> None:
    """Keys, scalars, flow and block values know where they stand."""
    text = "a:\n  b: [1, x]\n  c: &m\n    d: 'q'\ne: *m\n"
    node, _, source = _read(text)
    assert node is not None

    def shown(node: Node) -> str:
        return source.text[node.span.start : node.span.end]

    a = node.map["a"]
    assert shown(node) == text[:-1]
    assert shown(a) == text[5:33]
    assert [shown(item) for item in a.map["b"].list] == ["1", "x"]
    assert shown(a.map["b"]) == "[1, x]"
    assert shown(node.map["e"].map["d"]) == "'q'"
    assert source.text[node.map["e"].key_span.start] == "e"


def test_numbers_keep_their_text() -> None:
    """Where text belongs, `1.10` is to be read as that."""
    node, _, _ = _read("[1.10, 007, true, null, x, '1']")
    assert node is not None

    assert [item.raw for item in node.list] == ["1.10", "007", "true", "null"] + [
        None
    ] * 2
