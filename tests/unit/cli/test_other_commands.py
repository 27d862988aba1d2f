"""``specpress init``, ``lift``, ``schema`` and ``explain``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from support.cli import Run, Tree

from specpress.diagnostics import Code
from specpress.diagnostics.codes import ALL


def test_init(run: Run, project: Path) -> None:
    """What init writes is a configuration that generates."""
    Path("specpress.toml").unlink()

    assert run("init", "pages", "--package", "fresh").status == 0

    assert run("generate", "--no-tests", "--no-format").status == 0
    assert Path("fresh/fresh/client.py").is_file()
    again = run("init")
    assert again.status == 2
    assert "there is a specpress.toml already" in again.err


def test_init_guesses_a_package(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without --package the folder's name is used, as far as it can be imported."""
    for folder, package in (("My API", "my_api"), ("class", "client")):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        assert run("init").status == 0
        assert f'package = "{package}"' in Path("specpress.toml").read_text()


def test_init_refuses_a_bad_package(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that can't be imported is refused at once."""
    monkeypatch.chdir(tmp_path)

    assert run("init", "--package", "a-b").status == 2
    assert list(tmp_path.iterdir()) == []


def test_lift(run: Run, project: Path) -> None:
    """The document of all pages is printed, or written to a file, as OpenAPI."""
    ran = run("lift", "pages")

    document = json.loads(ran.out)
    assert document["openapi"] == "3.0.3"
    assert set(document["paths"]) == {"/things", "/things/{id}"}

    assert run("lift", "pages/*.html", "-o", "api.json").status == 0
    assert Path("api.json").read_text() == ran.out


def test_lift_never_overwrites_a_page(run: Run, project: Path, tree: Tree) -> None:
    """A document that would land among the pages is refused."""
    before = tree(project)

    assert run("lift", "pages/getThing.html", "-o", "pages/getThing.html").status == 2
    assert run("lift", "pages", "-o", "pages/api.json").status == 2
    assert tree(project) == before


def test_lift_errors(run: Run, project: Path) -> None:
    """After an error no document is written, unless asked to keep going."""
    Path("pages/bad.html").write_text("no page")

    assert run("lift", "pages", "-o", "api.json").status == 1
    assert not Path("api.json").exists()

    assert run("lift", "pages", "-o", "api.json", "--keep-going").status == 1
    assert json.loads(Path("api.json").read_text())["paths"]


@pytest.mark.parametrize("form", ["table", "tree"])
def test_inspect(run: Run, project: Path, form: str) -> None:
    """Each fact is shown with its origin and the place it was read from."""
    out = run("inspect", "--format", form).out

    assert "/things/{id}" in out
    assert re.search(r"path id\W+string\W+stated\W+pages/getThing\.html:3:\d+", out)
    assert re.search(r"field +size\?\W+integer\W+stated\W+pages/makeThing\.html:", out)


def test_inspect_pages(run: Run, project: Path) -> None:
    """Pages are inspected without a configuration, flags taken into account."""
    Path("specpress.toml").unlink()

    ran = run("inspect", "pages/getThing.html", "--base-url", "https://flag.example")

    assert ran.status == 0
    assert "https://flag.example" in ran.out
    assert "makeThing" not in ran.out


def test_inspect_json(run: Run, project: Path) -> None:
    """As JSON the IR is printed, and meets its schema."""
    api = json.loads(run("inspect", "--format", "json").out)

    jsonschema.validate(api, json.loads(run("schema", "ir").out))
    assert [operation["id"] for operation in api["operations"]]


@pytest.mark.parametrize("what", ["config", "ir", "report"])
def test_schemas_are_schemas(run: Run, what: str) -> None:
    """Each published schema is valid JSON Schema 2020-12."""
    schema = json.loads(run("schema", what).out)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_explain(run: Run) -> None:
    """A code is explained whatever its case, with cause and remedy."""
    ran = run("explain", "cfg006")

    assert ran.status == 0
    assert ran.out.startswith("CFG006: bad package name (error)")


def test_explain_lists_all(run: Run) -> None:
    """Without a code all are listed, each once."""
    lines = run("explain").out.splitlines()

    assert [line.split()[0] for line in lines] == sorted(ALL)


def test_explain_unknown(run: Run) -> None:
    """An unknown code is answered with the near match."""
    ran = run("explain", "wrt0O1")

    assert ran.status == 2
    assert "did you mean 'WRT001'?" in ran.err


@pytest.mark.parametrize("code", ALL.values(), ids=list(ALL))
def test_codes_are_written_as_agreed(code: Code) -> None:
    """Messages begin in lower case and have no full stop; help is whole sentences."""
    first = code.message.split()[0]
    assert first.startswith(("'", "{", '"', "OpenAPI")) or first == first.lower()
    assert not code.message.endswith(".")
    assert not code.title.endswith(".")
    assert code.help.endswith((".", "?"))
