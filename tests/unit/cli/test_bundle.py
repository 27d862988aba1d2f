"""``specpress bundle``, and clients of descriptions in many files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.cli import Run

from specpress.diagnostics import Report
from specpress.document.tree import read_tree
from specpress.readers.text import decode

MAIN = """\
openapi: 3.1.0
info: {title: Pets, version: 1.10}
paths:
  /pets:
    get:
      operationId: listPets
      description: |
        All pets.

        In *no* order.
      responses:
        "200":
          description: pets
          content: {application/json: {schema: {$ref: 'parts/pet.yaml'}}}
"""
PET = "{type: object, properties: {name: {type: string, enum: [no, 'on', a b]}}}"


@pytest.fixture
def api(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A description in two files, in the folder that is made the current one."""
    folder = tmp_path / "api"
    (folder / "parts").mkdir(parents=True)
    (folder / "main.yaml").write_text(MAIN)
    (folder / "parts/pet.yaml").write_text(PET)
    monkeypatch.chdir(tmp_path)
    return folder


def _read(path: Path) -> object:
    source = decode(path.name, path.read_bytes(), Report())
    assert source is not None
    tree = read_tree(source, Report())
    assert tree is not None
    return tree.plain()


def test_the_document_is_printed_or_written(run: Run, api: Path) -> None:
    """JSON goes to the screen, and to a file what its suffix says: the same document."""
    printed = run("bundle", "api/main.yaml")
    document = json.loads(printed.out)
    written = [run("bundle", "api", "-o", name) for name in ("a.json", "a.yaml")]

    assert [ran.status for ran in (printed, *written)] == [0, 0, 0]
    assert list(document["components"]["schemas"]) == ["pet"]
    assert Path("a.json").read_text() == printed.out
    assert _read(Path("a.yaml")) == _read(Path("a.json")) == document
    assert "version: 1.10\n" in Path("a.yaml").read_text()
    assert "      description: |\n        All pets.\n" in Path("a.yaml").read_text()


def test_a_bundle_is_complete(run: Run, api: Path) -> None:
    """Bundling what was bundled changes nothing."""
    run("bundle", "api", "-o", "once.yaml")
    run("bundle", "once.yaml", "-o", "twice.yaml")

    assert Path("once.yaml").read_bytes() == Path("twice.yaml").read_bytes()


def test_an_error_is_told_and_nothing_written(run: Run, api: Path) -> None:
    """A reference to nothing is an error with its place; --keep-going writes the rest."""
    (api / "parts/pet.yaml").unlink()

    ran = run("bundle", "api", "-o", "a.json")
    kept = run("bundle", "api", "-o", "a.json", "--keep-going")

    assert (ran.status, kept.status) == (1, 1)
    assert "api/main.yaml:14:55: error[DOC113]" in ran.err
    assert "components" not in json.loads(Path("a.json").read_text())


def test_a_part_counts_as_input(run: Run, api: Path) -> None:
    """A client is stale when a file that the description refers to has changed."""
    (api / "client.toml").write_text(
        'package = "pets"\noutput = "../out"\nsources = ["main.yaml"]\n'
        "tests = false\nformat = false\n"
    )
    config = ("--config", "api/client.toml")
    run("generate", *config)
    fresh = run("check", *config)
    (api / "parts/pet.yaml").write_text(PET.replace("name", "title"))
    stale = run("check", *config)
    (api / "parts/pet.yaml").unlink()
    gone = run("check", *config)

    assert (fresh.status, stale.status, gone.status) == (0, 1, 1)
    assert "pets: up to date" in fresh.out
    assert "stale" in stale.err
    assert "DOC113" in gone.err


def test_a_link_out_of_the_folder_is_not_followed(run: Run, api: Path) -> None:
    """What a symbolic link leads to outside the input folder is not read."""
    secret = api.parent / "secret.yaml"
    secret.write_text("{type: string, description: a secret}")
    (api / "parts/pet.yaml").unlink()
    (api / "parts/pet.yaml").symlink_to(secret)

    ran = run("bundle", "api/main.yaml", "--keep-going")

    assert ran.status == 1
    assert "error[DOC112]" in ran.err
    assert "secret" not in ran.out
