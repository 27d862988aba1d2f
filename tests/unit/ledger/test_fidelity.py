"""The ledger of a run: its entries, its places, its counts and its text."""

from __future__ import annotations

import json

import jsonschema
import pytest
from support.pages import page

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.ledger.model import Fidelity, schema
from specpress.pipeline import generate
from specpress.store import DictStore

YAML = """\
openapi: 3.1.0
info: {title: Ferries, version: "1", x-desk: four}
servers: [{url: "https://ferries.example"}]
paths:
  /crossings:
    get:
      operationId: listCrossings
      parameters:
        - &pier {name: pier, in: query, schema: {type: string, pattern: '(?<=a+)b'}}
        - {name: deck, in: pocket, schema: {type: string}}
      responses: {"204": {description: none}}
    put:
      operationId: moveCrossing
      parameters: [*pier]
      responses: {"204": {description: none}}
components:
  schemas:
    Lost: {type: object, properties: {a: {type: string}}}
"""


def _ledger(
    files: dict[str, str], report: Report | None = None, **settings: object
) -> Fidelity:
    texts = {name: text.encode() for name, text in files.items()}
    config = Config(
        package="p",
        output="o",
        sources=(),
        tests=False,
        format=False,
        keep_going=True,
        **settings,  # type: ignore[arg-type]  # what the fields take
    )
    names = tuple(n for n in texts if n not in config.overlays)
    result = generate(DictStore(texts), names, config)
    if report is not None:
        report.diagnostics += result.diagnostics
    assert result.fidelity is not None
    return result.fidelity


def _entries(found: Fidelity, file: str) -> dict[str, tuple[str, str]]:
    (one,) = (each for each in found.files if each.file == file)
    return {each.at: (each.status, each.why[:6]) for each in one.entries}


def test_entries_cover_what_lies_beneath() -> None:
    """A file is honoured as a whole; only what is not has an entry of its own, once."""
    assert _entries(_ledger({"a.yaml": YAML}), "a.yaml") == {
        "": ("honoured", ""),
        "/info/x-desk": ("unused", "an ext"),
        "/paths/~1crossings/get/parameters/0/schema/pattern": (
            "approximated",
            "LOW006",
        ),
        "/paths/~1crossings/get/parameters/1": ("dropped", "LOW001"),
        "/paths/~1crossings/get/responses/204/description": ("unused", "docume"),
        "/paths/~1crossings/put/responses/204/description": ("unused", "docume"),
        "/components/schemas": ("unused", "no ope"),
    }


def test_all_parts_are_counted() -> None:
    """The counts by kind add up to the whole, and what is beneath counts with it."""
    found = _ledger({"a.yaml": YAML})

    for status in ("honoured", "approximated", "dropped", "unused"):
        total = sum(getattr(each, status) for each in found.kinds.values())
        assert total == getattr(found.counts, status)
    assert found.kinds["operation"].honoured == 2
    assert found.kinds["parameter"].dropped == 1
    assert found.kinds["schema"].dropped == 1  # that of the dropped parameter
    assert found.counts.approximated == 2  # the anchor and its alias


def test_places_are_in_the_files_that_were_read() -> None:
    """What another file has is told with that file; what nothing refers to is unused."""
    shared = """\
unused: {type: string}
Deck:
  type: object
  properties: {name: {type: string, pattern: '(?<=a+)b'}}
"""
    text = YAML.replace(
        '{"204": {description: none}}\n    put',
        '{"200": {description: x, content: {application/json: {schema:'
        ' {$ref: "shared.yaml#/Deck"}}}}}\n    put',
    )
    entries = _entries(_ledger({"a.yaml": text, "shared.yaml": shared}), "shared.yaml")

    assert entries[""] == ("unused", "nothin")
    assert entries["/Deck"] == ("honoured", "")
    assert entries["/Deck/properties/name/pattern"] == ("approximated", "LOW006")
    assert "/unused" not in entries


def test_only_the_member_that_is_meant_is_lost() -> None:
    """A default that is left out does not make its parameter an approximated one."""
    text = YAML.replace(
        "in: pocket, schema: {type: string",
        "in: query, schema: {type: string, default: captain, maxLength: 3",
    )
    entries = _entries(_ledger({"a.yaml": text}), "a.yaml")

    at = "/paths/~1crossings/get/parameters/1"
    assert entries[f"{at}/schema/default"] == ("approximated", "LOW031")
    assert at not in entries


def test_repairs_are_apart() -> None:
    """What breaks the rules and is understood is honoured, with a note."""
    text = YAML.replace("schema: {type: string}}", "schema: {type: String}}").replace(
        "in: pocket", "in: query"
    )
    found = _ledger({"a.yaml": text})
    (file,) = found.files

    assert [each.at for each in file.repairs] == [
        "/paths/~1crossings/get/parameters/1/schema/type"
    ]
    assert file.repairs[0].how.startswith("FIX015: ")
    assert found.repaired == 1
    assert found.counts.dropped == 0
    assert file.repairs[0].at not in _entries(found, "a.yaml")


def test_what_an_overlay_removes_is_not_honoured() -> None:
    """A part that an overlay takes out is unused, and the overlay is another file."""
    overlay = """\
overlay: 1.0.0
info: {title: Less, version: "1"}
actions:
  - {target: "$.paths['/crossings'].put", remove: true}
  - {target: "$.info", update: {description: Across the lake.}}
"""
    files = {"a.yaml": YAML, "less.yaml": overlay}
    entries = _entries(_ledger(files, overlays=("less.yaml",)), "a.yaml")

    assert entries["/paths/~1crossings/put"] == ("unused", "an ove")
    assert "/info" not in entries


def test_places_in_pages_are_lines_and_columns() -> None:
    """In a page an entry is where the part stands; a page that can't be read is dropped."""
    schema = {
        "type": "object",
        "properties": {"a": {"type": "string", "pattern": "(?<=a+)b"}},
    }
    files = {
        "makeThing.html": page("makeThing", method="POST", schema=schema),
        "broken.html": "no page",
    }
    found = _ledger(files)
    entries = _entries(found, "makeThing.html")
    (at,) = (at for at, state in entries.items() if state[0] == "approximated")

    line, column = map(int, at.split("-")[0].split(":"))
    text = files["makeThing.html"].split("\n")[line - 1]
    assert text[column - 1 :].startswith("&quot;(?&lt;=a+)b&quot;")
    assert entries[""] == ("honoured", "")
    assert _entries(found, "broken.html")[""] == ("dropped", "nothin")


def test_the_text_is_canonical_and_meets_its_schema() -> None:
    """The ledger is JSON with an entry a line, in the order of the files whatever the
    order in which they are given, and as the published schema says."""
    files = {"b.html": page("b"), "a.html": page("a", target="\\others")}
    text = _ledger(files).encode()

    assert text == _ledger(dict(sorted(files.items()))).encode()
    jsonschema.validate(json.loads(text), schema())
    assert [each["file"] for each in json.loads(text)["files"]] == ["a.html", "b.html"]
    assert '\n        {"at":"","status":"honoured"}' in text


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({"max_approximated": 2}, set[str]()),
        ({"max_approximated": 1}, {"LED002"}),
        ({"max_dropped": 0}, {"LOW001"}),
        ({"max_dropped": 4}, {"LED001"}),
        ({"max_dropped": 5}, set[str]()),
    ],
)
def test_limits(settings: dict[str, int], codes: set[str]) -> None:
    """More than a limit is an error; what is allowed to be dropped is a warning."""
    text = YAML if "max_dropped" in settings else YAML.replace("pocket", "query")
    report = Report()
    _ledger({"a.yaml": text}, report, **settings)

    assert {d.code.id for d in report if d.code.severity == "error"} == codes
