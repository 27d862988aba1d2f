"""``specpress mine``: a table, JSON, and an overlay that says the same."""

from __future__ import annotations

import json
from pathlib import Path

from support.cli import Run

API = """\
openapi: 3.1.0
info: {title: Lamps, version: "1"}
servers: [{url: https://lamps.example}]
paths:
  /lamps:
    get:
      operationId: listLamps
      parameters:
        - name: sort
          in: query
          description: The order. Can be `name` or `age`. Ignored if `raw` is set.
          schema: {type: string}
        - {name: raw, in: query, schema: {type: boolean}}
      responses:
        "204": {description: Done}
"""


def test_table(project: Path, run: Run) -> None:
    """Each fact is a row, with its sentence and the place of that."""
    (project / "api.yaml").write_text(API)
    ran = run("mine", "api.yaml", "-q")
    _, values, condition = ran.out.splitlines()

    assert ran.status == 0
    assert values.split("  ")[0] == "listLamps.sort"
    assert "Can be `name` or `age`." in values
    assert values.endswith("api.yaml:11:35")
    assert condition.endswith("api.yaml:11:59")


def test_json(project: Path, run: Run) -> None:
    """JSON has all of a fact: its value, its sentence and where that stands."""
    (project / "api.yaml").write_text(API)
    values, condition = json.loads(run("mine", "api.yaml", "--format", "json").out)

    assert values["value"] == ["name", "age"]
    assert values["sentence"] == "Can be `name` or `age`."
    assert (values["start"], values["end"]) == (11, 34)
    assert (values["confidence"], values["against"]) == (97, False)
    assert condition["value"] == {"rule": "ignored", "name": "sort", "others": ["raw"]}


def test_overlay(project: Path, run: Run) -> None:
    """What an overlay says, laid over the description, is not mined again."""
    (project / "api.yaml").write_text(API)
    assert run("mine", "api.yaml", "-q", "--overlay", "found.yaml").status == 0
    assert (
        run("bundle", "api.yaml", "--overlay", "found.yaml", "-o", "b.yaml").status == 0
    )
    ran = run("mine", "b.yaml", "-q", "--format", "json")

    assert json.loads(ran.out) == []
    assert ran.err == ""
    assert "enum:" in (project / "b.yaml").read_text()


def test_configured(project: Path, run: Run) -> None:
    """Levels come from the configuration."""
    (project / "pages/getThing.html").unlink()
    (project / "pages/makeThing.html").unlink()
    (project / "pages/api.yaml").write_text(API)
    settings = project / "specpress.toml"
    settings.write_text(settings.read_text() + '[prose.fields]\n"*.sort" = "enforce"\n')
    found = json.loads(run("mine", "--format", "json").out)

    assert [fact["level"] for fact in found] == ["enforce", "enforce"]


def test_nothing_there(project: Path, run: Run) -> None:
    """A description that is none ends with 1."""
    (project / "api.yaml").write_text("- 1\n")

    assert run("mine", "api.yaml", "-q").status == 1
