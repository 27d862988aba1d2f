"""Defaults, run: they are the server's business, and never sent unless asked for."""

from __future__ import annotations

from pathlib import Path

from support.cases import build, described

DEFAULTS: dict[str, dict[str, object]] = {
    "count": {"type": "integer", "default": 7},
    "items": {"type": "array", "items": {"type": "integer"}, "default": [1, 2]},
    "part": {
        "type": "object",
        "properties": {"x": {"type": "integer"}},
        "default": {"x": 1, "y": "'\"\\"},
    },
    "at": {
        "type": "string",
        "format": "date-time",
        "default": "2020-01-01T00:00:00Z",
    },
    "quoted": {"type": "string", "default": 'it\'s """ \\'},
}
WRONG: dict[str, dict[str, object]] = {
    "number": {"type": "integer", "default": "7"},
    "text": {"type": "string", "default": 7},
    "day": {"type": "string", "format": "date", "default": "2020-02-30"},
    "null": {"type": "string", "default": None},
    "flag": {"type": "boolean", "default": "false"},
    "key": {"type": "string", "format": "uuid", "default": "nope"},
    "data": {"type": "string", "format": "byte", "default": "not base64"},
    "small": {"type": "integer", "format": "int32", "default": 2147483648},
}


def test_defaults_are_not_sent(tmp_path: Path) -> None:
    """A call without arguments sends an empty object, an instance has nothing set."""
    case = build(described({"M": {"properties": DEFAULTS}}), tmp_path)
    case.client().put_m()

    assert case.sent() == {}
    assert case.models.M().model_dump() == {}
    assert case.models.M().items is case.package.MISSING
    assert case.reported == []


def test_defaults_are_told(tmp_path: Path) -> None:
    """What the server assumes stands in the docstring of the field."""
    case = build(described({"M": {"properties": DEFAULTS}}), tmp_path)
    (source,) = case.folder.glob("*/models.py")

    assert "Default: `7`." in source.read_text("utf-8")


def test_containers_are_nobody_elses(tmp_path: Path) -> None:
    """What is put into one instance's list does not turn up in another's."""
    case = build(described({"M": {"properties": DEFAULTS}}), tmp_path)
    one = case.client({"items": [1]}).get_m()
    two = case.client({"items": [1]}).get_m()
    one.items.append(2)

    assert two.items == [1]


def test_defaults_of_a_wrong_type_are_left_out(tmp_path: Path) -> None:
    """Each is told with a warning, read as what it must mean or left out."""
    case = build(described({"M": {"type": "object", "properties": WRONG}}), tmp_path)
    case.client().put_m()

    assert case.sent() == {}
    told = [line[:6] for line in case.reported]
    assert sorted(told) == ["FIX001"] * 2 + ["LOW031"] * 6, case.reported
