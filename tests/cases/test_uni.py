"""Unions by inheritance, run: a parent that tells its children apart."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from support.cases import Case, build, described

ANIMALS = {
    "Animal": {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string"},
            "owner": {"$ref": "#/components/schemas/Animal"},
        },
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": "#/components/schemas/Cat"},
        },
    },
    "Cat": {
        "allOf": [
            {"$ref": "#/components/schemas/Animal"},
            {
                "type": "object",
                "properties": {
                    "lives": {"type": "integer"},
                    "friend": {"$ref": "#/components/schemas/Dog"},
                },
            },
        ]
    },
    "Dog": {
        "allOf": [
            {"$ref": "#/components/schemas/Animal"},
            {
                "type": "object",
                "properties": {"enemy": {"$ref": "#/components/schemas/Cat"}},
            },
        ]
    },
}


@pytest.fixture(scope="module")
def animals(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The client of a family in which each knows the others."""
    folder = tmp_path_factory.mktemp("animals")
    return build(described(ANIMALS), folder, format=False, tests=False)


def test_a_parent_is_read_as_its_child(animals: Case) -> None:
    """What a parent's discriminator names is read as that, however deep it is."""
    answer = {"kind": "cat", "lives": 9, "owner": {"kind": "cat", "lives": 1}}
    got = animals.client(answer).get_animal()

    assert type(got).__name__ == "Cat"
    assert (got.lives, got.owner.lives) == (9, 1)
    assert animals.drifts == []


def test_a_child_of_a_later_server_is_kept(animals: Case) -> None:
    """A kind that nobody knows is not an error, and nothing of it is lost."""
    fish = {"kind": "fish", "fins": 2}

    assert animals.client(fish).get_animal() == fish
    assert animals.drifts.pop().path == "kind"


def test_any_module_may_be_imported_first(animals: Case) -> None:
    """In whichever order the modules and names of models come, all of them load."""
    package = animals.package.__name__
    models = animals.folder / package / "models"
    modules = sorted(path.stem for path in models.glob("[a-z]*.py"))
    names = [f"{package}.models.{module}" for module in modules]
    names += [f"{package}.models", f"{package}.client", package]
    orders = list(itertools.permutations(names))[:: max(1, len(names))][:24]
    script = (
        "import importlib, itertools, sys\n"
        f"for order in {orders!r}:\n"
        "    for name in [n for n in sys.modules if n.startswith(order[0][:5])]:\n"
        "        del sys.modules[name]\n"
        "    for name in order:\n"
        "        importlib.import_module(name)\n"
        f"    models = sys.modules['{package}.models']\n"
        "    assert models.Cat(kind='cat').kind == 'cat'\n"
        "    assert models.Dog.model_fields.keys() >= {'kind', 'enemy'}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=animals.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("first", ["Animal", "Cat", "Dog"])
def test_any_model_may_be_used_first(animals: Case, first: str) -> None:
    """A fresh interpreter may begin with any of the names."""
    package = animals.package.__name__
    use = "" if first == "Animal" else f"; {first}(kind='cat')"
    script = f"from {package}.models import {first}{use}"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=animals.folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
