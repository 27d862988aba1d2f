"""Requests of a few clients, read back; the corpus is `make roundtrip`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.clients import run

from roundtrip.bodies import difference
from roundtrip.client import crossed
from roundtrip.described import Payload
from roundtrip.styles import from_header, from_pairs, from_path, pairs_of
from roundtrip.texts import alike, same

ROOT = Path(__file__).parents[2]
SMALL = [
    "tests/cases/requests.yaml",
    "tests/roundtrip/styles.yaml",
    "tests/roundtrip/bodies.yaml",
    "specs/ferries/ferries.yaml",
]

_EXAMINE = """
import json, sys
from pathlib import Path
from roundtrip.one import examined
file, out = map(Path, sys.argv[1:])
print(json.dumps(examined(file, out, "examined", examples=6, seconds=120)))
"""


@pytest.mark.parametrize("name", SMALL)
def test_requests_say_what_the_calls_said(name: str, tmp_path: Path) -> None:
    """Each operation is sent at least once, and reads back as it was called."""
    path = f"{ROOT / 'generator'}:{ROOT / 'tests'}"
    arguments = ["-c", _EXAMINE, str(ROOT / name), str(tmp_path / "client")]
    done = run(arguments, PYTHONPATH=path)
    result = json.loads(done.stdout.splitlines()[-1])

    assert result["differences"] == []
    assert result["reasons"] == {}
    assert result["done"] == result["operations"] > 0


STYLED: list[tuple[str, str, bool, Any]] = [
    ("form", "color=blue,black", False, ["blue", "black"]),
    ("form", "color=blue&color=black", True, ["blue", "black"]),
    ("form", "R=100&G=200", True, {"R": 100, "G": 200}),
    ("form", "color=R,100,G,200", False, {"R": 100, "G": 200}),
    ("spaceDelimited", "color=a%20b", False, ["a", "b"]),
    ("pipeDelimited", "color=a%7Cb%2Cc", False, ["a", "b,c"]),
    ("deepObject", "color%5Ba%5D%5B0%5D=x&color[b]=1", True, {"a": ["x"], "b": 1}),
]


@pytest.mark.parametrize(("style", "query", "explode", "value"), STYLED)
def test_queries_are_read_by_the_tables(
    style: str, query: str, explode: bool, value: Any
) -> None:
    """The decoder reads the examples of the tables, and tells other values from them."""
    pairs = pairs_of(query)
    found = from_pairs(pairs, "color", style, explode, value)

    assert alike(value, found)
    assert pairs == []
    other = {"x": 1} if isinstance(value, dict) else [*value, "x"]
    assert not alike(other, found)


def test_paths_and_headers_are_read_by_the_tables() -> None:
    """Labels, matrices and lists in headers are read as RFC 6570 writes them."""
    assert from_path(".a.b", "c", "label", True, ["a", "b"]) == ["a", "b"]
    assert from_path(";c=a;c=b", "c", "matrix", True, ["a", "b"]) == ["a", "b"]
    assert from_path(";x=1;y=2", "c", "matrix", True, {"x": 1}) == {"x": "1", "y": "2"}
    assert from_header("x=1,y=2", True, {"x": 1}) == {"x": "1", "y": "2"}
    with pytest.raises(ValueError, match="not about"):
        from_path(";d=a", "c", "matrix", False, "a")


BODIES: list[tuple[str, bytes, Any, Any]] = [
    ("application/json", b'{"a":1}', {"a": 1.0}, {"a": True}),
    (
        "application/x-www-form-urlencoded",
        b"a=x+y&b=1&b=2",
        {"a": "x y", "b": [1, 2]},
        {"a": "x y"},
    ),
    ("application/xml", b"<r><a>1</a></r>", {"a": 1}, {"a": "2"}),
    ("application/jsonl", b"1\n2\n", [1, 2], [1]),
    ("application/json-seq", b"\x1e1\n\x1e2\n", [1, 2], [2, 1]),
    ("text/plain", b"x", "x", "y"),
    (
        "multipart/form-data; boundary=B",
        b'--B\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--B--\r\n',
        {"a": "x"},
        {"a": "y"},
    ),
]


@pytest.mark.parametrize(("media_type", "content", "value", "other"), BODIES)
def test_bodies_are_read_by_their_formats(
    media_type: str, content: bytes, value: Any, other: Any
) -> None:
    """The decoder reads each format, and tells another value from what it reads."""
    payload = Payload(media_type, {}, True, {})

    assert difference(payload, "3.1", media_type, content, value) == ""
    assert difference(payload, "3.1", media_type, content, other)


def test_sameness() -> None:
    """Numbers are compared as such, and no text is a number or a boolean."""
    assert same({"a": [1, None]}, {"a": [1.0, None]})
    assert not same(True, 1)
    assert not same("1", 1)
    assert not same({"a": 1}, {"a": 1, "b": None})


def test_crossed_arguments_are_found() -> None:
    """An argument that is sent under the name of another one is told."""
    assert list(crossed({"from_": "from", "a_b": "aB"})) == []
    assert len(list(crossed({"limit": "offset", "offset": "limit"}))) == 2
